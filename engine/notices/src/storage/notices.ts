import type { Queryable, Row } from '@irisflow/database';
import { isoOf, jsonOf, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { NoticeChannel } from '../fates/fate.ts';
import type { PaperWork } from '../fates/standing.ts';
import { tables } from './tables.ts';

export interface NoticeRow extends Row {
  id: string;
  case_id: string;
  administration: string;
  letter_id: string;
  participant_id: string | null;
  copy_of: string | null;
  subject: LocalizedText;
  term_key: string | null;
  term_id: string | null;
  at: Date | string;
  paper: PaperWork | null;
  to_carry: NoticeChannel[];
  /** Of the letter. */
  channels: NoticeChannel[];
  language: Locale;
  document_id: string;
  recipient: string | null;
}

const columns = `n.id, n.case_id, n.administration, n.letter_id, n.participant_id, n.copy_of, n.subject, n.term_key, n.term_id,
  n.at, n.paper, n.to_carry, l.channels, l.language, l.document_id, l.recipient`;
const joined = 'casework.notice n join casework.letter l on l.id = n.letter_id';

export interface NewNotice {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly letterId: string;
  readonly participantId: string | null;
  readonly copyOf: string | null;
  readonly subject: LocalizedText;
  readonly term: { readonly key: string; readonly id: string } | null;
  readonly at: number;
  readonly paper: PaperWork | null;
  readonly toCarry: readonly NoticeChannel[];
}

export const insertNotice = (db: Queryable, notice: NewNotice) =>
  tables(db)
    .insertInto('notice')
    .values({
      id: notice.id,
      case_id: notice.caseId,
      administration: notice.administration,
      letter_id: notice.letterId,
      participant_id: notice.participantId,
      copy_of: notice.copyOf,
      subject: jsonOf(notice.subject),
      term_key: notice.term?.key ?? null,
      term_id: notice.term?.id ?? null,
      at: isoOf(notice.at),
      paper: notice.paper,
      to_carry: [...notice.toCarry],
    })
    .execute();

export const findNotice = async (db: Queryable, id: string): Promise<NoticeRow | undefined> =>
  (await db.query<NoticeRow>(`select ${columns} from ${joined} where n.id = $1`, [id]))[0];

export const listNoticesOfCase = (db: Queryable, caseId: string): Promise<NoticeRow[]> =>
  db.query<NoticeRow>(`select ${columns} from ${joined} where n.case_id = $1 order by n.at desc, n.id`, [caseId]);

/** The letter to the applicant, or to somebody who takes part, that a document of the case is. */
export const findNoticeOfDocument = async (
  db: Queryable,
  { caseId, documentId, participantId }: { caseId: string; documentId: string; participantId: string | null },
): Promise<NoticeRow | undefined> =>
  (
    await db.query<NoticeRow>(
      `select ${columns} from ${joined}
        where n.case_id = $1 and l.document_id = $2 and n.participant_id is not distinct from $3
        order by n.copy_of nulls first limit 1`,
      [caseId, documentId, participantId],
    )
  )[0];

export interface LeftToDo {
  readonly id: string;
  readonly paper: PaperWork | null;
  readonly toCarry: readonly NoticeChannel[];
}

export const setLeftToDo = (db: Queryable, { id, paper, toCarry }: LeftToDo) =>
  tables(db)
    .updateTable('notice')
    .set({ paper, to_carry: [...toCarry] })
    .where('id', '=', id)
    .execute();

/** A letter on paper of an administration, with the case it belongs to. */
export interface PostRow extends NoticeRow {
  reference: string;
  applicant: string;
  number: string | null;
}

export interface PostQuery {
  readonly administration: string;
  readonly paper: PaperWork;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

const numberOf = `(select f.number from casework.notice_fate f
  where f.notice_id = n.id and f.number is not null
    and not exists (select from casework.notice_fate c where c.corrects = f.id)
  order by f.recorded_at desc limit 1)`;
const withCase = `${joined} join casework.case_file k on k.id = n.case_id`;

/** What the post room has still to do, the eldest first. */
export const listPaper = (db: Queryable, { administration, paper, after, limit }: PostQuery): Promise<PostRow[]> =>
  db.query<PostRow>(
    `select ${columns}, k.reference, k.applicant, ${numberOf} as number from ${withCase}
      where n.administration = $1 and n.paper = $2
        and ($3::timestamptz is null or (n.at, n.id) > ($3::timestamptz, $4::text))
      order by n.at, n.id limit $5`,
    [administration, paper, after?.at ?? null, after?.id ?? null, limit],
  );

export const countPaper = async (
  db: Queryable,
  { administration, paper }: Pick<PostQuery, 'administration' | 'paper'>,
): Promise<number> => {
  const [row] = await db.query<{ count: string }>(
    'select count(*) as count from casework.notice where administration = $1 and paper = $2',
    [administration, paper],
  );
  return Number(row?.count ?? 0);
};

/** The registered letters that have a number, as it stands. */
export const listByNumber = (
  db: Queryable,
  { administration, number }: { administration: string; number: string },
): Promise<PostRow[]> =>
  db.query<PostRow>(
    `select ${columns}, k.reference, k.applicant, $2::text as number from ${withCase}
      where n.administration = $1 and exists (select from casework.notice_fate f
        where f.notice_id = n.id and f.administration = $1 and f.number = $2
          and not exists (select from casework.notice_fate c where c.corrects = f.id))
      order by n.at, n.id limit 20`,
    [administration, number],
  );

export interface Due extends Row {
  id: string;
  case_id: string;
}

/** Letters of which the law may presume that they have arrived: posted before a day, and nothing else is known of them. */
export const listToPresume = (
  db: Queryable,
  { before, after, limit }: { before: string; after: string; limit: number },
): Promise<Due[]> =>
  db.query<Due>(
    `select distinct s.notice_id as id, s.case_id from casework.notice_fate s
      where s.kind = 'sent' and s.channel in ('registered', 'post') and s.day < $1::date and s.notice_id > $2
        and not exists (select from casework.notice_fate c where c.corrects = s.id)
        and not exists (select from casework.notice_fate o
          where o.notice_id = s.notice_id and o.channel in ('registered', 'post')
            and o.kind in ('presumed', 'presented', 'delivered', 'refused', 'returned')
            and not exists (select from casework.notice_fate c where c.corrects = o.id))
      order by 1 limit $3`,
    [before, after, limit],
  );

/** Letters of whose mail something is known that is not written with them. */
export const listMailsToNote = (
  db: Queryable,
  { after, limit }: { after: string; limit: number },
): Promise<(Due & { told_at: Date | string | null; posted_at: Date | string | null })[]> =>
  db.query(
    `select n.id, n.case_id, m.told_at, m.posted_at from casework.letter_mail m
       join casework.notice n on n.letter_id = m.letter_id
      where (m.told_at is not null or m.posted_at is not null) and n.id > $1
        and not exists (select from casework.notice_fate f where f.notice_id = n.id and f.channel = 'email')
      order by n.id limit $2`,
    [after, limit],
  );
