import { actingFor, countRequestRow } from '@irisflow/access';
import { insertIncomingDelivery } from '../storage/incoming-deliveries.ts';
import type { IncomingWebhookRow } from '../storage/incoming-webhooks.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Refusal } from '../views/incoming-webhook.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Of a day, apart: strangers could else fill the log, and keep out of it what the sender does wrong. */
const MOST_OF_STRANGERS = 200;
const MOST_OF_SENDER = 500;
const longestShown = 200;
/** What is refused before anything is proven. */
const unproven: ReadonlySet<Refusal> = new Set(['tooLarge', 'unsigned']);

interface Refused {
  readonly senderId: string | null;
  readonly refusal: Refusal;
}

/** How much of a day's refusals is written down: all up to a number, then once that there were more. */
const toWrite = async (surroundings: Surroundings, webhookId: string, refusal: Refusal): Promise<Refusal | null> => {
  const isOfStranger = unproven.has(refusal);
  const most = isOfStranger ? MOST_OF_STRANGERS : MOST_OF_SENDER;
  const key = `incoming:${webhookId}:${isOfStranger ? 'strangers' : 'sender'}`;
  const { database } = actingFor(surroundings, { kind: 'anonymous' }, 'requestCounts');
  const { count } = await countRequestRow(database, { key, windowMs: DAY_MS, at: surroundings.clock.now() });
  if (count <= most) return refusal;
  return count === most + 1 ? 'more' : null;
};

/** Writes down that something was not taken in and why; what it said is not kept. */
export const noteRefusal = async (
  surroundings: Surroundings,
  { id: webhookId, administration }: IncomingWebhookRow,
  { senderId, refusal }: Refused,
): Promise<void> => {
  const written = await toWrite(surroundings, webhookId, refusal);
  if (written === null) return;
  const { database, random, clock } = surroundings;
  await insertIncomingDelivery(database, {
    id: random.id(),
    webhookId,
    administration,
    senderId: senderId?.slice(0, longestShown) ?? null,
    at: clock.now(),
    refusal: written,
    caseId: null,
  });
};
