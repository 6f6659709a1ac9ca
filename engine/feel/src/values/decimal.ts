/**
 * Arithmetic that people expect: 0.1 + 0.2 is 0.3, as it is on a cluster that counts in decimals.
 *
 * A number that came from decimal text is some integer divided by a power of ten. Calculating with these integers is
 * exact while they stay below 2^53, and one correctly rounded division at the end gives the double nearest to the
 * true decimal result. Beyond that range plain doubles take over.
 */
const MAX_DECIMALS = 15;
const powers = Array.from({ length: 2 * MAX_DECIMALS + 1 }, (_, exponent) => Number(`1e${exponent}`));

/** Answers 10 to the power of a small exponent. */
const powerOfTen = (exponent: number): number => powers[exponent] ?? 10 ** exponent;

/** Number of decimals of a double's shortest decimal form, or -1 when it needs more than can be exact. */
const decimalsOf = (value: number): number => {
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals += 1) {
    const power = powerOfTen(decimals);
    const scaled = Math.round(value * power);
    if (!Number.isSafeInteger(scaled)) return -1;
    if (scaled / power === value) return decimals;
  }
  return -1;
};

/** Power of ten that makes both numbers integers, or 0 when there is none. */
const scaleOf = (a: number, b: number): number => {
  const decimalsA = decimalsOf(a);
  const decimalsB = decimalsOf(b);
  if (decimalsA < 0 || decimalsB < 0) return 0;
  const scale = powerOfTen(Math.max(decimalsA, decimalsB));
  return Number.isSafeInteger(Math.round(a * scale)) && Number.isSafeInteger(Math.round(b * scale)) ? scale : 0;
};

/** Adds two numbers as decimals. */
export const add = (a: number, b: number): number => {
  if (Number.isInteger(a) && Number.isInteger(b)) return a + b;
  const scale = scaleOf(a, b);
  if (scale === 0) return a + b;
  const sum = Math.round(a * scale) + Math.round(b * scale);
  return Number.isSafeInteger(sum) ? sum / scale : a + b;
};

/** Subtracts the second number from the first as decimals. */
export const subtract = (a: number, b: number): number => add(a, -b);

/** Multiplies two numbers as decimals. */
export const multiply = (a: number, b: number): number => {
  if (Number.isInteger(a) && Number.isInteger(b)) return a * b;
  const decimalsA = decimalsOf(a);
  const decimalsB = decimalsOf(b);
  if (decimalsA < 0 || decimalsB < 0) return a * b;
  const product = Math.round(a * powerOfTen(decimalsA)) * Math.round(b * powerOfTen(decimalsB));
  return Number.isSafeInteger(product) ? product / powerOfTen(decimalsA + decimalsB) : a * b;
};

/** Divides the first number by the second as decimals; the caller has excluded zero. */
export const divide = (a: number, b: number): number => {
  if (Number.isInteger(a) && Number.isInteger(b)) return a / b;
  const scale = scaleOf(a, b);
  return scale === 0 ? a / b : Math.round(a * scale) / Math.round(b * scale);
};

const wholePower = (base: number, exponent: number): number => {
  let result = 1;
  for (let factor = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, factor);
    if (rest > 1) factor = multiply(factor, factor);
  }
  return result;
};

/** Raises a number to a power; exact for decimals and small whole exponents. */
export const power = (base: number, exponent: number): number =>
  !Number.isInteger(base) && Number.isInteger(exponent) && exponent >= 0 && exponent <= 64
    ? wholePower(base, exponent)
    : base ** exponent;

/** How a number is brought to fewer decimals. */
export type Rounding = 'floor' | 'ceiling' | 'up' | 'down' | 'half-up' | 'half-down' | 'half-even';

const awayFromZero = (value: number): number => (value < 0 ? Math.floor(value) : Math.ceil(value));

const halfAwayFromZero = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);

const halfTowardsZero = (value: number): number => Math.sign(value) * Math.ceil(Math.abs(value) - 0.5);

const halfToEven = (value: number): number => {
  const below = Math.floor(value);
  const distance = value - below;
  if (distance !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
};

const roundings: Record<Rounding, (value: number) => number> = {
  floor: Math.floor,
  ceiling: Math.ceil,
  up: awayFromZero,
  down: Math.trunc,
  'half-up': halfAwayFromZero,
  'half-down': halfTowardsZero,
  'half-even': halfToEven,
};

/** Rounds to a number of decimals (negative: tens, hundreds); never answers minus zero. */
export const round = (value: number, decimals: number, rounding: Rounding): number => {
  const places = Math.trunc(decimals);
  // Beyond 22 the power of ten is no exact double any more, and no double has decimals there to lose.
  if (places > 22) return value;
  const scale = 10 ** Math.abs(places);
  const scaled = places < 0 ? divide(value, scale) : multiply(value, scale);
  const rounded = roundings[rounding](scaled);
  return (places < 0 ? rounded * scale : rounded / scale) + 0;
};
