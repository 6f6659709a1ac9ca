import { sql, type Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** Where sealed secrets lie: of those who are told, and of those who tell. */
type Kept = 'webhook_secret' | 'incoming_webhook_secret';

/** The secrets of webhooks of one direction: the newest counts, and during a rotation the one before it as well. */
export const secretsIn = (table: Kept) => ({
  insert: (db: Queryable, { webhookId, sealed }: { readonly webhookId: string; readonly sealed: string }) =>
    db.query(`insert into casework.${table} (webhook_id, sealed) values ($1, $2)`, [webhookId, sealed]),

  /** The secret that counted does so beside the next one until then, and those before it no longer. */
  retire: async (
    db: Queryable,
    { webhookId, until }: { readonly webhookId: string; readonly until: number },
  ): Promise<void> => {
    await tables(db).deleteFrom(table).where('webhook_id', '=', webhookId).where('until', 'is not', null).execute();
    await tables(db)
      .updateTable(table)
      .set({ until: isoOf(until) })
      .where('webhook_id', '=', webhookId)
      .execute();
  },

  /** The newest first. */
  list: async (
    db: Queryable,
    { webhookId, at }: { readonly webhookId: string; readonly at: number },
  ): Promise<string[]> => {
    const rows = await tables(db)
      .selectFrom(table)
      .select('sealed')
      .where('webhook_id', '=', webhookId)
      .where(sql<boolean>`(until is null or until > ${isoOf(at)}::timestamptz)`)
      .orderBy('id', 'desc')
      .execute();
    return rows.map(({ sealed }) => sealed);
  },
});

export const webhookSecretRows = secretsIn('webhook_secret');
export const incomingSecretRows = secretsIn('incoming_webhook_secret');
