import { hostilityOf } from '@irisflow/foundation';
import { RefusedDelivery } from './refused-delivery.ts';

const refuse = (why: string): never => {
  throw new RefusedDelivery('unreadable', `Expected a JSON object in UTF-8, but ${why}`);
};

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('the body is something else');
  }
};

/** What was sent, as values; refused where it would cost those behind it dearly. */
export const readBody = (bytes: Uint8Array): object => {
  const body = parse(bytes);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('the body is another value');
  const hostility = hostilityOf(body);
  return hostility === null ? body : refuse(hostility);
};
