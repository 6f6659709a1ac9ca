import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { StopReason } from '../views/webhook.ts';
import type { WebhooksTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type WebhookRow = Selectable<Tables['webhook']>;

export interface NewWebhook {
  readonly id: string;
  readonly administration: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly procedures: readonly string[] | null;
  readonly at: number;
  readonly createdBy: string;
}

export const insertWebhook = (db: Queryable, webhook: NewWebhook) =>
  tables(db)
    .insertInto('webhook')
    .values({
      id: webhook.id,
      administration: webhook.administration,
      name: webhook.name,
      url: webhook.url,
      events: [...webhook.events],
      procedures: webhook.procedures === null ? null : [...webhook.procedures],
      created_at: isoOf(webhook.at),
      created_by: webhook.createdBy,
    })
    .execute();

export const countWebhooks = async (db: Queryable, administration: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('webhook')
    .select((one) => one.fn.countAll<string>().as('total'))
    .where('administration', '=', administration)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

export interface ListedWebhook extends WebhookRow {
  readonly waiting: number;
  readonly last_delivered_at: Date | string | null;
}

/** Those that were not removed, the newest first. */
export const listWebhookRows = async (db: Queryable, administration: string): Promise<ListedWebhook[]> => {
  const rows = await tables(db)
    .selectFrom('webhook as w')
    .selectAll('w')
    .select(
      sql<string>`(select count(*) from casework.webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting')`.as(
        'waiting',
      ),
    )
    .select(
      sql<Date | string | null>`(select max(d.last_at) from casework.webhook_delivery d
        where d.webhook_id = w.id and d.state = 'delivered')`.as('last_delivered_at'),
    )
    .where('w.administration', '=', administration)
    .where('w.state', '<>', 'removed')
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id')
    .execute();
  return rows.map((row) => ({ ...row, waiting: Number(row.waiting) }));
};

export const findWebhook = (db: Queryable, id: string): Promise<WebhookRow | undefined> =>
  tables(db).selectFrom('webhook').selectAll().where('id', '=', id).where('state', '<>', 'removed').executeTakeFirst();

/** Locked until the transaction ends. */
export const lockWebhook = (db: Queryable, id: string): Promise<WebhookRow | undefined> =>
  tables(db)
    .selectFrom('webhook')
    .selectAll()
    .where('id', '=', id)
    .where('state', '<>', 'removed')
    .forUpdate()
    .executeTakeFirst();

export const stopWebhook = async (
  db: Queryable,
  { id, reason, at }: { readonly id: string; readonly reason: StopReason; readonly at: number },
): Promise<boolean> => {
  const rows = await tables(db)
    .updateTable('webhook')
    .set({ state: 'stopped', stop_reason: reason, stopped_at: isoOf(at) })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .returning('id')
    .execute();
  return rows.length > 0;
};

export const restartWebhookRow = (db: Queryable, id: string) =>
  tables(db)
    .updateTable('webhook')
    .set({ state: 'active', stop_reason: null, stopped_at: null, failures: 0, failing_since: null, rests_until: null })
    .where('id', '=', id)
    .execute();

/** What it was stays for the deliveries that name it, until they go. */
export const removeWebhookRow = (db: Queryable, id: string) =>
  tables(db).updateTable('webhook').set({ state: 'removed' }).where('id', '=', id).execute();

export interface Health {
  readonly id: string;
  /** In a row. */
  readonly failures: number;
  /** Since when; null when the last answer was right. */
  readonly since: number | null;
  readonly restsUntil: number | null;
}

/** An answer that was right ends all rest; a failure makes the rest longer. */
export const noteHealth = (db: Queryable, { id, failures, since, restsUntil }: Health) =>
  tables(db)
    .updateTable('webhook')
    .set({
      failures,
      failing_since: since === null ? null : isoOf(since),
      rests_until: restsUntil === null ? null : isoOf(restsUntil),
    })
    .where('id', '=', id)
    .execute();
