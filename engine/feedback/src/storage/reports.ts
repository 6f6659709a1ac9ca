import { type Queryable, sql } from '@irisflow/database';
import { instantOf, isoOf } from '@irisflow/foundation';
import type { AccessibilityReports, NewAccessibilityReport } from '../views/accessibility-report.ts';
import { tables } from './tables.ts';

export type Report = AccessibilityReports['reports'][number];

interface ReportToKeep extends NewAccessibilityReport {
  readonly id: string;
  readonly administration: string;
  readonly at: number;
  readonly eraseAt: number;
}

export const insertReport = async (db: Queryable, { at, eraseAt, ...report }: ReportToKeep): Promise<void> => {
  await tables(db)
    .insertInto('accessibility_report')
    .values({ ...report, handled_at: null, reported_at: isoOf(at), erase_at: isoOf(eraseAt) })
    .execute();
};

interface ReportsWanted {
  readonly administration: string;
  /** What is to be erased is not found, whether the sweep came by or not. */
  readonly at: number;
}

const kept = (db: Queryable, { administration, at }: ReportsWanted) =>
  tables(db)
    .selectFrom('accessibility_report')
    .selectAll()
    .where('administration', '=', administration)
    .where('erase_at', '>', isoOf(at));

type Row = Awaited<ReturnType<ReturnType<typeof kept>['executeTakeFirstOrThrow']>>;

const reportOf = (row: Row): Report => ({
  id: row.id,
  words: row.words,
  page: row.page,
  email: row.email,
  language: row.language as Report['language'],
  reportedAt: instantOf(row.reported_at),
  handledAt: row.handled_at === null ? null : instantOf(row.handled_at),
  erasedAt: instantOf(row.erase_at),
});

export const listReports = async (db: Queryable, wanted: ReportsWanted & { limit: number }): Promise<Report[]> => {
  const rows = await kept(db, wanted)
    .orderBy(sql`handled_at is not null`)
    .orderBy('reported_at', 'desc')
    .orderBy('id')
    .limit(wanted.limit)
    .execute();
  return rows.map(reportOf);
};

/** Locked until the transaction ends. */
export const lockReport = async (tx: Queryable, id: string, wanted: ReportsWanted): Promise<Report | null> => {
  const row = await kept(tx, wanted).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : reportOf(row);
};

export interface Handling {
  readonly id: string;
  readonly handledAt: number | null;
  readonly eraseAt: number;
}

export const noteHandling = async (tx: Queryable, { id, handledAt, eraseAt }: Handling): Promise<void> => {
  await tables(tx)
    .updateTable('accessibility_report')
    .set({ handled_at: handledAt === null ? null : isoOf(handledAt), erase_at: isoOf(eraseAt) })
    .where('id', '=', id)
    .execute();
};

export const deleteReportsToErase = async (db: Queryable, at: number): Promise<void> => {
  await tables(db).deleteFrom('accessibility_report').where('erase_at', '<=', isoOf(at)).execute();
};
