import { dayOf } from '@irisflow/calendar';
import { type CaseRow, listDecisions } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { isInForce, listParticipantRows } from '@irisflow/parties';
import { type RightDescription, roleLabel } from '@irisflow/procedures';
import { takeNumber } from '../storage/numbers.ts';
import { type Holder, insertRight, type RightRow } from '../storage/rights.ts';
import type { RightVersion } from '../storage/versions.ts';
import type { Surroundings } from '../surroundings.ts';
import { record, searchTextOf, type Voice } from './record.ts';
import { kindOf, requireRightData } from './right-kind.ts';
import { lastDayOf, requireDays } from './validity.ts';

/** What a decision leaves behind. Days are `YYYY-MM-DD`. */
export interface RightGrant {
  /** Of a `*.right.json` of the procedure. */
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Its first day; today where it is left out. */
  readonly effectiveOn?: string;
  /** Its last day; what the kind says where it is left out. */
  readonly validTo?: string;
  readonly reason?: string;
}

export interface RightReply {
  /** What `right.changed` and `right.ended` are correlated on. */
  readonly rightId: string;
  readonly number: string;
  readonly validTo: string | null;
}

interface Granting extends RightGrant {
  readonly tx: Queryable;
  readonly row: CaseRow;
  readonly voice: Voice;
}

const holdersOf = async (
  { library }: Surroundings,
  {
    tx,
    row,
    day,
    kind,
  }: { readonly tx: Queryable; readonly row: CaseRow; readonly day: string; kind: RightDescription },
): Promise<Holder[]> => {
  const { roles = [], holder } = kind;
  const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
  const participants = roles.length === 0 ? [] : await listParticipantRows(tx, row.id);
  return [
    { role: 'applicant', label: holder, name: row.applicant, partyId: row.person_id },
    ...participants
      .filter((one) => roles.includes(one.role) && isInForce(one, day))
      .map(({ role, name, party_id: partyId }) => ({ role, label: roleLabel(description, role), name, partyId })),
  ];
};

const numberOf = async (
  tx: Queryable,
  { administration, kind, day }: { readonly administration: string; readonly kind: RightDescription; day: string },
): Promise<string> => {
  const { prefix, digits } = kind.number;
  const year = Number(day.slice(0, 4));
  const place = await takeNumber(tx, { administration, prefix, year });
  return `${prefix}-${year}-${String(place).padStart(digits, '0')}`;
};

/** The version in which a right begins: everything in it is said for its first day. */
const firstVersion = (
  { states: [first] }: RightDescription,
  { effectiveOn, at, decisionId, ...grant }: RightGrant & Begun,
): RightVersion => {
  if (first === undefined) throw new CaseworkError('PROCEDURE_INVALID', 'Expected a kind of right to have a state');
  return {
    sequence: 1,
    effectiveOn,
    recordedAt: at,
    state: first.key,
    effect: first.effect,
    data: grant.data,
    validFrom: effectiveOn,
    validTo: grant.lastDay,
    said: ['state', 'validTo', ...Object.keys(grant.data).map((name) => `data/${name}`)],
    carries: null,
    act: 'granted',
    causeCaseId: grant.caseId,
    decisionId,
    author: grant.author,
    reason: grant.reason ?? null,
  };
};

interface Begun {
  readonly effectiveOn: string;
  readonly lastDay: string | null;
  readonly at: number;
  readonly caseId: string;
  readonly decisionId: string | null;
  readonly author: string | null;
}

/** Grants a right of a case: with its number, its holders and the code of its certificate. */
export const grantRight = async (surroundings: Surroundings, granting: Granting): Promise<RightReply> => {
  const { tx, row, voice, data } = granting;
  const { clock, random } = surroundings;
  const at = clock.now();
  const today = dayOf(at);
  const kind = await kindOf(surroundings, tx, { ...row, kind: granting.kind });
  requireRightData(kind, data);
  const effectiveOn = granting.effectiveOn ?? today;
  const validTo = granting.validTo ?? lastDayOf(kind, effectiveOn, data);
  requireDays(effectiveOn, validTo);
  const right: RightRow = {
    id: random.id(),
    administration: row.administration,
    case_id: row.id,
    procedure_key: row.procedure_key,
    procedure_version: row.procedure_version,
    kind: kind.key,
    number: await numberOf(tx, { administration: row.administration, kind, day: today }),
    person_id: row.person_id,
    holders: await holdersOf(surroundings, { tx, row, day: today, kind }),
    begins_on: effectiveOn,
    granted_at: new Date(at),
    check_code: random.id(),
  };
  const { granted_at: _granted, ...values } = right;
  await insertRight(tx, { ...values, grantedAt: at, searchText: searchTextOf(kind, right, data) });
  const [decision] = await listDecisions(tx, row.id);
  const begun = { ...granting, effectiveOn, lastDay: validTo, at, caseId: row.id, decisionId: decision?.id ?? null };
  const version = firstVersion(kind, { ...begun, author: voice.author });
  await record(surroundings, tx, { right, kind, versions: [version], cause: row, voice });
  return { rightId: right.id, number: right.number, validTo };
};
