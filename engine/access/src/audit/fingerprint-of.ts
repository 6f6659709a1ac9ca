import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** One value, one hash: what says whether the same was asked before. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
