/** A whole number of the gateway has at most 64 bits; a larger one came as a double, and is what it seems. */
const LONGEST = 2 ** 63;

const isRounded = (value: number): boolean =>
  Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < LONGEST;

/**
 * JSON pointer of a whole number that may have been another one: between 2^53 and 2^63 JavaScript reads only some of them,
 * and an account number that lost its last digit must not reach a register.
 */
export const findRoundedNumber = (value: unknown, pointer = ''): string | undefined => {
  if (typeof value === 'number') return isRounded(value) ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = findRoundedNumber(inner, `${pointer}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
};
