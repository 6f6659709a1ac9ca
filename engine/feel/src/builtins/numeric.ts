import { absolute, exponential, modulo, naturalLogarithm, round, squareRoot, toDouble } from '../numbers/arithmetic.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { charge } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { daysDuration, monthsDuration } from '../values/temporal.ts';
import { type Builtin, callBuiltin, exactSignature, signature } from './builtin.ts';
import type { Rounding } from '../numbers/double.ts';

/** Scales that decimals of 34 digits can have. */
const MIN_SCALE = -6111;
const MAX_SCALE = 6176;

const rounding = (how: Rounding): Builtin => [
  exactSignature(['n: number'], (_, n) => round(n, 0, how)),
  exactSignature(['n: number', 'scale: number'], (runtime, n, scale) => {
    const places = toDouble(scale);
    return places < MIN_SCALE || places > MAX_SCALE
      ? warn(runtime, 'SCALE_WRONG', { min: `${MIN_SCALE}`, max: `${MAX_SCALE}`, found: `${places}` })
      : round(n, places, how);
  }),
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
const roundingByMode = exactSignature(
  ['n: number', 'scale: number', 'mode: string'],
  (runtime, n, ...[scale, mode]) => {
    const how = modes.get(mode.toUpperCase());
    return how === undefined
      ? warn(runtime, 'MODE_WRONG', { expected: [...modes.keys()].join(', '), found: mode })
      : callBuiltin(runtime, 'decimal', how, [n, scale]);
  },
);

/** A root or a logarithm of 34 digits takes microseconds. */
const TRANSCENDENTAL_STEPS = 20;

const transcendental = (run: (value: FeelNumber) => FeelNumber | null): Builtin => [
  exactSignature(['number: number'], (runtime, value) => {
    charge(runtime, TRANSCENDENTAL_STEPS);
    return run(value);
  }),
];

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
    exactSignature(['n: number'], (_, n) => absolute(n)),
    signature(['n: days and time duration'], (_, n) => daysDuration(Math.abs(n.seconds))),
    signature(['n: years and months duration'], (_, n) => monthsDuration(Math.abs(n.months))),
  ],
  modulo: [
    exactSignature(['dividend: number', 'divisor: number'], (_, dividend, divisor) => modulo(dividend, divisor)),
  ],
  sqrt: transcendental(squareRoot),
  log: transcendental(naturalLogarithm),
  exp: transcendental(exponential),
  odd: [exactSignature(['number: number'], (_, value) => modulo(value, 2) === 1)],
  even: [exactSignature(['number: number'], (_, value) => modulo(value, 2) === 0)],
};
