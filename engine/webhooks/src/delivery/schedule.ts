const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after each failed attempt the next one comes: fast first, then over three days. */
const pauses: readonly number[] = [
  5_000,
  30_000,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  12 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

export const MAX_ATTEMPTS = pauses.length + 1;
const LONGEST_REST_MS = 10 * MINUTE_MS;
/** A receiver that took nothing for so long is told nothing any more until somebody looked. */
export const STOP_AFTER_MS = 60 * HOUR_MS;
/** Receivers that came back together are not asked together. */
const SPREAD = 0.2;

const pauseAfter = (times: number): number => pauses[Math.min(times, pauses.length) - 1] ?? 0;

/** Milliseconds until the next attempt after so many; `luck` is a number from 0 to 1. */
export const delayAfter = (attempts: number, luck: number): number =>
  Math.round(pauseAfter(attempts) * (1 - SPREAD + 2 * SPREAD * luck));

/** How long a whole webhook is left alone after so many failures in a row, whatever else waits for it. */
export const restAfter = (failures: number, luck: number): number =>
  Math.min(delayAfter(failures, luck), LONGEST_REST_MS);
