import { appendAudit, requireStaff } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { enterpriseNumber as enterpriseIdentifier, iban as ibanIdentifier } from '@irisflow/identifiers';
import { requireIban } from '@irisflow/ledger';
import { findPayer, savePayer } from '../storage/payers.ts';
import type { UseCase } from '../surroundings.ts';
import type { PayerSettings, PayerView } from '../views/payables.ts';

const shown = (payer: PayerView): PayerView => ({ ...payer, iban: ibanIdentifier.format(payer.iban) });

/** From which account an administration pays; null where it has not said so. */
export const getPayer: UseCase<Record<string, never>, PayerView | null> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['administrator', 'accountant']);
  const payer = await findPayer(database, administration);
  return payer === null ? null : shown(payer);
};

const requireNumber = (written: string | undefined): string | null => {
  if (written === undefined || written.trim() === '') return null;
  const checked = enterpriseIdentifier.check(written);
  if (checked.ok) return checked.value;
  const { code } = checked.refusal;
  throw new CaseworkError('INPUT_INVALID', `Expected a number of the register of enterprises, but found ${code}`, {
    errors: [{ pointer: '/enterpriseNumber', keyword: code }],
  });
};

/** Says so. Administrators alone: whoever gathers and releases does not say from where. */
export const setPayer: UseCase<PayerSettings & { readonly revision: number }, PayerView> = (
  surroundings,
  actor,
  { iban: written, name: typed, enterpriseNumber, revision },
) =>
  surroundings.database.transaction(async (tx) => {
    const { administration } = requireStaff(actor, ['administrator']);
    const payer = { iban: requireIban(written), name: typed.trim(), enterpriseNumber: requireNumber(enterpriseNumber) };
    if (!(await savePayer(tx, { administration, ...payer, revision })))
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${revision} of the account, but somebody changed it`,
      );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'payer.set',
      object: `payer:${administration}`,
      administration,
      detail: { revision: revision + 1, iban: payer.iban },
    });
    return shown({ ...payer, revision: revision + 1 });
  });
