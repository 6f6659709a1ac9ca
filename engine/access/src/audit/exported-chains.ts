import { CaseworkError } from '@irisflow/foundation';
import type { ChainHead, StoredEntry } from './chain-check.ts';
import type { ChainSource } from './judge-chains.ts';

type Line = ({ readonly kind: 'entry' } & StoredEntry) | ({ readonly kind: 'head' } & ChainHead);

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'entry' || value.kind === 'head') &&
  'chain' in value &&
  typeof value.chain === 'string' &&
  'sequence' in value &&
  typeof value.sequence === 'number' &&
  'hash' in value &&
  typeof value.hash === 'string';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const lineOf = (text: string, place: number): Line => {
  const value = parse(text);
  if (isLine(value)) return value;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected an export of the audit, one JSON object a line, but line ${place} is none`,
  );
};

const read = async function* (lines: () => AsyncIterable<string>): AsyncGenerator<Line> {
  let place = 0;
  for await (const text of lines()) {
    place += 1;
    if (text !== '') yield lineOf(text, place);
  }
};

const entriesOf = async function* (lines: () => AsyncIterable<string>, chain: string): AsyncGenerator<StoredEntry> {
  for await (const line of read(lines)) {
    if (line.kind !== 'entry' || line.chain !== chain) continue;
    const { kind: _, ...entry } = line;
    yield entry;
  }
};

/** The chains of an exported file, which is read anew for each of them so that memory holds none. */
export const exportedChains = (lines: () => AsyncIterable<string>): ChainSource => ({
  heads: async () => {
    const heads: ChainHead[] = [];
    for await (const line of read(lines))
      if (line.kind === 'head') heads.push({ chain: line.chain, sequence: line.sequence, hash: line.hash });
    return heads;
  },
  entries: (chain) => entriesOf(lines, chain),
});
