/** The smallest part of a pause that jitter leaves of it. */
const LEAST_PART = 0.5;

/**
 * A pause that differs from job to job, so that those which failed together do not come back together: between half of it and all
 * of it. `random` is from 0 to 1.
 */
export const withJitter = (pauseMs: number, random: () => number = Math.random): number =>
  Math.round(pauseMs * (LEAST_PART + (1 - LEAST_PART) * random()));

type Tried = { readonly retries: number; readonly backoffMs: number };

/** Doubles with each try; a model may grant more retries than the connector proposes, which must not make it negative. */
export const backoffOf = ({ retries, backoffMs }: Tried, retriesLeft: number): number =>
  backoffMs * 2 ** Math.max(retries - retriesLeft, 0);
