import type { Queryable, Row } from '@irisflow/database';
import { isoOf, type LocalizedText } from '@irisflow/foundation';
import type { RegisterEventKind } from '../views.ts';
import { tables } from './tables.ts';

/** How many cases are looked for at once; a company can have any number of them. */
export const CASES_AT_ONCE = 500;

export interface ConcernedCase extends Row {
  case_id: string;
  source: LocalizedText;
  /** Why somebody else than the applicant was asked about; null for the applicant. */
  reason: LocalizedText | null;
}

/**
 * The cases for which an administration asked a source about a number, with the last question of each: the next ones behind a
 * case, in the order of their ids.
 */
export const listConcernedCases = (
  db: Queryable,
  asked: { readonly administration: string; readonly sourceKey: string; readonly subjectIndex: string },
  after: string,
): Promise<ConcernedCase[]> =>
  db.query<ConcernedCase>(
    `select distinct on (c.case_id) c.case_id, c.source, c.reason
       from casework.consultation c
      where c.subject_index = $1 and c.administration = $2 and c.source_key = $3 and c.case_id > $4
      order by c.case_id, c.id desc limit $5`,
    [asked.subjectIndex, asked.administration, asked.sourceKey, after, CASES_AT_ONCE],
  );

export interface NewNotice {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly eventId: string;
  readonly kind: RegisterEventKind;
  readonly happenedOn: string;
  readonly aboutApplicant: boolean;
  readonly consultationId: string;
  readonly at: number;
}

/** What a case was told under a name, and of whom. */
export interface Known extends Row {
  kind: RegisterEventKind;
  on: string;
  subjectIndex: string;
}

/** What a case was told of an event already; undefined when it was not. */
export const findTold = async (
  db: Queryable,
  { caseId, sourceKey, eventId }: Pick<NewNotice, 'caseId' | 'sourceKey' | 'eventId'>,
): Promise<Known | undefined> =>
  (
    await db.query<Known>(
      `select n.kind, n.happened_on::text as "on", c.subject_index as "subjectIndex"
         from casework.register_notice n
         join casework.consultation c on c.id = n.consultation_id
        where n.case_id = $1 and n.source_key = $2 and n.event_id = $3`,
      [caseId, sourceKey, eventId],
    )
  )[0];

/** How much of what a source told a case nobody of the office has taken note of. */
export const countUnseen = async (
  db: Queryable,
  { caseId, sourceKey }: Pick<NewNotice, 'caseId' | 'sourceKey'>,
): Promise<number> => {
  const row = await tables(db)
    .selectFrom('register_notice')
    .select((one) => one.fn.countAll<string>().as('unseen'))
    .where('case_id', '=', caseId)
    .where('source_key', '=', sourceKey)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return Number(row?.unseen ?? 0);
};

export const insertNotice = (db: Queryable, notice: NewNotice) =>
  tables(db)
    .insertInto('register_notice')
    .values({
      id: notice.id,
      case_id: notice.caseId,
      administration: notice.administration,
      source_key: notice.sourceKey,
      event_id: notice.eventId,
      kind: notice.kind,
      happened_on: notice.happenedOn,
      about_applicant: notice.aboutApplicant,
      consultation_id: notice.consultationId,
      told_at: isoOf(notice.at),
    })
    .execute();

export interface NoticeRow extends Row {
  id: string;
  kind: RegisterEventKind;
  source: LocalizedText;
  happened_on: string;
  about_applicant: boolean;
  told_at: Date | string;
  seen_by: string | null;
  seen_at: Date | string | null;
}

/** What registers told of a case, the newest first. */
export const listNotices = (db: Queryable, caseId: string): Promise<NoticeRow[]> =>
  db.query<NoticeRow>(
    `select n.id, n.kind, c.source, n.happened_on::text as happened_on, n.about_applicant, n.told_at, n.seen_by, n.seen_at
       from casework.register_notice n
       join casework.consultation c on c.id = n.consultation_id
      where n.case_id = $1 order by n.told_at desc, n.id desc limit 100`,
    [caseId],
  );

/** Answers whether it was waiting for somebody. */
export const setSeen = async (
  db: Queryable,
  { id, caseId, by, at }: { readonly id: string; readonly caseId: string; readonly by: string; readonly at: number },
): Promise<boolean> => {
  const seen = await tables(db)
    .updateTable('register_notice')
    .set({ seen_by: by, seen_at: isoOf(at) })
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('seen_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return seen !== undefined;
};
