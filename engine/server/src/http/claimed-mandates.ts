import type { ClaimedMandate } from '@irisflow/access';
import { enterpriseNumber } from '@irisflow/identifiers';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isProcedureKey = (value: unknown): value is string => isText(value) && /^[a-z0-9][a-z0-9-]*$/.test(value);

/** All procedures where none are named; none where what is named cannot be read. */
const proceduresOf = (value: unknown): readonly string[] | null => {
  if (value === undefined) return null;
  return Array.isArray(value) ? value.filter(isProcedureKey) : [];
};

const claimedMandate = (value: unknown): ClaimedMandate[] => {
  if (!isRecord(value) || !isText(value['enterpriseNumber']) || !isText(value['name'])) return [];
  const checked = enterpriseNumber.check(value['enterpriseNumber']);
  const procedures = proceduresOf(value['procedures']);
  if (!checked.ok || procedures?.length === 0) return [];
  return [
    {
      enterpriseNumber: checked.value,
      name: value['name'],
      ...(isText(value['seatCommune']) ? { seatCommune: value['seatCommune'] } : {}),
      ...(procedures === null ? {} : { procedures }),
    },
  ];
};

/** For which companies somebody acts, in the claim of a provider; what is not sound counts for nothing. */
export const claimedMandates = (claim: unknown): readonly ClaimedMandate[] =>
  Array.isArray(claim) ? claim.flatMap(claimedMandate) : [];
