import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export interface AuditContent {
  readonly chain: string;
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly outcome: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Hash of the entry before the first one. */
export const genesisHash = '0'.repeat(64);

export const entryHash = (previousHash: string, content: AuditContent): string =>
  createHash('sha256').update(previousHash).update(canonicalJson(content)).digest('hex');
