import { parseFeel, type FeelSyntax } from '@irisflow/feel';
import type { Knowledge } from './known-name.ts';
import { typeAt, type ValueType } from './value-type.ts';

/** A name in an expression that nothing gives a value, with where it stands in the text. */
export interface UnknownName {
  /** As far as the first part that is not known: `application.incom`. */
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The name that was probably meant; null where none is near. */
  readonly meant: readonly string[] | null;
  /** False where something before the place may bring names that no file says. */
  readonly isSure: boolean;
}

/** How many letters one word is away from another: put in, left out, exchanged. */
const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
};

/** The nearest of some names; null where all are too far to be meant. */
export const nearestName = (name: string, among: readonly string[]): string | null => {
  const word = name.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  const near = among
    .map((other) => ({ other, far: distance(word, other.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far);
  return near[0]?.other ?? null;
};

const insideOf = (type: ValueType): readonly string[] => {
  if (type.kind === 'list') return insideOf(type.of);
  return type.kind === 'context' ? type.fields.map(({ name }) => name) : [];
};

/** Properties that dates and the like have by themselves. */
const ownProperties = new Set([
  'year',
  'month',
  'day',
  'weekday',
  'hour',
  'minute',
  'second',
  'years',
  'months',
  'days',
  'hours',
  'minutes',
  'seconds',
  'value',
  'timezone',
]);

const firstUnknown = (type: ValueType, path: readonly string[]): number | null => {
  const count = path.findIndex((_, index) => typeAt(type, path.slice(0, index + 1)) === undefined);
  return count < 0 || ownProperties.has(path[count] ?? '') ? null : count;
};

const unknownIn = (path: readonly string[], { names, isOpen }: Knowledge): Omit<UnknownName, 'from' | 'to'> | null => {
  const [root = '', ...inside] = path;
  const known = names.get(root);
  if (known === undefined) {
    const meant = nearestName(root, [...names.keys()]);
    return { path: [root], meant: meant === null ? null : [meant], isSure: !isOpen };
  }
  const at = firstUnknown(known.type, inside);
  if (at === null) return null;
  const before = inside.slice(0, at);
  const holder = typeAt(known.type, before)?.type ?? known.type;
  const meant = nearestName(inside[at] ?? '', insideOf(holder));
  return {
    path: [root, ...inside.slice(0, at + 1)],
    meant: meant === null ? null : [root, ...before, meant],
    isSure: true,
  };
};

/** The names of an expression that nothing gives a value; none where the text cannot be read. */
export const unknownNames = (
  source: string,
  knowledge: Knowledge,
  syntax: FeelSyntax = 'expression',
): UnknownName[] => {
  try {
    return parseFeel(source, syntax).reads.flatMap(({ path, from, to }) => {
      const unknown = unknownIn(path, knowledge);
      return unknown === null ? [] : [{ ...unknown, from, to }];
    });
  } catch {
    return [];
  }
};
