/** How a number is brought to fewer decimals. */
export type Rounding = 'floor' | 'ceiling' | 'up' | 'down' | 'half-up' | 'half-down' | 'half-even';

/**
 * The fast path: arithmetic of doubles that answers the double which says the result to its last digit, or NaN where it
 * cannot promise that. 0.1 + 0.2 is 0.3, as it is in decimals.
 *
 * A double of up to 15 digits is some whole number divided by a power of ten, and every whole number of 15 digits over
 * a power of ten is what the double next to it says. Calculating with these whole numbers is exact below 2^53.
 */
const MAX_SCALED = 1e15;
const MAX_DECIMALS = 15;
const powers = Array.from({ length: 2 * MAX_DECIMALS + 1 }, (_, exponent) => Number(`1e${exponent}`));

/** Answers 10 to the power of a small exponent. */
const powerOfTen = (exponent: number): number => powers[exponent] ?? Number.NaN;

/** Number of decimals of a double of up to 15 digits, or -1 when it has more. */
const decimalsOf = (value: number): number => {
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals += 1) {
    const power = powerOfTen(decimals);
    const scaled = Math.round(value * power);
    if (Math.abs(scaled) >= MAX_SCALED) return -1;
    if (scaled / power === value) return decimals;
  }
  return -1;
};

/** Larger powers of ten are no doubles. */
const MAX_POWER = 22;

/** Power of ten that makes both numbers whole, or NaN when there is none. */
const scaleOf = (a: number, b: number): number => {
  const decimalsA = decimalsOf(a);
  const decimalsB = decimalsOf(b);
  if (decimalsA < 0 || decimalsB < 0) return Number.NaN;
  return powerOfTen(Math.max(decimalsA, decimalsB));
};

const isSayable = (scaled: number): boolean => Math.abs(scaled) < MAX_SCALED;

const addFractions = (a: number, b: number): number => {
  const scale = scaleOf(a, b);
  const left = Math.round(a * scale);
  const right = Math.round(b * scale);
  const sum = left + right;
  return isSayable(left) && isSayable(right) && isSayable(sum) ? sum / scale : Number.NaN;
};

/** The sum, or NaN. */
export const addDoubles = (a: number, b: number): number => {
  const sum = a + b;
  if (Number.isSafeInteger(sum) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return sum;
  return addFractions(a, b);
};

/** The difference, or NaN. */
export const subtractDoubles = (a: number, b: number): number => addDoubles(a, 0 - b);

const multiplyFractions = (a: number, b: number): number => {
  const decimalsA = decimalsOf(a);
  const decimalsB = decimalsOf(b);
  if (decimalsA < 0 || decimalsB < 0 || decimalsA + decimalsB > MAX_POWER) return Number.NaN;
  const product = Math.round(a * powerOfTen(decimalsA)) * Math.round(b * powerOfTen(decimalsB));
  return isSayable(product) ? product / powerOfTen(decimalsA + decimalsB) + 0 : Number.NaN;
};

/** The product, or NaN. */
export const multiplyDoubles = (a: number, b: number): number => {
  const product = a * b;
  if (Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) return product + 0;
  return multiplyFractions(a, b);
};

/** Whether a quotient of few digits is exactly that of two whole numbers. */
const isExactly = (quotient: number, a: number, b: number): boolean => {
  if (Number.isSafeInteger(quotient)) return quotient * b === a;
  const decimals = decimalsOf(quotient);
  if (decimals < 0) return false;
  const product = Math.round(quotient * powerOfTen(decimals)) * b;
  const scaled = a * powerOfTen(decimals);
  return Number.isSafeInteger(product) && product === scaled;
};

/** The quotient where it has few digits, or NaN. */
export const divideDoubles = (a: number, b: number): number => {
  if (b === 0) return Number.NaN;
  const quotient = a / b;
  const isExact =
    Number.isSafeInteger(a) && Number.isSafeInteger(b) ? isExactly(quotient, a, b) : multiplyDoubles(quotient, b) === a;
  return isExact ? quotient + 0 : Number.NaN;
};

const MAX_MULTIPLICATIONS = 64;

/** A small whole power, or NaN. */
export const powerDoubles = (base: number, exponent: number): number => {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > MAX_MULTIPLICATIONS) return Number.NaN;
  let result = 1;
  for (let factor = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyDoubles(result, factor);
    if (rest > 1) factor = multiplyDoubles(factor, factor);
  }
  return result;
};

/** The rest of a division that rounds down, or NaN; the divisor is not zero. */
export const moduloDoubles = (dividend: number, divisor: number): number => {
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor)) return moduloFractions(dividend, divisor);
  const rest = dividend % divisor;
  return (rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest) + 0;
};

const moduloFractions = (dividend: number, divisor: number): number => {
  const scale = scaleOf(dividend, divisor);
  const [left, right] = [Math.round(dividend * scale), Math.round(divisor * scale)];
  return isSayable(left) && isSayable(right) ? moduloDoubles(left, right) / scale : Number.NaN;
};

const awayFromZero = (value: number): number => (value < 0 ? Math.floor(value) : Math.ceil(value));

const halfAwayFromZero = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);

const halfTowardsZero = (value: number): number => Math.sign(value) * Math.ceil(Math.abs(value) - 0.5);

const halfToEven = (value: number): number => {
  const below = Math.floor(value);
  const distance = value - below;
  if (distance !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
};

const roundings: { readonly [How in Rounding]: (value: number) => number } = {
  floor: Math.floor,
  ceiling: Math.ceil,
  up: awayFromZero,
  down: Math.trunc,
  'half-up': halfAwayFromZero,
  'half-down': halfTowardsZero,
  'half-even': halfToEven,
};

/** Scaled up and down again, a number keeps its digits as long as it has no more than these decimals. */
const MAX_PLACES = 15;

/** Rounds to a number of decimals (negative: tens, hundreds), or NaN. */
export const roundDouble = (value: number, places: number, how: Rounding): number => {
  if (Number.isSafeInteger(value) && places >= 0) return value;
  const decimals = decimalsOf(value);
  if (decimals < 0 || Math.abs(places) > MAX_PLACES) return Number.NaN;
  if (places >= decimals) return value;
  const scale = powerOfTen(Math.abs(places));
  // Both are whole numbers below 2^53: the quotient lies on the same side of every half as the decimal does.
  const scaled = Math.round(value * powerOfTen(decimals)) / powerOfTen(decimals - places);
  const rounded = roundings[how](scaled);
  return (places < 0 ? rounded * scale : rounded / scale) + 0;
};
