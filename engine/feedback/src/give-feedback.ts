import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, hasEnded, lockApplicantCase, requireApplicantCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, isoOf, isVisible } from '@irisflow/foundation';
import { type FeedbackRow, listFeedbackOfCase, putFeedback } from './storage/feedback.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { FeedbackCopy, FeedbackMoment, MyFeedback } from './views/feedback.ts';

export const MAX_COMMENT = 1000;
const DAY_MS = 24 * 3600 * 1000;
/** How long somebody is asked; later they hardly remember. */
const ASKED_FOR_MS: Readonly<Record<FeedbackMoment, number>> = { filed: 14 * DAY_MS, closed: 60 * DAY_MS };

const msOf = (at: Date | string): number => Date.parse(instantOf(at));

/** What somebody is asked of a case now. Nobody is asked how filing went once it is decided. */
const askedNow = (row: CaseRow, now: number): FeedbackMoment | null => {
  const moment: FeedbackMoment = hasEnded(row) ? 'closed' : 'filed';
  const since = msOf(moment === 'closed' ? (row.closed_at ?? row.updated_at) : row.submitted_at);
  return now - since <= ASKED_FOR_MS[moment] ? moment : null;
};

const untilOf = ({ given_at: at }: FeedbackRow): number => msOf(at) + DAY_MS;

const viewMine = async ({ clock }: Surroundings, db: Queryable, row: CaseRow): Promise<MyFeedback> => {
  const now = clock.now();
  const given = await listFeedbackOfCase(db, row.id);
  const asked = askedNow(row, now);
  const found = given.find(({ moment }) => moment === (asked ?? (hasEnded(row) ? 'closed' : 'filed')));
  return {
    asked: found !== undefined && untilOf(found) < now ? null : asked,
    given:
      found === undefined
        ? null
        : {
            score: found.score,
            comment: found.comment,
            changeableUntil: untilOf(found) < now ? null : isoOf(untilOf(found)),
          },
  };
};

/** What I am asked of my case, and what I answered. */
export const getMyFeedback: UseCase<{ caseId: string }, MyFeedback> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireApplicantCase(database, actor, caseId);
  return viewMine(surroundings, database, row);
};

/** All that I answered of my case, whenever that was. */
export const copyMyFeedback: UseCase<{ caseId: string }, FeedbackCopy[]> = async ({ database }, actor, { caseId }) => {
  const { row } = await requireApplicantCase(database, actor, caseId);
  const given = await listFeedbackOfCase(database, row.id);
  return given.map(({ moment, score, comment, given_at: at }) => ({ moment, score, comment, givenAt: instantOf(at) }));
};

export interface GiveFeedback {
  readonly caseId: string;
  readonly moment: FeedbackMoment;
  /** 1 to 5. */
  readonly score: number;
  readonly comment: string;
}

const requireAsked = (row: CaseRow, given: readonly FeedbackRow[], moment: FeedbackMoment, now: number): void => {
  const before = given.find((one) => one.moment === moment);
  const isOpen = before === undefined ? askedNow(row, now) === moment : untilOf(before) >= now;
  if (isOpen) return;
  throw new CaseworkError('FEEDBACK_OVER', `Expected to ask how ${moment} was of ${row.id}, but that is over`);
};

/** Says how I found it, once for each moment of a case; changed until a day later. */
export const giveFeedback: UseCase<GiveFeedback, MyFeedback> = async (surroundings, actor, input) => {
  const { database, clock } = surroundings;
  // Signs are counted as the interface counts them: none is cut in two.
  const comment = Array.from(input.comment.trim()).slice(0, MAX_COMMENT).join('');
  return database.transaction(async (tx) => {
    const { row } = await lockApplicantCase(tx, actor, input.caseId);
    const at = clock.now();
    requireAsked(row, await listFeedbackOfCase(tx, row.id), input.moment, at);
    await putFeedback(tx, {
      caseId: row.id,
      administration: row.administration,
      procedureKey: row.procedure_key,
      moment: input.moment,
      score: input.score,
      comment: isVisible(comment) ? comment : null,
      at,
      month: dayOf(at).slice(0, 7),
    });
    // That somebody answered is theirs to know: neither score nor words are in the audit.
    await appendAudit(surroundings, tx, {
      actor,
      action: 'feedback.given',
      object: `case:${row.id}`,
      administration: row.administration,
    });
    return viewMine(surroundings, tx, row);
  });
};
