import { warn } from '../warnings.ts';
import { round } from '../values/decimal.ts';
import type { Rounding } from '../values/decimal.ts';
import { daysDuration, monthsDuration } from '../values/temporal.ts';
import { callBuiltin, signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Scales that decimals of 34 digits can have. */
const MIN_SCALE = -6111;
const MAX_SCALE = 6176;

const rounding = (how: Rounding): Builtin => [
  signature(['n: number'], (_, n) => round(n, 0, how)),
  signature(['n: number', 'scale: number'], (runtime, n, scale) =>
    scale < MIN_SCALE || scale > MAX_SCALE
      ? warn(runtime, 'SCALE_WRONG', { min: `${MIN_SCALE}`, max: `${MAX_SCALE}`, found: `${scale}` })
      : round(n, scale, how),
  ),
];

const modes: ReadonlyMap<string, Builtin> = new Map([
  ['UP', rounding('up')],
  ['DOWN', rounding('down')],
  ['CEILING', rounding('ceiling')],
  ['FLOOR', rounding('floor')],
  ['HALF_UP', rounding('half-up')],
  ['HALF_DOWN', rounding('half-down')],
  ['HALF_EVEN', rounding('half-even')],
]);

/** Rounds as a mode says that is only known when the call runs. */
const roundingByMode = signature(['n: number', 'scale: number', 'mode: string'], (runtime, n, ...[scale, mode]) => {
  const how = modes.get(mode.toUpperCase());
  return how === undefined
    ? warn(runtime, 'MODE_WRONG', { expected: [...modes.keys()].join(', '), found: mode })
    : callBuiltin(runtime, 'decimal', how, [n, scale]);
});

const unary = (run: (value: number) => number | boolean): Builtin => [
  signature(['number: number'], (_, value) => {
    const result = run(value);
    return typeof result === 'boolean' ? result : finite(result);
  }),
];

/** The sign follows the divisor, unlike the remainder operator of most languages. */
const modulo = (dividend: number, divisor: number): number | null =>
  divisor === 0 ? null : round(dividend - divisor * Math.floor(dividend / divisor), 12, 'half-up');

const wholeModulo = (dividend: number, divisor: number): number | null => {
  if (!Number.isInteger(dividend) || !Number.isInteger(divisor)) return modulo(dividend, divisor);
  return divisor === 0 ? null : (((dividend % divisor) + divisor) % divisor) + 0;
};

/** Functions on numbers. */
export const numeric: Readonly<Record<string, Builtin>> = {
  decimal: [...rounding('half-even'), roundingByMode],
  floor: rounding('floor'),
  ceiling: rounding('ceiling'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('half-up'),
  'round half down': rounding('half-down'),
  abs: [
    signature(['n: number'], (_, n) => Math.abs(n)),
    signature(['n: days and time duration'], (_, n) => daysDuration(Math.abs(n.seconds))),
    signature(['n: years and months duration'], (_, n) => monthsDuration(Math.abs(n.months))),
  ],
  modulo: [
    signature(['dividend: number', 'divisor: number'], (_, dividend, divisor) => wholeModulo(dividend, divisor)),
  ],
  sqrt: unary(Math.sqrt),
  log: unary(Math.log),
  exp: unary(Math.exp),
  odd: unary((value) => Math.abs(value % 2) === 1),
  even: unary((value) => value % 2 === 0),
};
