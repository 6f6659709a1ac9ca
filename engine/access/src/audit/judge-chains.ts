import { askedOf, compareWithAnchors, sinceAnchor, type Anchor } from './anchor.ts';
import { createChainCheck, type AuditFinding, type ChainHead, type StoredEntry } from './chain-check.ts';

export interface ChainVerdict {
  readonly chain: string;
  readonly entries: number;
  readonly intact: boolean;
  readonly findings: readonly AuditFinding[];
  /** When the chain was last anchored; null when it never was. */
  readonly anchoredAt: string | null;
}

/** Chains to judge, wherever they come from. */
export interface ChainSource {
  /** Those that exist, by their heads. */
  heads(): Promise<readonly ChainHead[]>;
  /** The entries of a chain in order. */
  entries(chain: string): AsyncIterable<StoredEntry>;
}

const judge = async (source: ChainSource, chain: string, anchors: readonly Anchor[]): Promise<ChainVerdict> => {
  const headOf = async () => (await source.heads()).find((one) => one.chain === chain) ?? null;
  const before = await headOf();
  const asked = new Set([...askedOf(anchors, chain), ...(before === null ? [] : [before.sequence])]);
  const check = createChainCheck(chain, asked);
  for await (const entry of source.entries(chain)) check.take(entry);
  const inside = check.end({ before, after: await headOf() }).map((finding) => sinceAnchor(anchors, finding));
  const findings = inside.some(({ problem }) => problem === 'entryChanged')
    ? inside
    : [...inside, ...compareWithAnchors(anchors, chain, check)];
  const anchoredAt = anchors.findLast(({ heads }) => heads.some((one) => one.chain === chain))?.at ?? null;
  return { chain, entries: check.entries, intact: findings.length === 0, findings, anchoredAt };
};

/** Judges chains, those that only anchors still know included. */
export const judgeChains = async (
  source: ChainSource,
  anchors: readonly Anchor[],
  wanted: string | null,
): Promise<ChainVerdict[]> => {
  const known = (await source.heads()).map(({ chain }) => chain);
  const anchored = anchors.flatMap(({ heads }) => heads.map(({ chain }) => chain));
  const chains = [...new Set([...known, ...anchored])].toSorted();
  const verdicts: ChainVerdict[] = [];
  for (const chain of chains.filter((one) => wanted === null || one === wanted))
    verdicts.push(await judge(source, chain, anchors));
  return verdicts;
};
