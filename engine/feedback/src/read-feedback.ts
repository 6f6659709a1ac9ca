import { actingAs, job, requireStaff, wholeProcedures } from '@irisflow/access';
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
type Comment = Awaited<ReturnType<typeof listComments>>[number];

const scoresOf = (counted: Counted): number[] =>
  [1, 2, 3, 4, 5].map((score) => sum(counted.filter((one) => one.score === score).map(({ count }) => Number(count))));

const averageOf = (scores: readonly number[]): number | null => {
  const total = sum(scores);
  if (total < LEAST) return null;
  return Math.round((sum(scores.map((count, index) => count * (index + 1))) / total) * 10) / 10;
};

const countOf = (counted: Counted): number => sum(counted.map(({ count }) => Number(count)));

/** Without procedures of which few answered: what all have together, less what each of the others has, would be theirs. */
const ofMany = (counted: Counted): Counted =>
  counted.filter(({ procedure_key: key }) => countOf(counted.filter((one) => one.procedure_key === key)) >= LEAST);

/** Words wait until as many answered of the same procedure in the same month. */
const isOneOfMany = (counted: Counted, { procedure_key: key, given_month: month }: Comment): boolean =>
  countOf(counted.filter((one) => one.procedure_key === key && one.given_month === month)) >= LEAST;

const monthsOf = (counted: Counted): FeedbackNumbers['months'] =>
  [...new Set(counted.map(({ given_month: month }) => month))].map((month) => {
    const ofMonth = counted.filter((one) => one.given_month === month);
    return { month, count: countOf(ofMonth), average: averageOf(scoresOf(ofMany(ofMonth))) };
  });

/** How applicants found the procedures of my administration in a period; for whom rules of access bound, those that they see whole. */
export const getFeedback: UseCase<FeedbackPeriod, FeedbackNumbers> = async (surroundings, actor, period) => {
  const { administration, person } = requireStaff(actor, ['agent', 'supervisor']);
  if (period.from > period.to)
    throw new CaseworkError('INPUT_INVALID', `Expected a period, but ${period.from} is after ${period.to}`);
  const { database } = actingAs(surroundings, job('numbers'));
  const filter = {
    administration,
    from: period.from.slice(0, 7),
    to: period.to.slice(0, 7),
    ...(period.procedureKey !== undefined && { procedureKey: period.procedureKey }),
    ...wholeProcedures(person.reach),
  };
  const given = await countFeedback(database, filter);
  const counted = ofMany(given);
  const scores = scoresOf(counted);
  const comments = counted.length === 0 ? [] : await listComments(database, { ...filter, limit: MAX_COMMENTS });
  return {
    total: countOf(given),
    least: LEAST,
    scores: counted.length === 0 ? null : scores,
    average: averageOf(scores),
    months: monthsOf(given),
    comments: comments
      .filter((one) => isOneOfMany(counted, one))
      .map(({ given_month: month, score, comment }) => ({ month, score, text: comment ?? '' })),
  };
};
