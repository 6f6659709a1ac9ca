import { appendAudit } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, cursorOf, instantOf, pageLimit, type Page, positionOf } from '@irisflow/foundation';
import {
  countDeliveries,
  type DeliveryRow,
  findDelivery,
  insertTrial,
  listDeliveryRows,
  sendAgainRow,
} from '../storage/deliveries.ts';
import { findWebhook, restartWebhookRow, type WebhookRow } from '../storage/webhooks.ts';
import type { UseCase } from '../surroundings.ts';
import { type DeliveryView, trialEvent } from '../views/webhook.ts';
import { administrationOf, lockOwn } from './keep-webhooks.ts';
import { viewDelivery } from './view-webhook.ts';

export interface ListDeliveries {
  readonly webhookId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What became of what was told, the newest first. */
export const listDeliveries: UseCase<ListDeliveries, Page<DeliveryView>> = async ({ database }, actor, wanted) => {
  const administration = administrationOf(actor);
  const { webhookId } = wanted;
  if ((await findWebhook(database, webhookId))?.administration !== administration)
    throw new CaseworkError('NOT_FOUND', `Expected a webhook ${webhookId}, but there is none to be seen`);
  const limit = pageLimit(wanted.limit);
  const before = positionOf(wanted.cursor, 'instant');
  const rows = await listDeliveryRows(database, { webhookId, before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(viewDelivery),
    total: await countDeliveries(database, webhookId),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.at), id: last.id }) : null,
  };
};

const requireDelivery = async (tx: Queryable, webhookId: string, deliveryId: string): Promise<DeliveryRow> => {
  const row = await findDelivery(tx, { webhookId, deliveryId });
  if (row !== undefined) return row;
  throw new CaseworkError('NOT_FOUND', `Expected a delivery ${deliveryId}, but there is none to be seen`);
};

/** Who is stopped is told nothing before somebody says that it goes on. */
const requireActive = ({ name, state }: WebhookRow): void => {
  if (state === 'active') return;
  throw new CaseworkError('WEBHOOK_STOPPED', `Expected a webhook that is active, but ${name} is stopped`);
};

/** Sends a message of no case, to see whether it is heard. */
export const sendTrial: UseCase<{ webhookId: string }, DeliveryView> = async (surroundings, actor, { webhookId }) => {
  const { database, clock, random, webhookBell } = surroundings;
  const trial = await database.transaction(async (tx) => {
    const webhook = await lockOwn(tx, actor, webhookId);
    requireActive(webhook);
    const { administration, name } = webhook;
    const id = random.id();
    await insertTrial(tx, { id, webhookId, administration, event: trialEvent, at: clock.now() });
    // Whoever tries does not want to wait for the end of a rest.
    await restartWebhookRow(tx, webhookId);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'webhook.tried',
      object: `webhook:${webhookId}`,
      administration,
      detail: { name, delivery: id },
    });
    return requireDelivery(tx, webhookId, id);
  });
  webhookBell.ring();
  return viewDelivery(trial);
};

export interface ToSendAgain {
  readonly webhookId: string;
  readonly deliveryId: string;
}

/** Sends a message once more, under the id that it has; its receiver sees by that that it knows it. */
export const sendAgain: UseCase<ToSendAgain, DeliveryView> = async (surroundings, actor, wanted) => {
  const { webhookId, deliveryId } = wanted;
  const { database, clock, webhookBell } = surroundings;
  const row = await database.transaction(async (tx) => {
    const webhook = await lockOwn(tx, actor, webhookId);
    requireActive(webhook);
    const { administration, name } = webhook;
    const { id } = await requireDelivery(tx, webhookId, deliveryId);
    await sendAgainRow(tx, { id, at: clock.now() });
    await restartWebhookRow(tx, webhookId);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'webhook.sentAgain',
      object: `webhook:${webhookId}`,
      administration,
      detail: { name, delivery: id },
    });
    return requireDelivery(tx, webhookId, id);
  });
  webhookBell.ring();
  return viewDelivery(row);
};
