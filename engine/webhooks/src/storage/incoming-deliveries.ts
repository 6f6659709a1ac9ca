import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf, type Position } from '@irisflow/foundation';
import type { Refusal } from '../views/incoming-webhook.ts';
import type { WebhooksTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type IncomingDeliveryRow = Selectable<Tables['incoming_delivery']>;

export interface NewIncomingDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly administration: string;
  readonly senderId: string | null;
  readonly at: number;
  readonly refusal: Refusal | null;
  readonly caseId: string | null;
}

export const insertIncomingDelivery = (db: Queryable, delivery: NewIncomingDelivery) =>
  tables(db)
    .insertInto('incoming_delivery')
    .values({
      id: delivery.id,
      webhook_id: delivery.webhookId,
      administration: delivery.administration,
      sender_id: delivery.senderId,
      at: isoOf(delivery.at),
      refusal: delivery.refusal,
      case_id: delivery.caseId,
    })
    .execute();

/** Notes that a message which was taken in came again; answers under which key it is known, null for a new one. */
export const noteRepeat = async (
  db: Queryable,
  { webhookId, senderId }: { readonly webhookId: string; readonly senderId: string },
): Promise<string | null> => {
  const row = await tables(db)
    .updateTable('incoming_delivery')
    .set({ repeats: sql`repeats + 1` })
    .where('webhook_id', '=', webhookId)
    .where('sender_id', '=', senderId)
    .where('refusal', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** The newest first. */
export const listIncomingDeliveryRows = (
  db: Queryable,
  {
    webhookId,
    before,
    limit,
  }: { readonly webhookId: string; readonly before: Position | null; readonly limit: number },
): Promise<IncomingDeliveryRow[]> => {
  let query = tables(db).selectFrom('incoming_delivery').selectAll().where('webhook_id', '=', webhookId);
  if (before !== null) query = query.where(sql<boolean>`(at, id) < (${before.sort}::timestamptz, ${before.id}::text)`);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
};

export const countIncomingDeliveries = async (db: Queryable, webhookId: string): Promise<number> => {
  const row = await tables(db)
    .selectFrom('incoming_delivery')
    .select((one) => one.fn.countAll<string>().as('total'))
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

/** What came before then goes; a message that is sent again after that is a new one. */
export const sweepIncoming = (db: Queryable, before: number) =>
  tables(db).deleteFrom('incoming_delivery').where('at', '<', isoOf(before)).execute();
