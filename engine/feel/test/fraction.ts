/** The oracle of the tests on numbers: fractions of whole numbers, which lose nothing. It shares no code with FEEL. */
export interface Fraction {
  readonly above: bigint;
  /** Positive. */
  readonly below: bigint;
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

export const fraction = (above: bigint, below: bigint): Fraction =>
  below < 0n ? { above: -above, below: -below } : { above, below };

/** Reads decimal text. */
export const readFraction = (text: string): Fraction => {
  const [, sign = '', whole = '', decimals = '', power = '0'] =
    /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const above = BigInt(`${sign}${whole}${decimals}`);
  const shift = Number(power) - decimals.length;
  return shift < 0 ? fraction(above, 10n ** BigInt(-shift)) : fraction(above * 10n ** BigInt(shift), 1n);
};

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.above * b.below + b.above * a.below, a.below * b.below);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.above, b.below));
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.above, a.below * b.below);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.below, a.below * b.above);
export const isLess = (a: Fraction, b: Fraction): boolean => a.above * b.below < b.above * a.below;
export const isSame = (a: Fraction, b: Fraction): boolean => a.above * b.below === b.above * a.below;

/** The largest whole number that is not larger. */
export const floorOf = ({ above, below }: Fraction): bigint =>
  above >= 0n ? above / below : -((-above + below - 1n) / below);

export const moduloOf = (a: Fraction, b: Fraction): Fraction => minus(a, times(b, fraction(floorOf(over(a, b)), 1n)));

/** The nearest whole number; of two, the one that `tie` chooses. */
export const nearest = (value: Fraction, tie: (lower: bigint) => bigint): bigint => {
  const lower = floorOf(value);
  const twice = minus(value, fraction(lower, 1n));
  if (twice.above * 2n === twice.below) return tie(lower);
  return twice.above * 2n < twice.below ? lower : lower + 1n;
};

const toEven = (lower: bigint): bigint => (lower % 2n === 0n ? lower : lower + 1n);

/** A whole number of units of ten to a power, as decimal text. */
export const decimalText = (units: bigint, power: number): string => {
  const sign = units < 0n ? '-' : '';
  if (power >= 0) return `${units * 10n ** BigInt(power)}`;
  const digits = absolute(units)
    .toString()
    .padStart(1 - power, '0');
  const [whole, decimals] = [digits.slice(0, power), digits.slice(power).replace(/0+$/, '')];
  const text = decimals === '' ? whole : `${whole}.${decimals}`;
  return text === '0' ? text : `${sign}${text}`;
};

/** Decimal text of 34 digits at most, rounded half to even. */
export const writeFraction = (value: Fraction): string => {
  if (value.above === 0n) return '0';
  // The power of ten of the last of 34 digits: guessed from the lengths, then corrected.
  let power = absolute(value.above).toString().length - value.below.toString().length - 34;
  for (;;) {
    const unit = power < 0 ? fraction(1n, 10n ** BigInt(-power)) : fraction(10n ** BigInt(power), 1n);
    const units = nearest(over(value, unit), toEven);
    if (absolute(units) < 10n ** 34n) return decimalText(units, power);
    if (absolute(units) === 10n ** 34n) return decimalText(units / 10n, power + 1);
    power += 1;
  }
};
