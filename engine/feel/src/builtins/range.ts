import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { compare } from '../values/compare.ts';
import { feelRange } from '../values/feel-range.ts';
import type { FeelRange } from '../values/feel-range.ts';
import { inRange } from '../values/in-range.ts';
import { isKind } from '../values/kind-of.ts';
import { parseRange } from '../values/parse-range.ts';
import { signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

/** An end of a range on the line: the value and which side of it the range lies on, so that `(5` comes after `[5`. */
interface Edge {
  readonly value: unknown;
  readonly side: -1 | 0 | 1;
  readonly infinity: -1 | 0 | 1;
}

const startEdge = ({ start, startIncluded, equality }: FeelRange): Edge => ({
  value: start,
  side: startIncluded ? 0 : 1,
  infinity: start === null || equality === '!=' ? -1 : 0,
});

const endEdge = ({ end, endIncluded, equality }: FeelRange): Edge => ({
  value: end,
  side: endIncluded ? 0 : -1,
  infinity: end === null || equality === '!=' ? 1 : 0,
});

const compareEdges = (a: Edge, b: Edge): number | null => {
  if (a.infinity !== 0 || b.infinity !== 0) return a.infinity - b.infinity;
  const order = compare(a.value, b.value);
  return order === null || order !== 0 ? order : a.side - b.side;
};

/** A point is the range that holds only itself. */
const asRange = (value: unknown): FeelRange =>
  isKind(value, 'range') ? value : feelRange({ start: value, end: value, startIncluded: true, endIncluded: true });

type Relation = (a: FeelRange, b: FeelRange) => boolean | null;

const ordered = (order: number | null, holds: (order: number) => boolean): boolean | null =>
  order === null ? null : holds(order);

const both = (a: boolean | null, b: boolean | null): boolean | null => {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
};

const isBefore: Relation = (a, b) => ordered(compareEdges(endEdge(a), startEdge(b)), (order) => order < 0);

const meets: Relation = (a, b) =>
  both(
    a.endIncluded && b.startIncluded,
    ordered(compare(a.end, b.start), (order) => order === 0),
  );

const overlaps: Relation = (a, b) =>
  both(
    ordered(compareEdges(startEdge(a), endEdge(b)), (order) => order <= 0),
    ordered(compareEdges(startEdge(b), endEdge(a)), (order) => order <= 0),
  );

const overlapsBefore: Relation = (a, b) =>
  both(
    ordered(compareEdges(startEdge(a), startEdge(b)), (order) => order < 0),
    both(
      overlaps(a, b),
      ordered(compareEdges(endEdge(a), endEdge(b)), (order) => order <= 0),
    ),
  );

const sameStart: Relation = (a, b) => ordered(compareEdges(startEdge(a), startEdge(b)), (order) => order === 0);

const sameEnd: Relation = (a, b) => ordered(compareEdges(endEdge(a), endEdge(b)), (order) => order === 0);

const includes: Relation = (a, b) =>
  both(
    ordered(compareEdges(startEdge(a), startEdge(b)), (order) => order <= 0),
    ordered(compareEdges(endEdge(b), endEdge(a)), (order) => order <= 0),
  );

const finishes: Relation = (a, b) => both(sameEnd(a, b), includes(b, a));

const starts: Relation = (a, b) => both(sameStart(a, b), includes(b, a));

const coincides: Relation = (a, b) => both(sameStart(a, b), sameEnd(a, b));

const swapped =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

const relate = (relation: Relation): Builtin => [
  signature(['range1: range', 'range2: range'], (_: Runtime, a, b) => relation(a, b)),
];

const relateRangeAndPoint = (relation: Relation): Builtin => [
  ...relate(relation),
  signature(['range: range', 'point: point'], (_: Runtime, range, point) => relation(range, asRange(point))),
];

const relatePointAndRange = (relation: Relation): Builtin => [
  ...relate(relation),
  signature(['point: point', 'range: range'], (_: Runtime, point, range) => relation(asRange(point), range)),
];

/** Either side may be a single point. */
const relatePoints = (relation: Relation): Builtin => [
  ...relateRangeAndPoint(relation),
  signature(['point: point', 'range: range'], (_: Runtime, point, range) => relation(asRange(point), range)),
  signature(['point1: point', 'point2: point'], (_: Runtime, a, b) => relation(asRange(a), asRange(b))),
];

const coincidesPoints: Builtin = [
  ...relate(coincides),
  signature(['point1: point', 'point2: point'], (_: Runtime, a, b) => coincides(asRange(a), asRange(b))),
];

const includesPoint: Builtin = [
  ...relate(includes),
  signature(['range: range', 'point: point'], (_, range, point) => inRange(point, range)),
];

const duringRange: Builtin = [
  ...relate(swapped(includes)),
  signature(['point: point', 'range: range'], (_, point, range) => inRange(point, range)),
];

/** Functions that make ranges, and relate ranges and points. */
export const range: Readonly<Record<string, Builtin>> = {
  range: [
    signature(['from: string'], (runtime, from) => {
      return parseRange(from) ?? warn(runtime, 'VALUE_UNREADABLE', { text: `"${from}"`, type: 'range' });
    }),
  ],
  before: relatePoints(isBefore),
  after: relatePoints(swapped(isBefore)),
  meets: relate(meets),
  'met by': relate(swapped(meets)),
  overlaps: relate(overlaps),
  'overlaps before': relate(overlapsBefore),
  'overlaps after': relate(swapped(overlapsBefore)),
  finishes: relatePointAndRange(finishes),
  'finished by': relateRangeAndPoint(swapped(finishes)),
  includes: includesPoint,
  during: duringRange,
  starts: relatePointAndRange(starts),
  'started by': relateRangeAndPoint(swapped(starts)),
  coincides: coincidesPoints,
};
