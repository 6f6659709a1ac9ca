import { sql, type Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface RequestWindow {
  readonly key: string;
  readonly windowMs: number;
  readonly at: number;
}

/** Counts one request in the window of its key, which begins anew when the last one is over. */
export const countRequestRow = async (
  db: Queryable,
  { key, windowMs, at }: RequestWindow,
): Promise<{ count: number; ends_at: Date | string }> => {
  const now = isoOf(at);
  const isOver = sql<boolean>`request_count.ends_at <= ${now}::timestamptz`;
  return tables(db)
    .insertInto('request_count')
    .values({ key, count: 1, ends_at: isoOf(at + windowMs) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else request_count.count + 1 end`,
        ends_at: sql<string>`case when ${isOver} then excluded.ends_at else request_count.ends_at end`,
      }),
    )
    .returning(['count', 'ends_at'])
    .executeTakeFirstOrThrow();
};

/** What was counted did not happen. */
export const dropRequestRow = (db: Queryable, key: string) =>
  tables(db).deleteFrom('request_count').where('key', '=', key).execute();

/** Forgets the windows that are over. */
export const sweepRequestCounts = (db: Queryable, at: number) =>
  tables(db).deleteFrom('request_count').where('ends_at', '<=', isoOf(at)).execute();
