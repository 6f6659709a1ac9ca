import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '@irisflow/foundation';

export const systemClock: Clock = { now: () => Date.now() };

/** Ids and tokens that nobody can guess. */
export const createRandom = (): Random => ({
  id: () => randomBytes(16).toString('base64url'),
  token: () => randomBytes(32).toString('base64url'),
});
