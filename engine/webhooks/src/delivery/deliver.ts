import { appendAudit, job } from '@irisflow/access';
import { instantOrNull } from '@irisflow/foundation';
import { delayAfter, MAX_ATTEMPTS, restAfter, STOP_AFTER_MS } from './schedule.ts';
import { messageOf } from './message.ts';
import { openSecrets } from './open-secrets.ts';
import { signatureHeaders } from './sign.ts';
import { tellStopped } from './tell-stopped.ts';
import {
  type DeliveryRow,
  releaseDelivery,
  settleDelivery,
  type Settled,
  takeDelivery,
} from '../storage/deliveries.ts';
import {
  findWebhook,
  type Health,
  lockWebhook,
  noteHealth,
  stopWebhook,
  type WebhookRow,
} from '../storage/webhooks.ts';
import { webhookSecretRows } from '../storage/secrets.ts';
import type { Surroundings, WebhookOutcome } from '../surroundings.ts';
import type { StopReason } from '../views/webhook.ts';

/** Longer than a receiver may take to answer; what a process holds longer belongs to nobody: the process died. */
const KEEP_MS = 60_000;
const GONE = 410;

const isTaken = (outcome: WebhookOutcome): boolean =>
  'status' in outcome && outcome.status >= 200 && outcome.status < 300;

interface Parcel {
  readonly webhook: WebhookRow;
  readonly row: DeliveryRow;
  readonly signal: AbortSignal;
}

const send = async (surroundings: Surroundings, { webhook, row, signal }: Parcel): Promise<WebhookOutcome> => {
  const { clock, webhookSender, publicUrl } = surroundings;
  if (webhookSender === null) return { trouble: 'unreachable' };
  const at = clock.now();
  const secrets = await openSecrets(surroundings, webhookSecretRows, { webhookId: webhook.id, at });
  if (secrets.length === 0) return { trouble: 'secretLost' };
  const body = messageOf(row, publicUrl);
  const headers = { 'content-type': 'application/json', 'user-agent': 'Irisflow' };
  const signed = { ...headers, ...signatureHeaders({ id: row.id, at, body, secrets }) };
  return webhookSender({ url: webhook.url, headers: signed, body }, signal);
};

const isGone = (outcome: WebhookOutcome): boolean => 'status' in outcome && outcome.status === GONE;

interface Judged {
  readonly state: Settled['state'];
  /** Why nothing more is sent to this receiver. */
  readonly stop: StopReason | null;
  readonly health: Omit<Health, 'id'>;
}

const taken: Judged = { state: 'delivered', stop: null, health: { failures: 0, since: null, restsUntil: null } };

/** What an answer means for the message, and for its receiver. */
const judge = (
  outcome: WebhookOutcome,
  row: DeliveryRow,
  { webhook, at }: { webhook: WebhookRow; at: number },
): Judged => {
  if (isTaken(outcome)) return taken;
  const failures = webhook.failures + 1;
  const known = instantOrNull(webhook.failing_since);
  const since = known === null ? at : Date.parse(known);
  const health = { failures, since, restsUntil: at + restAfter(failures, Math.random()) };
  const stop = isGone(outcome) ? 'gone' : at - since >= STOP_AFTER_MS ? 'failing' : null;
  return { state: isGone(outcome) || row.attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting', stop, health };
};

const stop = async (surroundings: Surroundings, webhook: WebhookRow, reason: StopReason): Promise<void> => {
  const { database, clock } = surroundings;
  const { id, administration, name } = webhook;
  const isNew = await database.transaction(async (tx) => {
    if (!(await stopWebhook(tx, { id, reason, at: clock.now() }))) return false;
    await appendAudit(surroundings, tx, {
      actor: job('webhooks'),
      action: 'webhook.stopped',
      object: `webhook:${id}`,
      administration,
      detail: { name, reason },
    });
    return true;
  });
  if (isNew) await tellStopped(surroundings, webhook, reason);
};

const settle = async (
  surroundings: Surroundings,
  row: DeliveryRow,
  outcome: WebhookOutcome,
): Promise<StopReason | null> => {
  const { database, clock } = surroundings;
  const at = clock.now();
  return database.transaction(async (tx) => {
    const webhook = await lockWebhook(tx, row.webhook_id);
    // It was removed meanwhile, and its message with it.
    if (webhook === undefined) return null;
    const { state, stop: reason, health } = judge(outcome, row, { webhook, at });
    await settleDelivery(tx, {
      id: row.id,
      state,
      at,
      nextAt: at + delayAfter(row.attempts, Math.random()),
      status: 'status' in outcome ? outcome.status : null,
      trouble: 'trouble' in outcome ? outcome.trouble : null,
    });
    await noteHealth(tx, { id: webhook.id, ...health });
    return reason;
  });
};

/**
 * Sends what is due to one webhook, one after the other, until nothing is or one fails: then it rests, and keeps neither
 * itself nor others busy. Answers how many were taken.
 */
export const deliverTo = async (
  surroundings: Surroundings,
  webhookId: string,
  { most, signal }: { readonly most: number; readonly signal: AbortSignal },
): Promise<number> => {
  const { database, clock } = surroundings;
  for (let sent = 0; sent < most; sent += 1) {
    if (signal.aborted) return sent;
    const webhook = await findWebhook(database, webhookId);
    const row = await takeDelivery(database, { webhookId, at: clock.now(), keepMs: KEEP_MS });
    if (webhook === undefined || row === undefined) return sent;
    const outcome = await send(surroundings, { webhook, row, signal });
    // Nobody failed when we stop in the middle: whoever is here next sends it at once.
    if (signal.aborted && !isTaken(outcome)) {
      await releaseDelivery(database, row.id);
      return sent;
    }
    const reason = await settle(surroundings, row, outcome);
    if (reason !== null) await stop(surroundings, webhook, reason);
    if (!isTaken(outcome)) return sent;
  }
  return most;
};
