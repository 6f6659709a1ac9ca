import type { Queryable, Row } from '@irisflow/database';
import { instantOf, isoOf } from '@irisflow/foundation';
import type { Fate, FateKind, FateSource, NoticeChannel } from '../fates/fate.ts';
import type { NoticeRow } from './notices.ts';
import { tables } from './tables.ts';

interface FateRow extends Row {
  id: string;
  notice_id: string;
  channel: NoticeChannel;
  kind: FateKind;
  day: string;
  recorded_at: Date | string;
  source: FateSource;
  recorded_by: string | null;
  reason: string | null;
  number: string | null;
  event: string | null;
  corrects: string | null;
}

const fateOf = (row: FateRow): Fate => ({
  id: row.id,
  channel: row.channel,
  kind: row.kind,
  day: row.day,
  recordedAt: Date.parse(instantOf(row.recorded_at)),
  source: row.source,
  recordedBy: row.recorded_by,
  reason: row.reason,
  number: row.number,
  event: row.event,
  corrects: row.corrects,
});

/** What became of letters, in the order in which it was known. */
export const listFates = async (
  db: Queryable,
  noticeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Fate[]>> => {
  const rows = await db.query<FateRow>(
    `select id, notice_id, channel, kind, day::text as day, recorded_at, source, recorded_by, reason, number, event, corrects
       from casework.notice_fate where notice_id = any($1::text[]) order by recorded_at, id`,
    [noticeIds],
  );
  const byNotice = new Map<string, Fate[]>(noticeIds.map((id) => [id, []]));
  for (const row of rows) byNotice.get(row.notice_id)?.push(fateOf(row));
  return byNotice;
};

export const insertFate = (db: Queryable, { id: noticeId, case_id: caseId, administration }: NoticeRow, fate: Fate) =>
  tables(db)
    .insertInto('notice_fate')
    .values({
      id: fate.id,
      notice_id: noticeId,
      case_id: caseId,
      administration,
      channel: fate.channel,
      kind: fate.kind,
      day: fate.day,
      recorded_at: isoOf(fate.recordedAt),
      source: fate.source,
      recorded_by: fate.recordedBy,
      reason: fate.reason,
      number: fate.number,
      event: fate.event,
      corrects: fate.corrects,
    })
    .execute();

/** When the term of a letter began, moved or was taken back. */
export interface TermMove {
  readonly fateId: string;
  readonly termId: string;
  readonly actOn: string | null;
  readonly dueOn: string;
  readonly at: number;
}

export const insertTermMove = (
  db: Queryable,
  { id: noticeId, case_id: caseId, administration }: NoticeRow,
  { fateId, termId, actOn, dueOn, at }: TermMove,
) =>
  tables(db)
    .insertInto('notice_term_move')
    .values({
      fate_id: fateId,
      notice_id: noticeId,
      case_id: caseId,
      administration,
      term_id: termId,
      act_on: actOn,
      due_on: dueOn,
      at: isoOf(at),
    })
    .execute();

interface MoveRow extends Row {
  fate_id: string;
  notice_id: string;
  term_id: string;
  act_on: string | null;
  due_on: string;
  at: Date | string;
}

/** How the terms of letters moved, by the fate that moved each. */
export const listTermMoves = async (
  db: Queryable,
  noticeIds: readonly string[],
): Promise<ReadonlyMap<string, TermMove>> => {
  const rows = await db.query<MoveRow>(
    `select fate_id, notice_id, term_id, act_on::text as act_on, due_on::text as due_on, at
       from casework.notice_term_move where notice_id = any($1::text[])`,
    [noticeIds],
  );
  return new Map(
    rows.map((row) => [
      row.fate_id,
      {
        fateId: row.fate_id,
        termId: row.term_id,
        actOn: row.act_on,
        dueOn: row.due_on,
        at: Date.parse(instantOf(row.at)),
      },
    ]),
  );
};

/** Notes that a process is told something of a letter; answers whether it was not told so before. */
export const noteMessage = async (
  db: Queryable,
  { id: noticeId, case_id: caseId, administration }: NoticeRow,
  name: string,
): Promise<boolean> =>
  (
    await db.query(
      `insert into casework.notice_message (notice_id, case_id, administration, name) values ($1, $2, $3, $4)
       on conflict do nothing returning name`,
      [noticeId, caseId, administration, name],
    )
  ).length > 0;
