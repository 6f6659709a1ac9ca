import { LogoFault } from '../logo-fault.ts';
import { type PathData, readPath } from './path-data.ts';
import { lengthOf, numbersOf, written } from './svg-numbers.ts';

/** Attributes of one element by name. */
export type Attributes = ReadonlyMap<string, string>;

const sizeOf = (attributes: Attributes, name: string, fallback = 0): number => {
  const text = attributes.get(name);
  return text === undefined || text === 'auto' ? fallback : lengthOf(text);
};

const positive = (value: number, name: string): number => {
  if (value < 0) throw new LogoFault('value', `${name}="${value}"`);
  return value;
};

const join = (...parts: readonly (string | number)[]): PathData =>
  readPath(parts.map((part) => (typeof part === 'number' ? written(part) : part)).join(' '));

const nothing: PathData = { d: '', numbers: 0 };

const oval = (cx: number, cy: number, [rx, ry]: readonly [number, number]): PathData =>
  rx === 0 || ry === 0
    ? nothing
    : join('M', cx - rx, cy, 'A', rx, ry, 0, 1, 0, cx + rx, cy, 'A', rx, ry, 0, 1, 0, cx - rx, cy, 'Z');

const rectangle = (attributes: Attributes): PathData => {
  const [x, y] = [sizeOf(attributes, 'x'), sizeOf(attributes, 'y')];
  const width = positive(sizeOf(attributes, 'width'), 'width');
  const height = positive(sizeOf(attributes, 'height'), 'height');
  if (width === 0 || height === 0) return nothing;
  const [ownX, ownY] = [sizeOf(attributes, 'rx', -1), sizeOf(attributes, 'ry', -1)];
  const rx = Math.min(ownX < 0 ? Math.max(ownY, 0) : ownX, width / 2);
  const ry = Math.min(ownY < 0 ? Math.max(ownX, 0) : ownY, height / 2);
  if (rx === 0 || ry === 0) return join('M', x, y, 'H', x + width, 'V', y + height, 'H', x, 'Z');
  const corner = (toX: number, toY: number) => ['A', rx, ry, 0, 0, 1, toX, toY] as const;
  return join(
    'M',
    x + rx,
    y,
    'H',
    x + width - rx,
    ...corner(x + width, y + ry),
    'V',
    y + height - ry,
    ...corner(x + width - rx, y + height),
    'H',
    x + rx,
    ...corner(x, y + height - ry),
    'V',
    y + ry,
    ...corner(x + rx, y),
    'Z',
  );
};

const polygon = (attributes: Attributes, end: 'Z' | ''): PathData => {
  const points = numbersOf(attributes.get('points') ?? '');
  if (points.length % 2 === 1) throw new LogoFault('value', 'points');
  return points.length < 4 ? nothing : join('M', ...points, end);
};

/** What each element that draws draws, as a path. */
export const shapes = {
  path: (attributes) => readPath(attributes.get('d') ?? ''),
  rect: rectangle,
  circle: (attributes) => {
    const r = positive(sizeOf(attributes, 'r'), 'r');
    return oval(sizeOf(attributes, 'cx'), sizeOf(attributes, 'cy'), [r, r]);
  },
  ellipse: (attributes) =>
    oval(sizeOf(attributes, 'cx'), sizeOf(attributes, 'cy'), [
      positive(sizeOf(attributes, 'rx'), 'rx'),
      positive(sizeOf(attributes, 'ry'), 'ry'),
    ]),
  line: (attributes) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ['x1', 'y1', 'x2', 'y2'].map((name) => sizeOf(attributes, name));
    return join('M', x1, y1, 'L', x2, y2);
  },
  polyline: (attributes) => polygon(attributes, ''),
  polygon: (attributes) => polygon(attributes, 'Z'),
} as const satisfies Readonly<Record<string, (attributes: Attributes) => PathData>>;

/** Attributes that say where a shape is; whatever else an element has is about how it looks. */
export const geometry: ReadonlySet<string> = new Set([
  'd',
  'x',
  'y',
  'width',
  'height',
  'rx',
  'ry',
  'r',
  'cx',
  'cy',
  'x1',
  'y1',
  'x2',
  'y2',
  'points',
]);
