import type { Queryable } from '@irisflow/database';
import { listAuditHeads, readAuditChain } from '../storage/audit.ts';
import { instantOf } from '@irisflow/foundation';
import type { StoredEntry } from './chain-check.ts';
import type { ChainSource } from './judge-chains.ts';

const BATCH = 1000;

const entriesOf = async function* (db: Queryable, chain: string): AsyncGenerator<StoredEntry> {
  for (let after = -1; ;) {
    const rows = await readAuditChain(db, { chain, after, limit: BATCH });
    for (const { sequence, at, actor, action, object, outcome, detail, previous_hash: previousHash, hash } of rows)
      yield {
        chain,
        sequence: Number(sequence),
        at: instantOf(at),
        actor,
        action,
        object,
        outcome,
        detail,
        previousHash,
        hash,
      };
    if (rows.length < BATCH) return;
    after = Number(rows.at(-1)?.sequence);
  }
};

/** The chains of the store that its reader may see. */
export const storedChains = (db: Queryable): ChainSource => ({
  heads: () => listAuditHeads(db),
  entries: (chain) => entriesOf(db, chain),
});
