import { actingFor, appendAudit, requireStaff, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, cursorOf, instantOf, pageLimit, type Page, positionOf } from '@irisflow/foundation';
import { writeSecret } from '../delivery/sign.ts';
import { administrationOf } from '../keeping/keep-webhooks.ts';
import { countIncomingDeliveries, listIncomingDeliveryRows } from '../storage/incoming-deliveries.ts';
import {
  findIncoming,
  type IncomingWebhookRow,
  insertIncoming,
  listIncomingRows,
  lockIncoming,
  removeIncomingRow,
} from '../storage/incoming-webhooks.ts';
import { incomingSecretRows } from '../storage/secrets.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { IncomingDeliveryView, IncomingWebhookView } from '../views/incoming-webhook.ts';
import { type IncomingToMake, requireIncoming } from './require-incoming.ts';
import { viewIncoming, viewIncomingDelivery } from './view-incoming.ts';

const MAX_ADDRESSES = 50;
/** So long a sender has to take the new secret. */
const OVERLAP_MS = 24 * 3600 * 1000;

export interface ShownIncomingSecret {
  /** Shown this once. */
  readonly secret: string;
  readonly webhook: IncomingWebhookView;
}

type ById = { readonly webhookId: string };

const unknown = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected an incoming webhook ${id}, but there is none to be seen`);

/** Those of others do not exist for an administrator. */
const lockOwn = async (tx: Queryable, actor: Actor, id: string): Promise<IncomingWebhookRow> => {
  const row = await lockIncoming(tx, id);
  if (row?.administration === administrationOf(actor)) return row;
  throw unknown(id);
};

const view = async (
  { publicUrl }: Surroundings,
  db: Queryable,
  { administration, id }: { readonly administration: string; readonly id: string },
): Promise<IncomingWebhookView> => {
  const row = (await listIncomingRows(db, administration)).find((one) => one.id === id);
  if (row === undefined) throw unknown(id);
  return viewIncoming(row, publicUrl);
};

const note = (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  { row, act }: { row: IncomingWebhookRow; act: string },
) =>
  appendAudit(surroundings, tx, {
    actor,
    action: `incomingWebhook.${act}`,
    object: `incomingWebhook:${row.id}`,
    administration: row.administration,
    detail: { name: row.name },
  });

/** At which addresses systems of others tell the cases of the administrator's administration something. */
export const listIncomingWebhooks: UseCase<Record<string, never>, IncomingWebhookView[]> = async (
  { database, publicUrl },
  actor,
) => (await listIncomingRows(database, administrationOf(actor))).map((row) => viewIncoming(row, publicUrl));

/** Hears a system of others from now on; by what it is known is answered here and never again. */
export const makeIncomingWebhook: UseCase<IncomingToMake, ShownIncomingSecret> = async (
  surroundings,
  actor,
  wanted,
) => {
  const { person, administration } = requireStaff(actor, ['administrator']);
  const { database, clock, random, webhookSecrets } = surroundings;
  const told = requireIncoming(wanted);
  const id = random.id();
  const secret = writeSecret(random.token());
  return database.transaction(async (tx) => {
    if ((await listIncomingRows(tx, administration)).length >= MAX_ADDRESSES)
      throw new CaseworkError('INPUT_INVALID', `Expected at most ${MAX_ADDRESSES} addresses, but there are as many`);
    await insertIncoming(tx, { id, administration, ...told, at: clock.now(), createdBy: person.name });
    await incomingSecretRows.insert(tx, { webhookId: id, sealed: webhookSecrets.seal(secret, id) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'incomingWebhook.created',
      object: `incomingWebhook:${id}`,
      administration,
      detail: { name: told.name, procedure: told.procedureKey },
    });
    return { secret, webhook: await view(surroundings, tx, { administration, id }) };
  });
};

/** A new secret; the one that counted until now does so beside it for one more day. */
export const rotateIncomingSecret: UseCase<ById, ShownIncomingSecret> = async (surroundings, actor, { webhookId }) => {
  const { clock, random, webhookSecrets } = surroundings;
  const secret = writeSecret(random.token());
  const administration = administrationOf(actor);
  return actingFor(surroundings, actor, 'incomingWebhooks').database.transaction(async (tx) => {
    const row = await lockOwn(tx, actor, webhookId);
    await incomingSecretRows.retire(tx, { webhookId, until: clock.now() + OVERLAP_MS });
    await incomingSecretRows.insert(tx, { webhookId, sealed: webhookSecrets.seal(secret, webhookId) });
    await note(surroundings, tx, actor, { row, act: 'secretChanged' });
    return { secret, webhook: await view(surroundings, tx, { administration, id: webhookId }) };
  });
};

/** Hears nothing at this address any more. */
export const removeIncomingWebhook: UseCase<ById, void> = (surroundings, actor, { webhookId }) =>
  surroundings.database.transaction(async (tx) => {
    const row = await lockOwn(tx, actor, webhookId);
    await removeIncomingRow(tx, webhookId);
    await note(surroundings, tx, actor, { row, act: 'removed' });
  });

export interface ListIncomingDeliveries extends ById {
  readonly cursor?: string;
  readonly limit?: number;
}

/** What came to an address and what became of it, the newest first. */
export const listIncomingDeliveries: UseCase<ListIncomingDeliveries, Page<IncomingDeliveryView>> = async (
  { database },
  actor,
  wanted,
) => {
  const { webhookId } = wanted;
  if ((await findIncoming(database, webhookId))?.administration !== administrationOf(actor)) throw unknown(webhookId);
  const limit = pageLimit(wanted.limit);
  const before = positionOf(wanted.cursor, 'instant');
  const rows = await listIncomingDeliveryRows(database, { webhookId, before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(viewIncomingDelivery),
    total: await countIncomingDeliveries(database, webhookId),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.at), id: last.id }) : null,
  };
};
