import { evaluate, parseFeel, type FeelContext } from '@irisflow/feel';
import { dayOf, type Point } from './points.ts';

/**
 * A set of values that no cell of a column tells apart, with one of them. A span lies between its ends, which are not in
 * it; null is no end. `other` is every text that no cell names.
 */
export type Atom =
  | { readonly kind: 'point'; readonly point: Point; readonly sample: unknown }
  | {
      readonly kind: 'span';
      readonly of: 'number' | 'day';
      readonly from: number | null;
      readonly to: number | null;
      readonly sample: unknown;
    }
  | { readonly kind: 'other'; readonly sample: unknown }
  /** All values of a column in which no cell asks for any. */
  | { readonly kind: 'all'; readonly sample: null };

const dateValue = (at: number, context: FeelContext): unknown => {
  const result = evaluate(parseFeel(`date("${dayOf(at)}")`, 'expression'), context);
  return result.ok ? result.value : null;
};

const sampleOf = (point: Point, context: FeelContext): unknown => {
  switch (point.kind) {
    case 'number':
      return point.at;
    case 'day':
      return dateValue(point.at, context);
    case 'text':
      return point.text;
    case 'yesNo':
      return point.isYes;
    case 'nothing':
      return null;
  }
};

interface Axis {
  readonly of: 'number' | 'day';
  /** Days, and numbers of a column that has whole ones alone. */
  readonly isWhole: boolean;
  readonly context: FeelContext;
}

const between = (from: number | null, to: number | null, isWhole: boolean): number | null => {
  if (from === null) return to === null ? 0 : Math.ceil(to) - 1;
  if (to === null) return Math.floor(from) + 1;
  const middle = isWhole ? Math.floor(from) + 1 : from + (to - from) / 2;
  return middle > from && middle < to ? middle : null;
};

const span = (from: number | null, to: number | null, { of, isWhole, context }: Axis): Atom[] => {
  const at = between(from, to, isWhole);
  if (at === null) return [];
  return [{ kind: 'span', of, from, to, sample: of === 'number' ? at : dateValue(at, context) }];
};

const ordered = (places: readonly number[], axis: Axis): Atom[] => {
  const sorted = [...new Set(places)].toSorted((left, right) => left - right);
  const points = sorted.flatMap((at, index): Atom[] => {
    const point: Point = { kind: axis.of, at };
    return [
      ...span(sorted[index - 1] ?? null, at, axis),
      { kind: 'point', point, sample: sampleOf(point, axis.context) },
    ];
  });
  return [...points, ...span(sorted.at(-1) ?? null, null, axis)];
};

/** A text that is none of those that are known. */
const strangeText = (texts: readonly string[]): string => {
  let strange = '…';
  while (texts.includes(strange)) strange += '…';
  return strange;
};

const ofTexts = (points: readonly Point[]): Atom[] => {
  const texts = [...new Set(points.flatMap((point) => (point.kind === 'text' ? [point.text] : [])))];
  return [
    ...texts.map((text): Atom => ({ kind: 'point', point: { kind: 'text', text }, sample: text })),
    { kind: 'other', sample: strangeText(texts) },
  ];
};

const ofYesNo: readonly Atom[] = [true, false].map((isYes) => ({
  kind: 'point',
  point: { kind: 'yesNo', isYes },
  sample: isYes,
}));

const places = (points: readonly Point[]): number[] => points.flatMap((point) => ('at' in point ? [point.at] : []));

const nothing: Atom = { kind: 'point', point: { kind: 'nothing' }, sample: null };

/**
 * The atoms of a column by the values that its cells name; null where they name values of several kinds. A missing value
 * is among them only where a cell asks for it.
 */
export const atomsOf = (
  points: readonly Point[],
  { isWhole, context }: { readonly isWhole: boolean; readonly context: FeelContext },
): readonly Atom[] | null => {
  const kinds = [...new Set(points.map(({ kind }) => kind))].filter((kind) => kind !== 'nothing');
  const empty = points.some(({ kind }) => kind === 'nothing') ? [nothing] : [];
  const [kind, ...more] = kinds;
  if (more.length > 0) return null;
  switch (kind) {
    case 'number':
      return [...ordered(places(points), { of: 'number', isWhole, context }), ...empty];
    case 'day':
      return [...ordered(places(points), { of: 'day', isWhole: true, context }), ...empty];
    case 'text':
      return [...ofTexts(points), ...empty];
    case 'yesNo':
      return [...ofYesNo, ...empty];
    default:
      return empty.length === 0 ? [{ kind: 'all', sample: null }] : null;
  }
};
