import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { IncomingField, Verification } from '../views/incoming-webhook.ts';
import type { WebhooksTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type IncomingWebhookRow = Selectable<Tables['incoming_webhook']>;

export interface NewIncomingWebhook {
  readonly id: string;
  readonly administration: string;
  readonly name: string;
  readonly procedureKey: string;
  readonly message: string;
  readonly verifies: Verification;
  readonly caseFrom: string;
  readonly fields: readonly IncomingField[];
  readonly at: number;
  readonly createdBy: string;
}

export const insertIncoming = (db: Queryable, webhook: NewIncomingWebhook) =>
  tables(db)
    .insertInto('incoming_webhook')
    .values({
      id: webhook.id,
      administration: webhook.administration,
      name: webhook.name,
      procedure_key: webhook.procedureKey,
      message: webhook.message,
      verifies: webhook.verifies,
      case_from: webhook.caseFrom,
      fields: jsonOf(webhook.fields),
      created_at: isoOf(webhook.at),
      created_by: webhook.createdBy,
    })
    .execute();

export interface ListedIncoming extends IncomingWebhookRow {
  readonly last_taken_at: Date | string | null;
}

/** Those that were not removed, the newest first. */
export const listIncomingRows = (db: Queryable, administration: string): Promise<ListedIncoming[]> =>
  tables(db)
    .selectFrom('incoming_webhook as w')
    .selectAll('w')
    .select(
      sql<Date | string | null>`(select max(d.at) from casework.incoming_delivery d
        where d.webhook_id = w.id and d.refusal is null)`.as('last_taken_at'),
    )
    .where('w.administration', '=', administration)
    .where('w.state', '=', 'active')
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id')
    .execute();

const active = (db: Queryable, id: string) =>
  tables(db).selectFrom('incoming_webhook').selectAll().where('id', '=', id).where('state', '=', 'active');

export const findIncoming = (db: Queryable, id: string): Promise<IncomingWebhookRow | undefined> =>
  active(db, id).executeTakeFirst();

/** Locked until the transaction ends: what comes to one address is counted one by one. */
export const lockIncoming = (db: Queryable, id: string): Promise<IncomingWebhookRow | undefined> =>
  active(db, id).forUpdate().executeTakeFirst();

/** What it was stays for the deliveries that name it, until they go. */
export const removeIncomingRow = (db: Queryable, id: string) =>
  tables(db).updateTable('incoming_webhook').set({ state: 'removed' }).where('id', '=', id).execute();
