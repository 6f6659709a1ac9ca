import { actingAs, job, requireStaff } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { countFeedback, listComments } from './storage/feedback.ts';
import type { UseCase } from './surroundings.ts';
import type { FeedbackNumbers } from './views/feedback.ts';

/** Fewer answers could be somebody's: a colleague knows whose case was closed last week. */
const LEAST = 5;
const MAX_COMMENTS = 100;

export interface FeedbackPeriod {
  /** Days; the months in which they lie count in full. */
  readonly from: string;
  readonly to: string;
  readonly procedureKey?: string;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

type Counted = Awaited<ReturnType<typeof countFeedback>>;

const scoresOf = (counted: Counted): number[] =>
  [1, 2, 3, 4, 5].map((score) => sum(counted.filter((one) => one.score === score).map(({ count }) => Number(count))));

const averageOf = (scores: readonly number[]): number | null => {
  const total = sum(scores);
  if (total < LEAST) return null;
  return Math.round((sum(scores.map((count, index) => count * (index + 1))) / total) * 10) / 10;
};

const monthsOf = (counted: Counted): FeedbackNumbers['months'] =>
  [...new Set(counted.map(({ given_month: month }) => month))].map((month) => {
    const scores = scoresOf(counted.filter((one) => one.given_month === month));
    return { month, count: sum(scores), average: averageOf(scores) };
  });

/** Words of a month in which few answered wait until there are more. */
const isOfMany = (months: FeedbackNumbers['months'], month: string): boolean =>
  months.some((one) => one.month === month && one.count >= LEAST);

/** How applicants found the procedures of my administration in a period. */
export const getFeedback: UseCase<FeedbackPeriod, FeedbackNumbers> = async (surroundings, actor, period) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor']);
  if (period.from > period.to)
    throw new CaseworkError('INPUT_INVALID', `Expected a period, but ${period.from} is after ${period.to}`);
  const { database } = actingAs(surroundings, job('numbers'));
  const filter = {
    administration,
    from: period.from.slice(0, 7),
    to: period.to.slice(0, 7),
    ...(period.procedureKey !== undefined && { procedureKey: period.procedureKey }),
  };
  const counted = await countFeedback(database, filter);
  const scores = scoresOf(counted);
  const total = sum(scores);
  const months = monthsOf(counted);
  const comments = total < LEAST ? [] : await listComments(database, { ...filter, limit: MAX_COMMENTS });
  return {
    total,
    least: LEAST,
    scores: total < LEAST ? null : scores,
    average: averageOf(scores),
    months,
    comments: comments
      .filter(({ given_month: month }) => isOfMany(months, month))
      .map(({ given_month: month, score, comment }) => ({ month, score, text: comment ?? '' })),
  };
};
