import { LONGEST_WAIT } from '../settle-within.ts';

/** Added to the time of today it is still a number that the store can hold. */
const LONGEST_SPAN = 2 ** 48;

/** An int64 of milliseconds from now: clients write the largest of all for "forever". */
export const spanOf = (text: string): number => Math.min(Math.max(Number(text), -LONGEST_SPAN), LONGEST_SPAN);

/** An int64 of milliseconds to wait here. */
export const waitOf = (text: string): number => Math.min(Number(text), LONGEST_WAIT);
