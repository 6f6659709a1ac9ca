import { dayOf, plannedFromDay } from '@irisflow/calendar';
import type { CaseRow, StepOrigin } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { type RightNow, rightNow } from '@irisflow/rights';
import { record } from '../change/record.ts';
import { planOf } from '../plan/declared.ts';
import { findRunning, insertObligation, type ObligationRow } from '../storage/obligations.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ObligationReply } from './own-obligation.ts';

export interface OfCase {
  readonly tx: Queryable;
  /** The case, which is locked. */
  readonly row: CaseRow;
  readonly voice: { readonly name: LocalizedText; readonly origin?: StepOrigin };
}

interface Starting extends OfCase {
  /** Of a `*.obligation.json` of the procedure. */
  readonly obligation: string;
  readonly rightId: string;
  /** The day from which on it counts; today where it is left out, or the first one of a right that begins later. */
  readonly from?: string;
  /** The last day on which something may be due. */
  readonly until?: string;
}

const invalid = (pointer: string, message: string): CaseworkError =>
  new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword: 'unknown' }] });

/** A right of whom the case is about, of a kind on which the obligation lies. */
const requireRight = async (
  surroundings: Surroundings,
  { tx, row, obligation: key, rightId }: Starting,
): Promise<RightNow> => {
  const { obligations } = await surroundings.library.version(tx, row.procedure_key, row.procedure_version);
  const rule = obligations.get(key);
  if (rule === undefined)
    throw invalid('/obligation', `Expected an obligation of ${row.procedure_key}, but found ${key.slice(0, 80)}`);
  const right = await rightNow(tx, { rightId, day: dayOf(surroundings.clock.now()) });
  const isOfCase =
    right?.administration === row.administration &&
    right.personId === row.person_id &&
    right.procedureKey === row.procedure_key;
  if (!isOfCase || right.kind !== rule.right)
    throw invalid('/rightId', `Expected a right ${rule.right} of the applicant, but found ${rightId.slice(0, 80)}`);
  return right;
};

/** Rights began last century, and none is foreseen beyond the next. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

const isDay = (day: string): boolean => day >= FIRST_DAY && day <= LAST_DAY;

const refuseDays = (pointer: string, keyword: string, message: string): never => {
  throw new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword }] });
};

const requireDays = (from: string, until = LAST_DAY): void => {
  if (!isDay(from))
    refuseDays('/from', 'formatRange', `Expected a day from ${FIRST_DAY} to ${LAST_DAY}, but found ${from}`);
  if (!isDay(until)) refuseDays('/until', 'formatRange', `Expected a day up to ${LAST_DAY}, but found ${until}`);
  if (until < from) refuseDays('/until', 'formatMinimum', `Expected a last day from ${from} on, but found ${until}`);
};

const replyOf = ({ id, next_day: nextDay, opens_on: nextOpensOn }: ObligationRow): ObligationReply => ({
  obligationId: id,
  nextDay,
  nextOpensOn,
});

/** What nobody asks anything by: the right ended while the process of its life was on its way here, and no one is told of it. */
const overBefore = (begun: ObligationRow): ObligationRow => ({ ...begun, state: 'ended', ended: 'rightEnded' });

/** Begins an obligation on a right; where one of the kind goes on already, answers that. On a right that has ended it is over at once. */
export const startObligation = async (surroundings: Surroundings, starting: Starting): Promise<ObligationReply> => {
  const { tx, row, obligation: key, rightId, until, voice } = starting;
  const right = await requireRight(surroundings, starting);
  const known = await findRunning(tx, { rightId, key });
  if (known !== undefined) return replyOf(known);
  const { clock, random } = surroundings;
  const today = dayOf(clock.now());
  const from = starting.from ?? (right.beginsOn > today ? right.beginsOn : today);
  requireDays(from, until);
  const begun: ObligationRow = {
    id: random.id(),
    administration: row.administration,
    case_id: right.caseId,
    person_id: row.person_id,
    right_id: rightId,
    procedure_key: row.procedure_key,
    procedure_version: row.procedure_version,
    obligation: key,
    starts_on: from,
    ends_on: until ?? null,
    state: 'running',
    paused_on: null,
    ended: null,
    next_day: null,
    opens_on: null,
  };
  if (right.effect === 'ended') {
    await insertObligation(tx, overBefore(begun), clock.now());
    return replyOf(begun);
  }
  const plan = await planOf(surroundings, tx, begun);
  const first = plannedFromDay(plan, today);
  const obligation = { ...begun, next_day: first?.day ?? null, opens_on: first?.opensOn ?? null };
  await insertObligation(tx, obligation, clock.now());
  await record(surroundings, tx, {
    obligation,
    rule: plan.rule,
    occurrence: null,
    act: 'started',
    dueOn: first?.dueOn ?? null,
    voice: { ...voice, author: null, caseId: row.id },
  });
  return replyOf(obligation);
};
