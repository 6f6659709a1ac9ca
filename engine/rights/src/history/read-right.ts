import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { parametersOn, type RightEffect } from '@irisflow/procedures';
import { unknownRight } from '../change/change-right.ts';
import { latestOf } from '../change/record.ts';
import { findRight, listRightsOfParty, type RightRow } from '../storage/rights.ts';
import { listVersions, type RightVersion } from '../storage/versions.ts';
import type { Surroundings } from '../surroundings.ts';
import { asOf } from './history.ts';

/** Which right: one by its key, or the one of a kind that its holder has and that is not over; of several, the one with a number. */
export interface RightReading {
  readonly rightId?: string;
  readonly kind?: string;
  /** With a kind: what stands on the certificate. It finds a right of another procedure of the administration too. */
  readonly number?: string;
  /** As on which day; today where it is left out. */
  readonly onDay?: string;
}

/** What a right says on a day, as it is known now. */
export interface ReadRight {
  readonly rightId: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly effect: RightEffect;
  /** Whether it holds on that day: neither suspended nor ended, and between its first day and its last one. */
  readonly holds: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Of its procedure, in force on that day, as its newest version has them: a law that is published later reaches rights that run. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

const isOver = (versions: readonly RightVersion[], day: string): boolean => {
  const latest = latestOf(versions);
  return latest === undefined || latest.effect === 'ended' || (latest.validTo !== null && latest.validTo < day);
};

/** The newest one of a kind that is not over: held in the administration of the case, by who applied in it. */
const findRunning = async (
  tx: Queryable,
  row: CaseRow,
  { kind, number, day }: { readonly kind: string; readonly number: string | undefined; readonly day: string },
): Promise<RightRow | undefined> => {
  const held = await listRightsOfParty(tx, day, row.person_id);
  const ofKind = held.filter(
    (right) =>
      right.person_id === row.person_id &&
      right.administration === row.administration &&
      (number === undefined ? right.procedure_key === row.procedure_key : right.number === number) &&
      right.kind === kind,
  );
  for (const right of ofKind) if (!isOver(await listVersions(tx, right.id), day)) return right;
  return undefined;
};

const requireOf = async (tx: Queryable, row: CaseRow, rightId: string): Promise<RightRow> => {
  const right = await findRight(tx, rightId);
  if (right === undefined || right.administration !== row.administration || right.person_id !== row.person_id)
    throw unknownRight(rightId);
  return right;
};

/** Reads a right of whom a case is about, as on a day; null where there is none of the kind that is not over. */
export const readRight = async (
  { clock, library }: Surroundings,
  tx: Queryable,
  { row, rightId, kind = '', number, onDay }: RightReading & { readonly row: CaseRow },
): Promise<ReadRight | null> => {
  const today = dayOf(clock.now());
  const right =
    rightId === undefined
      ? await findRunning(tx, row, { kind, number, day: today })
      : await requireOf(tx, row, rightId);
  if (right === undefined) return null;
  const wanted = onDay ?? today;
  const day = wanted < right.begins_on ? right.begins_on : wanted;
  const version = asOf(await listVersions(tx, right.id), { on: day });
  if (version === undefined) throw unknownRight(right.id);
  const { state, effect, validFrom, validTo, data } = version;
  const holds = effect === 'active' && validFrom <= wanted && (validTo === null || wanted <= validTo);
  const dated = await library.latest(tx, right.procedure_key);
  return {
    rightId: right.id,
    number: right.number,
    kind: right.kind,
    state,
    effect,
    holds,
    validFrom,
    validTo,
    data,
    parameters: parametersOn(dated.parameters, wanted),
  };
};
