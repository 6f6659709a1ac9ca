import { addDays, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { ruleOf } from '../plan/declared.ts';
import { nextTellOn } from '../plan/ladder.ts';
import type { ObligationRow } from '../storage/obligations.ts';
import { changeOccurrence, type OccurrenceRow } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ObligationAct, OccurrenceState, Verdict } from '../views/obligation.ts';
import { record, type Voice } from './record.ts';

interface Outcome {
  readonly from: readonly OccurrenceState[];
  readonly to: OccurrenceState;
  readonly act: Extract<ObligationAct, 'accepted' | 'askedAgain' | 'refused' | 'waived'>;
}

/** What each verdict makes of an occurrence, and of which. */
const outcomes: Readonly<Record<Verdict, Outcome>> = {
  accept: { from: ['submitted'], to: 'accepted', act: 'accepted' },
  askAgain: { from: ['open', 'submitted', 'refused'], to: 'open', act: 'askedAgain' },
  refuse: { from: ['submitted'], to: 'refused', act: 'refused' },
  waive: { from: ['open', 'submitted', 'refused'], to: 'waived', act: 'waived' },
};

const verdicts = Object.keys(outcomes) as Verdict[];

/** What can be made of an occurrence now; of an obligation that has ended nothing more is asked. */
export const verdictsOn = (obligation: ObligationRow, { state }: Pick<OccurrenceRow, 'state'>): Verdict[] =>
  verdicts.filter((one) => outcomes[one].from.includes(state) && (one !== 'askAgain' || obligation.state !== 'ended'));

export interface Judgment {
  readonly verdict: Verdict;
  /** Needed for all but acceptance. */
  readonly reason?: string;
  /** To ask again: the new last day to answer. */
  readonly until?: string;
}

/** Nobody is given longer. */
const MOST_DAYS = 3660;

const untilOf = ({ until }: Judgment, today: string): string => {
  const last = addDays(today, MOST_DAYS);
  if (until !== undefined && until >= today && until <= last) return until;
  const keyword = until === undefined ? 'required' : until < today ? 'formatMinimum' : 'formatMaximum';
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a last day from ${today} to ${last}, but found ${until ?? 'none'}`,
    {
      errors: [{ pointer: '/until', keyword }],
    },
  );
};

interface Settling {
  readonly obligation: ObligationRow;
  /** Locked. */
  readonly occurrence: OccurrenceRow;
  readonly judgment: Judgment;
  readonly voice: Voice;
}

/** When the ladder goes on: whoever is asked again has until the new last day before it does, whoever is refused has not. */
const tellOnAfter = (to: OccurrenceState, next: string | null, until: string | null): string | null => {
  if (next === null || (to !== 'open' && to !== 'refused')) return null;
  const later = until === null ? next : addDays(until, 1);
  return next < later ? later : next;
};

/** Settles an occurrence, or asks its holder once more; answers how it then stands, and what was done. */
export const settle = async (
  surroundings: Surroundings,
  tx: Queryable,
  { obligation, occurrence, judgment, voice }: Settling,
): Promise<{ readonly occurrence: OccurrenceRow; readonly act: Outcome['act'] }> => {
  const { verdict } = judgment;
  const { to, act } = outcomes[verdict];
  if (!verdictsOn(obligation, occurrence).includes(verdict))
    throw new CaseworkError(
      'OBLIGATION_SETTLED',
      `Expected an occurrence to ${verdict}, but ${occurrence.id} is ${occurrence.state}`,
    );
  const { reason: said = '' } = judgment;
  const reason = verdict === 'accept' && said.trim() === '' ? null : requireReason(said);
  const rule = await ruleOf(surroundings, tx, obligation);
  const next = nextTellOn(rule, occurrence);
  const until = verdict === 'askAgain' ? untilOf(judgment, dayOf(surroundings.clock.now())) : null;
  const change = {
    state: to,
    tell_on: tellOnAfter(to, next, until),
    ...(until !== null && { answer_until: until }),
  };
  await changeOccurrence(tx, occurrence.id, change);
  const after = { ...occurrence, ...change };
  await record(surroundings, tx, { obligation, rule, occurrence: after, act, reason, voice });
  return { occurrence: after, act };
};
