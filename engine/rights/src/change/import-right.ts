import type { CaseRow } from '@irisflow/casework';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import type { RightDescription } from '@irisflow/procedures';
import { raiseNumber } from '../storage/numbers.ts';
import { insertRight, type RightRow } from '../storage/rights.ts';
import type { RightVersion } from '../storage/versions.ts';
import type { Surroundings } from '../surroundings.ts';
import { record, searchTextOf, type Voice } from './record.ts';
import { kindOf, requireRightData, stateOf } from './right-kind.ts';
import { lastDayOf, requireDays } from './validity.ts';

/** A right as it stands in an earlier system. Days are `YYYY-MM-DD`. */
export interface LivingRight {
  readonly kind: string;
  /** As its holder knows it: it keeps that. */
  readonly number: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly validFrom: string;
  /** What its kind says where it is null. */
  readonly validTo: string | null;
  readonly state: string;
  /** Since when it is in that state; from its first day on where it is null. */
  readonly stateSince: string | null;
  readonly reason: string;
}

export interface ImportedRight {
  readonly right: RightRow;
  /** As it stands now. */
  readonly version: RightVersion;
}

interface Importing extends LivingRight {
  readonly tx: Queryable;
  /** The case that stands for what had decided it. */
  readonly row: CaseRow;
  readonly voice: Voice;
}

/** `ST-2019-00042`: what our own numbers look like, whoever gave them. */
const ownNumber = /^([A-Z][A-Z0-9]{0,9})-(\d{4})-(\d{1,9})$/;

/** A number that looks like one of ours is never given again: ours go on above it. */
const goOnAbove = async (tx: Queryable, { administration, number }: RightRow): Promise<void> => {
  const [, prefix, year, place] = ownNumber.exec(number) ?? [];
  if (prefix === undefined) return;
  await raiseNumber(tx, { administration, prefix, year: Number(year) }, Number(place));
};

/** How it was on its first day, and since when it is as it is. */
const versionsOf = (
  kind: RightDescription,
  { data, validFrom, state, stateSince, reason, row, voice }: Importing,
  { validTo, at }: { readonly validTo: string | null; readonly at: number },
): [RightVersion, ...RightVersion[]] => {
  const [granted] = kind.states;
  const isMoved = granted !== undefined && granted.key !== state && stateSince !== null && stateSince > validFrom;
  const first = isMoved ? granted.key : state;
  const said = { data, validFrom, validTo, recordedAt: at, carries: null, act: 'imported', reason } as const;
  const by = { causeCaseId: row.id, decisionId: null, author: voice.author };
  const begun: RightVersion = {
    ...said,
    ...by,
    sequence: 1,
    effectiveOn: validFrom,
    state: first,
    effect: stateOf(kind, first).effect,
    said: ['state', 'validTo', ...Object.keys(data).map((name) => `data/${name}`)],
  };
  if (!isMoved) return [begun];
  const moved = { effectiveOn: stateSince, state, effect: stateOf(kind, state).effect, said: ['state'] };
  // What stands now is what is told; what was before stands beside it.
  return [{ ...begun, ...moved, sequence: 2 }, begun];
};

/**
 * Takes a right over that lives already: with its number, since when it holds and how it stands. A process that lives with it
 * begins, unless it is over.
 */
export const importRight = async (surroundings: Surroundings, importing: Importing): Promise<ImportedRight> => {
  const { tx, row, voice, data, validFrom, number } = importing;
  const { clock, random } = surroundings;
  const at = clock.now();
  const kind = await kindOf(surroundings, tx, { ...row, kind: importing.kind });
  requireRightData(kind, data);
  const validTo = importing.validTo ?? lastDayOf(kind, validFrom, data);
  requireDays(validFrom, validTo);
  const versions = versionsOf(kind, importing, { validTo, at });
  const [version] = versions;
  const right: RightRow = {
    id: random.id(),
    administration: row.administration,
    case_id: row.id,
    procedure_key: row.procedure_key,
    procedure_version: row.procedure_version,
    kind: kind.key,
    number,
    person_id: row.person_id,
    holders: [{ role: 'applicant', label: kind.holder, name: row.applicant, partyId: row.person_id }],
    begins_on: validFrom,
    granted_at: new Date(at),
    check_code: random.id(),
  };
  const { granted_at: _granted, ...values } = right;
  await insertRight(tx, { ...values, grantedAt: at, searchText: searchTextOf(kind, right, data) });
  await goOnAbove(tx, right);
  const isOver = version.effect === 'ended' || (validTo !== null && validTo < dayOf(at));
  await record(surroundings, tx, { right, kind, versions, cause: row, voice, isSilent: isOver });
  return { right, version };
};
