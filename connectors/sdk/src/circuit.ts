import type { RunOutcome } from './execute-connector.ts';

const FAILURES_TO_OPEN = 5;
const PAUSE_MS = 30_000;

/**
 * Spares a source that is down, and the retries of the jobs that need it: after five technical failures in a row, jobs are
 * put back without trying, until one probe gets through.
 */
export type Circuit = {
  /** How long a job must wait, in milliseconds; 0 lets it run. */
  readonly pauseMs: () => number;
  readonly succeeded: () => void;
  readonly failed: () => void;
};

/** A circuit that lets everything through at first; `nowMs` is a monotonic or wall clock in milliseconds. */
export const createCircuit = (nowMs: () => number): Circuit => {
  let failures = 0;
  let openUntil = 0;
  return {
    pauseMs: () => {
      if (failures < FAILURES_TO_OPEN) return 0;
      const now = nowMs();
      if (now < openUntil) return openUntil - now;
      // The first after the pause is the probe; the others wait one pause more.
      openUntil = now + PAUSE_MS;
      return 0;
    },
    succeeded: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      if (failures >= FAILURES_TO_OPEN) openUntil = nowMs() + PAUSE_MS;
    },
  };
};

/** Counts how a run ended; where one administration alone goes, it counts for nobody else, whether it failed or not. */
export const noteIn = (
  circuit: Circuit,
  { kind, isOfOneAdministration }: Pick<RunOutcome, 'kind' | 'isOfOneAdministration'>,
): void => {
  if (isOfOneAdministration === true || kind === 'notYet') return;
  if (kind === 'retry') circuit.failed();
  else circuit.succeeded();
};
