import type { Command, Job } from '@irisflow/core';
import type { Work } from './work.ts';

/** A job that somebody waits for: handed out in the batch that made another or itself activatable. */
export interface Claim extends Required<Pick<Work, 'onDecided' | 'settle'>> {
  readonly command: Extract<Command, { kind: 'activateJob' }>;
}

/** Who may want jobs at once. */
export interface JobMarket {
  /** A waiting worker for the job or an older one of its type, or null. Asked again after an older one. */
  claim(job: Job): Claim | null;
}
