import { type Queryable, type Selectable, sql } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { FeedbackMoment } from '../views/feedback.ts';
import type { FeedbackTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type FeedbackRow = Omit<Selectable<FeedbackTables['feedback']>, 'moment'> & { readonly moment: FeedbackMoment };

export const listFeedbackOfCase = (db: Queryable, caseId: string): Promise<FeedbackRow[]> =>
  tables(db).selectFrom('feedback').selectAll().where('case_id', '=', caseId).$castTo<FeedbackRow>().execute();

export interface NewFeedback {
  readonly caseId: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly moment: FeedbackMoment;
  readonly score: number;
  readonly comment: string | null;
  readonly at: number;
  /** `2026-11`. */
  readonly month: string;
}

/** The first time counts for when it was given; whoever writes has the case locked. */
export const putFeedback = (db: Queryable, one: NewFeedback) =>
  tables(db)
    .insertInto('feedback')
    .values({
      case_id: one.caseId,
      administration: one.administration,
      procedure_key: one.procedureKey,
      moment: one.moment,
      score: one.score,
      comment: one.comment,
      given_at: isoOf(one.at),
      given_month: one.month,
    })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'moment']).doUpdateSet({ score: one.score, comment: one.comment }),
    )
    .execute();

export interface FeedbackWanted {
  readonly administration: string;
  /** `2026-11`, both included. */
  readonly from: string;
  readonly to: string;
  readonly procedureKey?: string;
  /** Of these alone; left out for all. */
  readonly procedures?: readonly string[];
}

const wanted = (db: Queryable, { administration, from, to, procedureKey, procedures }: FeedbackWanted) => {
  let found = tables(db)
    .selectFrom('feedback')
    .where('administration', '=', administration)
    .where('given_month', '>=', from)
    .where('given_month', '<=', to);
  if (procedureKey !== undefined) found = found.where('procedure_key', '=', procedureKey);
  if (procedures !== undefined) found = found.where(sql<boolean>`procedure_key = any(${procedures}::text[])`);
  return found;
};

/** How often each score was given, by procedure, month and moment. */
export const countFeedback = (db: Queryable, filter: FeedbackWanted) =>
  wanted(db, filter)
    .select(['procedure_key', 'given_month', 'moment', 'score'])
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .groupBy(['procedure_key', 'given_month', 'moment', 'score'])
    .orderBy('given_month')
    .execute();

/** Words alone, the newest months first; within a month in an order that says nothing of when they came. */
export const listComments = (db: Queryable, filter: FeedbackWanted & { readonly limit: number }) =>
  wanted(db, filter)
    .select(['procedure_key', 'given_month', 'score', 'comment'])
    .where('comment', 'is not', null)
    .orderBy('given_month', 'desc')
    .orderBy(sql`md5(comment)`)
    .limit(filter.limit)
    .execute();
