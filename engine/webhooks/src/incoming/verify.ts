import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Verification } from '../views/incoming-webhook.ts';
import { keyOf } from '../delivery/sign.ts';
import { RefusedDelivery } from './refused-delivery.ts';

/** What came to an address, as it came. */
export interface Arrival {
  readonly webhookId: string;
  /** What its sender calls it: the header `webhook-id`. */
  readonly senderId: string | null;
  /** Seconds since 1970: the header `webhook-timestamp`. */
  readonly timestamp: string | null;
  readonly signature: string | null;
  readonly authorization: string | null;
  /** Null where it was longer than what is read: nothing of it was looked at. */
  readonly body: Uint8Array | null;
}

/** What came, whole. */
export type WholeArrival = Arrival & { readonly body: Uint8Array };

const isWhole = (arrival: Arrival): arrival is WholeArrival => arrival.body !== null;

export const requireWhole = (arrival: Arrival): WholeArrival => {
  if (isWhole(arrival)) return arrival;
  throw new RefusedDelivery('tooLarge', 'Expected a smaller body, but this one is longer than what the address takes');
};

/** Clocks differ, and what is older was taken down by somebody on its way. */
const WINDOW_MS = 5 * 60_000;
/** During a rotation a sender shows two. */
const MOST_SIGNATURES = 10;

const isSame = (found: Uint8Array, expected: Uint8Array): boolean =>
  found.length === expected.length && timingSafeEqual(found, expected);

/** Compares each with each, however early one fits: how long it takes says nothing of a secret. */
const isAmong = (found: readonly Uint8Array[], expected: readonly Uint8Array[]): boolean =>
  found.flatMap((one) => expected.map((other) => isSame(one, other))).includes(true);

const refuse = (): never => {
  throw new RefusedDelivery('unsigned', 'Expected a message of the sender of this address, but nothing proves it');
};

const shownSignatures = (header: string): Uint8Array[] =>
  header
    .split(' ')
    .slice(0, MOST_SIGNATURES)
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice('v1,'.length), 'base64'));

const isSigned = ({ senderId, timestamp, signature, body }: WholeArrival, secrets: readonly string[]): boolean => {
  const expected = secrets.map((secret) =>
    createHmac('sha256', keyOf(secret))
      .update(`${senderId ?? ''}.${timestamp ?? ''}.`)
      .update(body)
      .digest(),
  );
  return isAmong(shownSignatures(signature ?? ''), expected);
};

/** Told to whoever has the secret alone. */
const requireClock = ({ timestamp }: Arrival, now: number): void => {
  const at = /^\d{1,12}$/.test(timestamp ?? '') ? Number(timestamp) * 1000 : Number.NaN;
  if (Math.abs(now - at) <= WINDOW_MS) return;
  throw new RefusedDelivery(
    'clock',
    `Expected a webhook-timestamp within ${WINDOW_MS / 60_000} minutes of ${Math.floor(now / 1000)}, but found ${timestamp ?? 'none'}`,
  );
};

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();

const isShown = ({ authorization }: Arrival, secrets: readonly string[]): boolean => {
  const shown = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  return shown !== undefined && isAmong([digest(shown)], secrets.map(digest));
};

const longestSenderId = 200;

/** What its sender calls a message, by which it is known when it comes again. */
export const requireSenderId = ({ senderId }: Arrival): string => {
  if (senderId !== null && senderId.trim() !== '' && senderId.length <= longestSenderId) return senderId;
  throw new RefusedDelivery(
    'unnamed',
    `Expected a header webhook-id of 1 to ${longestSenderId} characters that stays the same when a message is sent again`,
  );
};

interface Proof {
  readonly verifies: Verification;
  readonly secrets: readonly string[];
  readonly now: number;
}

/** Refuses what nobody proves to have sent, and what was sent at another time. */
export const verify = (arrival: WholeArrival, { verifies, secrets, now }: Proof): void => {
  if (verifies === 'bearer') {
    if (!isShown(arrival, secrets)) refuse();
    return;
  }
  if (!isSigned(arrival, secrets)) refuse();
  requireClock(arrival, now);
};
