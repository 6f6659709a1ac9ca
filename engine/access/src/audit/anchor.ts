import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { AuditFinding, ChainCheck, ChainHead } from './chain-check.ts';
import { genesisHash } from './entry-hash.ts';

/** Where every chain ended at a moment; one line of the file of anchors. */
export interface Anchor {
  readonly at: string;
  readonly heads: readonly ChainHead[];
  /** Hash of the line before, so that no line can be taken out. */
  readonly previous: string;
  readonly signature: string;
}

const lineHash = (line: string): string => createHash('sha256').update(line).digest('hex');
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const signed = ({ at, heads, previous }: Omit<Anchor, 'signature'>): Buffer =>
  Buffer.from(canonicalJson({ at, heads, previous }));

/** A new Ed25519 key pair as PEM. */
export const createAnchorKey = (): { readonly privateKey: string; readonly publicKey: string } => {
  const pair = generateKeyPairSync('ed25519');
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};

/** The next line after `text`, signed. */
export const anchorLine = (
  text: string,
  { at, heads, key }: { readonly at: string; readonly heads: readonly ChainHead[]; readonly key: KeyObject },
): string => {
  const before = linesOf(text).at(-1);
  const content = { at, heads, previous: before === undefined ? genesisHash : lineHash(before) };
  return canonicalJson({ ...content, signature: sign(null, signed(content), key).toString('base64') });
};

const isHead = (value: unknown): value is ChainHead =>
  typeof value === 'object' &&
  value !== null &&
  'chain' in value &&
  typeof value.chain === 'string' &&
  'sequence' in value &&
  typeof value.sequence === 'number' &&
  'hash' in value &&
  typeof value.hash === 'string';

const isAnchor = (value: unknown): value is Anchor =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'previous' in value &&
  typeof value.previous === 'string' &&
  'signature' in value &&
  typeof value.signature === 'string' &&
  'heads' in value &&
  Array.isArray(value.heads) &&
  value.heads.every(isHead);

const parse = (line: string): Anchor | null => {
  try {
    const value: unknown = JSON.parse(line);
    return isAnchor(value) ? value : null;
  } catch {
    return null;
  }
};

export interface ReadAnchors {
  readonly anchors: readonly Anchor[];
  readonly findings: readonly AuditFinding[];
}

/** Reads a file of anchors as far as it is whole: the first line that is not signed or does not follow is named. */
export const readAnchors = (text: string, publicKey: string): ReadAnchors => {
  const key = createPublicKey(publicKey);
  const anchors: Anchor[] = [];
  let previous = genesisHash;
  for (const [place, line] of linesOf(text).entries()) {
    const anchor = parse(line);
    const isWhole =
      anchor !== null &&
      anchor.previous === previous &&
      verify(null, signed(anchor), key, Buffer.from(anchor.signature, 'base64'));
    if (!isWhole) {
      const since = anchors.at(-1)?.at ?? null;
      return { anchors, findings: [{ problem: 'anchorsChanged', chain: null, from: place + 1, since }] };
    }
    anchors.push(anchor);
    previous = lineHash(line);
  }
  return { anchors, findings: [] };
};

/** The places in a chain that anchors tell something about. */
export const askedOf = (anchors: readonly Anchor[], chain: string): ReadonlySet<number> =>
  new Set(anchors.flatMap(({ heads }) => heads.filter((head) => head.chain === chain).map(({ sequence }) => sequence)));

const anchoredHeads = (anchors: readonly Anchor[], chain: string) =>
  anchors.flatMap(({ at, heads }) => heads.filter((head) => head.chain === chain).map((head) => ({ at, ...head })));

/** Compares a chain that was read with every anchor of it, the oldest first; the first that does not fit says from where. */
export const compareWithAnchors = (anchors: readonly Anchor[], chain: string, check: ChainCheck): AuditFinding[] => {
  let fits: { readonly at: string | null; readonly sequence: number } = { at: null, sequence: 0 };
  for (const { at, sequence, hash } of anchoredHeads(anchors, chain)) {
    const found = check.hashAt(sequence);
    if (found === undefined)
      return [{ problem: 'anchoredMissing', chain, from: Math.min(check.entries, sequence - 1) + 1, since: fits.at }];
    if (found !== hash) return [{ problem: 'anchorDiffers', chain, from: fits.sequence + 1, since: fits.at }];
    fits = { at, sequence };
  }
  return [];
};

/** The last anchor that fits is what a finding of the chain itself is told with. */
export const sinceAnchor = (anchors: readonly Anchor[], finding: AuditFinding): AuditFinding => {
  if (finding.chain === null || finding.since !== null) return finding;
  const before = anchoredHeads(anchors, finding.chain).filter(({ sequence }) => sequence < finding.from);
  return { ...finding, since: before.at(-1)?.at ?? null };
};
