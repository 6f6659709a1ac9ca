import { createHmac } from 'node:crypto';

/** The headers by which a sender proves a message, in the words of Standard Webhooks; `at` in milliseconds. */
export const signMessage = (
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: Uint8Array },
): Readonly<Record<string, string>> => {
  const seconds = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
};
