import { type Queryable, sql } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { UnknownBecause } from '../views/right-source.ts';
import { tables } from './tables.ts';

export interface NewQuestion {
  readonly consultationId: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly askedBy: string;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly at: number;
  readonly onDay: string | null;
  readonly answer: 'found' | 'none' | 'unknown';
  readonly because: UnknownBecause | null;
  readonly rightId: string | null;
  readonly caseId: string | null;
  readonly fields: readonly string[];
  readonly subjectIndex: string;
  readonly rightNumber: string | null;
  readonly digest: string;
  readonly lookOn: string | null;
}

/** Asked again with the same key, it stands as it was written first. */
export const insertQuestion = (db: Queryable, question: NewQuestion) =>
  tables(db)
    .insertInto('right_question')
    .values({
      consultation_id: question.consultationId,
      administration: question.administration,
      source_key: question.sourceKey,
      asked_by: question.askedBy,
      purpose: jsonOf(question.purpose),
      legal_basis: jsonOf(question.legalBasis),
      at: isoOf(question.at),
      on_day: question.onDay,
      answer: question.answer,
      unknown_because: question.because,
      right_id: question.rightId,
      case_id: question.caseId,
      fields: [...question.fields],
      subject_index: question.subjectIndex,
      right_number: question.rightNumber,
      told_digest: question.digest,
      followed: true,
      look_on: question.lookOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Of the same question that a case asks again, the newest alone is followed. */
export const followNewest = (db: Queryable, { consultationId, caseId }: { consultationId: string; caseId: string }) =>
  db.query(
    `update casework.right_question q set followed = false
       from casework.right_question n, casework.consultation c
      where n.consultation_id = $1 and c.id = q.consultation_id and c.case_id = $2 and q.consultation_id <> $1
        and q.followed and q.source_key = n.source_key and q.subject_index = n.subject_index
        and q.right_number is not distinct from n.right_number and q.on_day is not distinct from n.on_day`,
    [consultationId, caseId],
  );

/** What of a question its following needs. */
export interface FollowedRow {
  consultation_id: string;
  administration: string;
  on_day: string | null;
  right_number: string | null;
  told_digest: string;
  look_on: string | null;
}

/** Until the transaction ends nobody else follows it; undefined where it is not due, whoever looked at it first. */
export const lockDueQuestion = (
  db: Queryable,
  { consultationId, today }: { readonly consultationId: string; readonly today: string },
): Promise<FollowedRow | undefined> =>
  tables(db)
    .selectFrom('right_question as q')
    .select(['q.consultation_id', 'q.administration', 'q.right_number', 'q.told_digest'])
    .select([sql<string | null>`q.on_day::text`.as('on_day'), sql<string | null>`q.look_on::text`.as('look_on')])
    .where('q.consultation_id', '=', consultationId)
    .where('q.followed', '=', true)
    .where(sql<boolean>`q.look_on <= ${today}::date`)
    .forUpdate()
    .$castTo<FollowedRow>()
    .executeTakeFirst();

export interface DueQuestion {
  readonly consultationId: string;
  readonly caseId: string;
}

/** Questions of cases whose answer may be another one today; what a form asked waits until it is a case. */
export const listDueQuestions = async (
  db: Queryable,
  { today, after, limit }: { readonly today: string; readonly after: string; readonly limit: number },
): Promise<DueQuestion[]> => {
  const rows = await tables(db)
    .selectFrom('right_question as q')
    .innerJoin('consultation as c', 'c.id', 'q.consultation_id')
    .select(['q.consultation_id', 'c.case_id'])
    .where('q.followed', '=', true)
    .where(sql<boolean>`q.look_on <= ${today}::date`)
    .where('c.case_id', 'is not', null)
    .where('q.consultation_id', '>', after)
    .orderBy('q.consultation_id')
    .limit(limit)
    .execute();
  return rows.map(({ consultation_id: consultationId, case_id: caseId }) => ({ consultationId, caseId: caseId ?? '' }));
};

/** When it is looked at next; not at all any more without a day. */
export const lookAgain = (
  db: Queryable,
  { consultationId, lookOn, followed }: { consultationId: string; lookOn: string | null; followed: boolean },
) =>
  tables(db)
    .updateTable('right_question')
    .set({ look_on: lookOn, followed })
    .where('consultation_id', '=', consultationId)
    .execute();

export interface QuestionPage {
  readonly administration: string;
  readonly sourceKey: string | null;
  readonly rightId: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** What others asked of the rights of an administration. */
const asked = (db: Queryable, { administration, sourceKey, rightId }: QuestionPage) => {
  let query = tables(db)
    .selectFrom('right_question as q')
    .innerJoin('administration as a', 'a.key', 'q.asked_by')
    .leftJoin('granted_right as r', 'r.id', 'q.right_id')
    .where('q.administration', '=', administration);
  if (sourceKey !== null) query = query.where('q.source_key', '=', sourceKey);
  if (rightId !== null) query = query.where('q.right_id', '=', rightId);
  return query;
};

/** The newest first. */
export const listQuestions = (db: Queryable, page: QuestionPage) => {
  const query = asked(db, page)
    .select([
      'q.consultation_id',
      'q.source_key',
      'q.purpose',
      'q.legal_basis',
      'q.at',
      'q.answer',
      'q.unknown_because',
    ])
    .select(['q.right_id', 'q.fields', 'a.name as asked_by_name', 'r.number'])
    .select(sql<string | null>`q.on_day::text`.as('on_day'));
  const before = page.before === null ? query : query.where('q.consultation_id', '<', page.before);
  return before.orderBy('q.consultation_id', 'desc').limit(page.limit).execute();
};

export const countQuestions = async (db: Queryable, page: QuestionPage): Promise<number> => {
  const row = await asked(db, page)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirst();
  return row?.total ?? 0;
};
