import { requireStaff, type Actor } from '../actor.ts';
import { listAuditChains, readAuditChain, readAuditHead, type AuditRow } from '../storage/audit.ts';
import { instantOf } from '../storage/columns.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { entryHash, genesisHash } from './entry-hash.ts';

export interface ChainVerdict {
  readonly chain: string;
  readonly entries: number;
  readonly intact: boolean;
  /** The first entry that is missing, changed or out of order; null when the chain is intact. */
  readonly firstBadSequence: number | null;
}

const BATCH = 1000;

const isNext = (chain: string, row: AuditRow, before: { sequence: number; hash: string }): boolean => {
  const sequence = Number(row.sequence);
  const { actor, action, object, outcome, detail } = row;
  const expected = entryHash(before.hash, {
    chain,
    sequence,
    at: instantOf(row.at),
    actor,
    action,
    object,
    outcome,
    detail,
  });
  return sequence === before.sequence + 1 && row.previous_hash === before.hash && row.hash === expected;
};

const verifyChain = async ({ database }: Surroundings, chain: string): Promise<ChainVerdict> => {
  let before = { sequence: 0, hash: genesisHash };
  for (;;) {
    const rows = await readAuditChain(database, { chain, after: before.sequence, limit: BATCH });
    for (const row of rows) {
      if (!isNext(chain, row, before))
        return { chain, entries: before.sequence, intact: false, firstBadSequence: before.sequence + 1 };
      before = { sequence: Number(row.sequence), hash: row.hash };
    }
    if (rows.length < BATCH) break;
  }
  const head = await readAuditHead(database, chain);
  const intact = head === null || (head.sequence === before.sequence && head.hash === before.hash);
  return { chain, entries: before.sequence, intact, firstBadSequence: intact ? null : before.sequence + 1 };
};

const requireReader = (actor: Actor): string | null =>
  actor.kind === 'job' ? null : requireStaff(actor, ['auditor', 'administrator']).administration;

/** Recomputes every hash of the chains the reader may see. */
export const verifyAudit: UseCase<Record<string, never>, ChainVerdict[]> = async (surroundings, actor) => {
  const own = requireReader(actor);
  const chains = own === null ? await listAuditChains(surroundings.database) : [own];
  const verdicts: ChainVerdict[] = [];
  for (const chain of chains) verdicts.push(await verifyChain(surroundings, chain));
  return verdicts;
};
