import { LogoFault } from '../logo-fault.ts';
import { numbersOf } from './svg-numbers.ts';

/** `[a b c d e f]`, as in SVG: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export const multiplied = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const rotation = (degrees: number, x: number, y: number): Matrix => {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return multiplied(multiplied([1, 0, 0, 1, x, y], [cos, sin, -sin, cos, 0, 0]), [1, 0, 0, 1, -x, -y]);
};

type Maker = (numbers: readonly number[]) => Matrix | undefined;

const makers: Readonly<Record<string, Maker>> = {
  matrix: (numbers) => (numbers.length === 6 ? (numbers as unknown as Matrix) : undefined),
  translate: ([x, y = 0, more]) => (x === undefined || more !== undefined ? undefined : [1, 0, 0, 1, x, y]),
  scale: ([x, y = x, more]) =>
    x === undefined || y === undefined || more !== undefined ? undefined : [x, 0, 0, y, 0, 0],
  rotate: ([degrees, x = 0, y = 0, more]) =>
    degrees === undefined || more !== undefined ? undefined : rotation(degrees, x, y),
  skewX: ([degrees, more]) =>
    degrees === undefined || more !== undefined ? undefined : [1, 0, Math.tan(radians(degrees)), 1, 0, 0],
  skewY: ([degrees, more]) =>
    degrees === undefined || more !== undefined ? undefined : [1, Math.tan(radians(degrees)), 0, 1, 0, 0],
};

const MAX_STEPS = 20;
/** No two blanks may stand beside each other in it: each way to share a run of blanks would be tried. */
const step = /\s*(?:,\s*)?([a-zA-Z]+)\s*\(([^()]*)\)\s*/y;

/** Reads a list of transforms into one matrix. */
export const readTransform = (text: string): Matrix => {
  let matrix = identity;
  let steps = 0;
  step.lastIndex = 0;
  for (let at = 0; at < text.trimEnd().length; at = step.lastIndex) {
    const found = step.exec(text);
    const made = found === null ? undefined : makers[found[1] ?? '']?.(numbersOf(found[2] ?? ''));
    steps += 1;
    if (made === undefined || steps > MAX_STEPS) throw new LogoFault('value', text);
    matrix = multiplied(matrix, made);
  }
  if (matrix.some((value) => !Number.isFinite(value) || Math.abs(value) > 1e6)) throw new LogoFault('value', text);
  return matrix;
};
