import { actingAs, actingFor, appendAudit, countRequestRow, job } from '@irisflow/access';
import {
  type CaseRow,
  findCaseByName,
  findTaken,
  requireHearing,
  requireSayable,
  tellProcess,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { openSecrets } from '../delivery/open-secrets.ts';
import { insertIncomingDelivery, noteRepeat } from '../storage/incoming-deliveries.ts';
import { findIncoming, type IncomingWebhookRow, lockIncoming } from '../storage/incoming-webhooks.ts';
import { incomingSecretRows } from '../storage/secrets.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { IncomingField } from '../views/incoming-webhook.ts';
import { mapBody } from './map-body.ts';
import { noteRefusal } from './note-refusal.ts';
import { readBody } from './read-body.ts';
import { RefusedDelivery, refusalOf } from './refused-delivery.ts';
import { type Arrival, requireSenderId, requireWhole, verify } from './verify.ts';

const MINUTE_MS = 60_000;
/** Of one address. Counted once its sender is known, so that strangers use nothing of it up. */
const MOST_A_MINUTE = 120;

const unknown = (): CaseworkError =>
  new CaseworkError('NOT_FOUND', 'Expected the address of a webhook that is heard here, but there is none');

const refuseTooOften = async (surroundings: Surroundings, { id }: IncomingWebhookRow): Promise<void> => {
  const { database } = actingFor(surroundings, { kind: 'anonymous' }, 'requestCounts');
  const window = { key: `incoming:${id}`, windowMs: MINUTE_MS, at: surroundings.clock.now() };
  if ((await countRequestRow(database, window)).count <= MOST_A_MINUTE) return;
  throw new RefusedDelivery(
    'tooOften',
    `Expected at most ${MOST_A_MINUTE} messages a minute at this address, but there were more. Send it again in a minute`,
  );
};

/** A case that goes on, of the administration and the procedure of the address: any other one does not exist for its sender. */
const requireTarget = async (
  { database }: Surroundings,
  { administration, procedure_key: procedureKey }: IncomingWebhookRow,
  name: string,
): Promise<CaseRow> => {
  const found = await findCaseByName(database, { administration, name });
  if (found?.procedure_key === procedureKey) return requireHearing(found);
  throw new RefusedDelivery(
    'caseUnknown',
    `Expected the key or the reference of a case of ${procedureKey}, but there is none of that name`,
  );
};

interface Delivery {
  readonly webhook: IncomingWebhookRow;
  readonly senderId: string;
  readonly target: CaseRow;
  readonly taken: ReadonlySet<string>;
  readonly data: Readonly<Record<string, unknown>>;
}

const write = async (surroundings: Surroundings, tx: Queryable, delivery: Delivery): Promise<string> => {
  const { webhook, senderId, target, taken, data } = delivery;
  const { id: webhookId, administration, name, message } = webhook;
  const { clock, random } = surroundings;
  // The lock makes two of the same instant follow each other: the second one is known.
  if ((await lockIncoming(tx, webhookId)) === undefined) throw unknown();
  const known = await noteRepeat(tx, { webhookId, senderId });
  if (known !== null) return known;
  const id = random.id();
  await tellProcess(surroundings, tx, {
    teller: { caseId: target.id, system: webhookId },
    target,
    taken,
    message,
    content: { fromSystem: name, delivery: id, data },
  });
  const caseId = target.id;
  await insertIncomingDelivery(tx, {
    id,
    webhookId,
    administration,
    senderId,
    at: clock.now(),
    refusal: null,
    caseId,
  });
  await appendAudit(surroundings, tx, {
    actor: job('incomingWebhooks'),
    action: 'incomingWebhook.heard',
    object: `case:${caseId}`,
    administration,
    detail: { name, delivery: id },
  });
  return id;
};

const takeIn = async (surroundings: Surroundings, webhook: IncomingWebhookRow, came: Arrival): Promise<string> => {
  const { database, clock } = surroundings;
  const arrival = requireWhole(came);
  const now = clock.now();
  const secrets = await openSecrets(surroundings, incomingSecretRows, { webhookId: webhook.id, at: now });
  verify(arrival, { verifies: webhook.verifies === 'bearer' ? 'bearer' : 'signature', secrets, now });
  await refuseTooOften(surroundings, webhook);
  const senderId = requireSenderId(arrival);
  // Whatever became of its case since: it was taken in.
  const known = await noteRepeat(database, { webhookId: webhook.id, senderId });
  if (known !== null) return known;
  const mapping = { caseFrom: webhook.case_from, fields: webhook.fields as IncomingField[] };
  const { caseName, data } = mapBody(mapping, readBody(arrival.body), now);
  requireSayable({ message: webhook.message, data });
  const target = await requireTarget(surroundings, webhook, caseName);
  const teller = { caseId: target.id, system: webhook.id };
  const taken = await findTaken(surroundings, database, { teller, target });
  return database.transaction((tx) => write(surroundings, tx, { webhook, senderId, target, taken, data }));
};

/**
 * Hears what a system of others says at an address: proven, within its bounds, once. It tells the process of one case of one procedure
 * one message and begins nothing else. Answers the key under which it is known from then on.
 */
export const hearWebhook: UseCase<Arrival, { readonly id: string }> = async (given, _actor, arrival) => {
  const surroundings = actingAs(given, job('incomingWebhooks'));
  const webhook = await findIncoming(surroundings.database, arrival.webhookId);
  if (webhook === undefined) throw unknown();
  try {
    const id = await takeIn(surroundings, webhook, arrival);
    surroundings.outboxBell.ring();
    return { id };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal !== null) await noteRefusal(surroundings, webhook, { senderId: arrival.senderId, refusal });
    throw thrown;
  }
};
