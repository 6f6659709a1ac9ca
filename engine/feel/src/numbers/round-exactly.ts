import type { Decimal } from './feel-decimal.ts';
import { powerOf, tenTo } from './number-of.ts';
import type { Rounding } from './double.ts';

/** A number cut at a decimal place: the digits that stay, and what becomes of the rest. */
interface Cut {
  readonly isNegative: boolean;
  readonly isOdd: boolean;
  /** The rest against half a unit: negative, zero or positive. */
  readonly half: number;
}

/** Whether a number that is cut somewhere moves away from zero. */
const movesAway: { readonly [How in Rounding]: (cut: Cut) => boolean } = {
  floor: ({ isNegative }) => isNegative,
  ceiling: ({ isNegative }) => !isNegative,
  up: () => true,
  down: () => false,
  'half-up': ({ half }) => half >= 0,
  'half-down': ({ half }) => half > 0,
  'half-even': ({ half, isOdd }) => half > 0 || (half === 0 && isOdd),
};

/** Brings a number to so many decimals; negative ones are tens, hundreds and so on. */
export const roundExactly = (value: Decimal, places: number, how: Rounding): Decimal => {
  const excess = -value.exponent - places;
  if (excess <= 0 || value.coefficient === 0n) return value;
  const isNegative = value.coefficient < 0n;
  const magnitude = isNegative ? -value.coefficient : value.coefficient;
  // Of a number far below the place only its sign matters.
  const isTiny = powerOf(value) < -places - 1;
  const unit = isTiny ? 10n : tenTo(excess);
  const [below, rest] = isTiny ? [0n, 1n] : [magnitude / unit, magnitude % unit];
  const half = Number(rest * 2n > unit) - Number(rest * 2n < unit);
  const isAway = rest !== 0n && movesAway[how]({ isNegative, isOdd: below % 2n === 1n, half });
  const rounded = isAway ? below + 1n : below;
  return { coefficient: isNegative ? -rounded : rounded, exponent: -places, isCalculated: value.isCalculated };
};
