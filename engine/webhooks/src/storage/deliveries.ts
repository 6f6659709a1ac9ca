import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf, type Position } from '@irisflow/foundation';
import type { Trouble } from '../views/webhook.ts';
import type { WebhooksTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type DeliveryRow = Selectable<Tables['webhook_delivery']>;

export const insertTrial = (
  db: Queryable,
  trial: {
    readonly id: string;
    readonly webhookId: string;
    readonly administration: string;
    readonly event: string;
    readonly at: number;
  },
) =>
  tables(db)
    .insertInto('webhook_delivery')
    .values({
      id: trial.id,
      webhook_id: trial.webhookId,
      administration: trial.administration,
      event: trial.event,
      at: isoOf(trial.at),
      next_at: isoOf(trial.at),
    })
    .execute();

export const findDelivery = (
  db: Queryable,
  { webhookId, deliveryId }: { readonly webhookId: string; readonly deliveryId: string },
): Promise<DeliveryRow | undefined> =>
  tables(db)
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('id', '=', deliveryId)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();

/** The newest first. */
export const listDeliveryRows = (
  db: Queryable,
  {
    webhookId,
    before,
    limit,
  }: { readonly webhookId: string; readonly before: Position | null; readonly limit: number },
): Promise<DeliveryRow[]> => {
  let query = tables(db).selectFrom('webhook_delivery').selectAll().where('webhook_id', '=', webhookId);
  if (before !== null) query = query.where(sql<boolean>`(at, id) < (${before.sort}::timestamptz, ${before.id}::text)`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
};

export const countDeliveries = async (db: Queryable, webhookId: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('webhook_delivery')
    .select((one) => one.fn.countAll<string>().as('total'))
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** It waits again from now on, with all its attempts. */
export const sendAgainRow = (db: Queryable, { id, at }: { readonly id: string; readonly at: number }) =>
  tables(db)
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, next_at: isoOf(at), taken_until: null })
    .where('id', '=', id)
    .execute();

export interface DueWebhook {
  readonly id: string;
  readonly administration: string;
}

/** Webhooks that have something due and do not rest; of each administration the one that waited longest, then the second of each. */
export const listDueWebhooks = async (
  db: Queryable,
  { at, limit }: { readonly at: number; readonly limit: number },
): Promise<DueWebhook[]> =>
  db.query<{ id: string; administration: string }>(
    `select w.id, w.administration from casework.webhook w
      cross join lateral (select d.next_at from casework.webhook_delivery d
        where d.webhook_id = w.id and d.state = 'waiting' and d.next_at <= $1::timestamptz
          and (d.taken_until is null or d.taken_until <= $1::timestamptz)
        order by d.next_at limit 1) due
      where w.state = 'active' and (w.rests_until is null or w.rests_until <= $1::timestamptz)
      order by row_number() over (partition by w.administration order by due.next_at), due.next_at limit $2`,
    [isoOf(at), limit],
  );

/** Takes the next due delivery of a webhook in hand; another process that asks meanwhile gets the one after it. */
export const takeDelivery = async (
  db: Queryable,
  { webhookId, at, keepMs }: { readonly webhookId: string; readonly at: number; readonly keepMs: number },
): Promise<DeliveryRow | undefined> => {
  const [row] = await tables(db)
    .updateTable('webhook_delivery')
    .set({ attempts: sql`attempts + 1`, taken_until: isoOf(at + keepMs) })
    .where('id', '=', (one) =>
      one
        .selectFrom('webhook_delivery as d')
        .innerJoin('webhook as w', 'w.id', 'd.webhook_id')
        .select('d.id')
        .where('d.webhook_id', '=', webhookId)
        .where('d.state', '=', 'waiting')
        .where('w.state', '=', 'active')
        .where(sql<boolean>`(w.rests_until is null or w.rests_until <= ${isoOf(at)}::timestamptz)`)
        .where(sql<boolean>`d.next_at <= ${isoOf(at)}::timestamptz`)
        .where(sql<boolean>`(d.taken_until is null or d.taken_until <= ${isoOf(at)}::timestamptz)`)
        .orderBy('d.next_at')
        .limit(1)
        .forUpdate('d')
        .skipLocked(),
    )
    .returningAll()
    .execute();
  return row;
};

export interface Settled {
  readonly id: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly at: number;
  readonly nextAt: number;
  readonly status: number | null;
  readonly trouble: Trouble | null;
}

export const settleDelivery = (db: Queryable, { id, state, at, nextAt, status, trouble }: Settled) =>
  tables(db)
    .updateTable('webhook_delivery')
    .set({
      state,
      next_at: isoOf(nextAt),
      taken_until: null,
      last_at: isoOf(at),
      last_status: status,
      last_trouble: trouble,
    })
    .where('id', '=', id)
    .execute();

/** It was not sent after all. */
export const releaseDelivery = (db: Queryable, id: string) =>
  tables(db)
    .updateTable('webhook_delivery')
    .set({ taken_until: null, attempts: sql`greatest(attempts - 1, 0)` })
    .where('id', '=', id)
    .execute();

/** What ended before then goes. */
export const sweepDeliveries = (db: Queryable, before: number) =>
  tables(db)
    .deleteFrom('webhook_delivery')
    .where('state', '<>', 'waiting')
    .where('last_at', '<', isoOf(before))
    .execute();

/** Of a removed webhook nothing waits any more. */
export const dropWaiting = (db: Queryable, webhookId: string) =>
  tables(db)
    .deleteFrom('webhook_delivery')
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute();
