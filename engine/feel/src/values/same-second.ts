import { isKind } from './kind-of.ts';
import { secondsOfDay } from './temporal.ts';
import type { FeelDateTime } from './temporal.ts';

const secondOf = ({ zoned, local }: FeelDateTime): string =>
  zoned === null ? local.toString({ smallestUnit: 'second' }) : `${Math.floor(zoned.epochMilliseconds / 1000)}`;

/** Answers whether two times, or dates with times, are equal as the standard has it: to the second. */
export const inSameSecond = (a: unknown, b: unknown): boolean => {
  if (isKind(a, 'time') && isKind(b, 'time')) return Math.floor(secondsOfDay(a)) === Math.floor(secondsOfDay(b));
  if (!isKind(a, 'date and time') || !isKind(b, 'date and time')) return false;
  return a.far === undefined && b.far === undefined && secondOf(a) === secondOf(b);
};
