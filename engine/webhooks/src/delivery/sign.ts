import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret as others are given it: what signs is the 256 bits behind the beginning. */
export const writeSecret = (random: string): string =>
  `${PREFIX}${Buffer.from(random, 'base64url').toString('base64')}`;

/** The bits that sign. */
export const keyOf = (secret: string): Uint8Array => Buffer.from(secret.slice(PREFIX.length), 'base64');

export interface Signed {
  readonly id: string;
  /** Of this attempt, in milliseconds; receivers refuse what is minutes away from their own clock. */
  readonly at: number;
  readonly body: string;
  /** The newest first: during a rotation a receiver takes either. */
  readonly secrets: readonly string[];
}

/** The three headers of Standard Webhooks. */
export const signatureHeaders = ({ id, at, body, secrets }: Signed): Record<string, string> => {
  const seconds = String(Math.floor(at / 1000));
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') };
};
