import { entryHash, genesisHash, type AuditContent } from './entry-hash.ts';

/** An entry as it is stored or exported. */
export interface StoredEntry extends AuditContent {
  readonly previousHash: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

export type AuditProblem =
  /** An entry does not follow from the one before it. */
  | 'entryChanged'
  /** Entries end before the head says. */
  | 'tailMissing'
  /** The head is not the hash of the last entry. */
  | 'headChanged'
  /** The entries fit each other, but not what was anchored: somebody wrote the chain anew. */
  | 'anchorDiffers'
  /** A chain that was anchored is shorter than it was, or gone. */
  | 'anchoredMissing'
  /** A line of anchors is not signed by the key, or lines between are gone. */
  | 'anchorsChanged';

/** What does not fit, named so that somebody can look: which chain, from which entry, and which anchor still fits. */
export interface AuditFinding {
  readonly problem: AuditProblem;
  /** Null when it is about the anchors themselves. */
  readonly chain: string | null;
  /** The first entry that can no longer be believed, or the line of the anchors. */
  readonly from: number;
  /** When the last anchor was made that still fits; null when there is none. */
  readonly since: string | null;
}

export interface ChainCheck {
  take(entry: StoredEntry): void;
  /** The hash at a sequence that was asked for beforehand. */
  hashAt(sequence: number): string | undefined;
  /** Every entry was taken; compared with the head as it was before and is after, for the chain may grow meanwhile. */
  end(heads: { readonly before: ChainHead | null; readonly after: ChainHead | null }): AuditFinding[];
  readonly entries: number;
}

/** Recomputes a chain entry by entry; keeps the hashes of the sequences that anchors ask about. */
export const createChainCheck = (chain: string, asked: ReadonlySet<number>): ChainCheck => {
  let last: ChainHead = { chain, sequence: 0, hash: genesisHash };
  let bad: number | null = null;
  const hashes = new Map([[0, genesisHash]]);
  const finding = (problem: AuditProblem, from: number): AuditFinding => ({ problem, chain, from, since: null });
  return {
    get entries() {
      return last.sequence;
    },
    take: ({ previousHash, hash, ...content }) => {
      const follows =
        content.sequence === last.sequence + 1 && previousHash === last.hash && hash === entryHash(last.hash, content);
      if (!follows) bad ??= last.sequence + 1;
      if (asked.has(content.sequence)) hashes.set(content.sequence, hash);
      last = { chain, sequence: content.sequence, hash };
    },
    hashAt: (sequence) => hashes.get(sequence),
    end: ({ before, after }) => {
      if (bad !== null) return [finding('entryChanged', bad)];
      if (before === null || after === null) return last.sequence === 0 ? [] : [finding('headChanged', last.sequence)];
      if (before.sequence > last.sequence) return [finding('tailMissing', last.sequence + 1)];
      const fits = hashes.get(before.sequence) === before.hash && last.sequence <= after.sequence;
      return fits ? [] : [finding('headChanged', Math.min(before.sequence, after.sequence))];
    },
  };
};
