import { actingFor, appendAudit, requireStaff, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { writeSecret } from '../delivery/sign.ts';
import { dropWaiting } from '../storage/deliveries.ts';
import {
  countWebhooks,
  insertWebhook,
  listWebhookRows,
  lockWebhook,
  removeWebhookRow,
  restartWebhookRow,
  type WebhookRow,
} from '../storage/webhooks.ts';
import { webhookSecretRows } from '../storage/secrets.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { WebhookView } from '../views/webhook.ts';
import { requireWebhook, type WebhookToMake } from './require-webhook.ts';
import { viewWebhook } from './view-webhook.ts';

const MAX_WEBHOOKS = 50;
/** So long a receiver has to take the new secret. */
const OVERLAP_MS = 24 * 3600 * 1000;

export interface ShownSecret {
  /** Shown this once. */
  readonly secret: string;
  readonly webhook: WebhookView;
}

type ById = { readonly webhookId: string };

export const administrationOf = (actor: Actor): string => requireStaff(actor, ['administrator']).administration;

const unknown = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected a webhook ${id}, but there is none to be seen`);

/** Webhooks of others do not exist for an administrator. */
export const lockOwn = async (tx: Queryable, actor: Actor, id: string): Promise<WebhookRow> => {
  const row = await lockWebhook(tx, id);
  if (row?.administration === administrationOf(actor)) return row;
  throw unknown(id);
};

const view = async (db: Queryable, administration: string, id: string): Promise<WebhookView> => {
  const row = (await listWebhookRows(db, administration)).find((one) => one.id === id);
  if (row === undefined) throw unknown(id);
  return viewWebhook(row);
};

const note = (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  { row, act }: { row: WebhookRow; act: string },
) =>
  appendAudit(surroundings, tx, {
    actor,
    action: `webhook.${act}`,
    object: `webhook:${row.id}`,
    administration: row.administration,
    detail: { name: row.name },
  });

/** Whom the administrator's administration tells what. */
export const listWebhooks: UseCase<Record<string, never>, WebhookView[]> = async ({ database }, actor) =>
  (await listWebhookRows(database, administrationOf(actor))).map(viewWebhook);

/** Tells another system from now on; what signs is answered here and never again. */
export const makeWebhook: UseCase<WebhookToMake, ShownSecret> = async (surroundings, actor, wanted) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock, random, webhookSecrets } = surroundings;
  const told = requireWebhook(surroundings, wanted);
  const id = random.id();
  const secret = writeSecret(random.token());
  return database.transaction(async (tx) => {
    if ((await countWebhooks(tx, administration)) >= MAX_WEBHOOKS)
      throw new CaseworkError('INPUT_INVALID', `Expected at most ${MAX_WEBHOOKS} webhooks, but there are as many`);
    await insertWebhook(tx, { id, administration, ...told, at: clock.now(), createdBy: person.name });
    await webhookSecretRows.insert(tx, { webhookId: id, sealed: webhookSecrets.seal(secret, id) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'webhook.created',
      object: `webhook:${id}`,
      administration,
      detail: { ...told },
    });
    return { secret, webhook: await view(tx, administration, id) };
  });
};

/** A new secret; what counted until now signs beside it for one more day. */
export const rotateSecret: UseCase<ById, ShownSecret> = async (surroundings, actor, { webhookId }) => {
  const { clock, random, webhookSecrets } = surroundings;
  const secret = writeSecret(random.token());
  const administration = administrationOf(actor);
  return actingFor(surroundings, actor, 'webhooks').database.transaction(async (tx) => {
    const row = await lockOwn(tx, actor, webhookId);
    await webhookSecretRows.retire(tx, { webhookId, until: clock.now() + OVERLAP_MS });
    await webhookSecretRows.insert(tx, { webhookId, sealed: webhookSecrets.seal(secret, webhookId) });
    await note(surroundings, tx, actor, { row, act: 'secretChanged' });
    return { secret, webhook: await view(tx, administration, webhookId) };
  });
};

/** Goes on with one that was stopped: what waits is sent, and what happens from now on is told. */
export const restartWebhook: UseCase<ById, WebhookView> = async (surroundings, actor, { webhookId }) => {
  const { database, webhookBell } = surroundings;
  const started = await database.transaction(async (tx) => {
    const row = await lockOwn(tx, actor, webhookId);
    if (row.state === 'stopped') {
      await restartWebhookRow(tx, webhookId);
      await note(surroundings, tx, actor, { row, act: 'restarted' });
    }
    return view(tx, row.administration, webhookId);
  });
  webhookBell.ring();
  return started;
};

/** Tells it nothing any more; what waited is not sent. */
export const removeWebhook: UseCase<ById, void> = async (surroundings, actor, { webhookId }) => {
  administrationOf(actor);
  await actingFor(surroundings, actor, 'webhooks').database.transaction(async (tx) => {
    const row = await lockOwn(tx, actor, webhookId);
    await removeWebhookRow(tx, webhookId);
    await dropWaiting(tx, webhookId);
    await note(surroundings, tx, actor, { row, act: 'removed' });
  });
};
