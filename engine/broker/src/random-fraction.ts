import { randomInt } from 'node:crypto';

const range = 2 ** 48 - 1;

/** A number from 0 up to 1 that nobody can foresee. */
export const randomFraction = (): number => randomInt(range) / range;
