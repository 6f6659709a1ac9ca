import type { Command, Job } from '@irisflow/core';
import type { Work } from './work.ts';

/** A job that somebody waits for: handed out in the batch that made it activatable. */
export interface Claim {
  readonly command: Extract<Command, { kind: 'activateJob' }>;
  readonly settle: Work['settle'];
}

/** Who may want jobs at once. */
export interface JobMarket {
  /** A waiting worker for the job, or null. */
  claim(job: Job): Claim | null;
}
