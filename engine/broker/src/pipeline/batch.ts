import type { Change, Command, Job, Outcome, Settlement } from '@irisflow/core';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { Effect } from '../effects/effect.ts';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';
import type { Work } from './work.ts';

/** Work that goes on in a later batch. */
interface Continuation {
  readonly command: Command;
  /** As of {@link Work}. */
  readonly laps: number;
}

/** What one batch did in memory and still has to commit. */
export interface Batch {
  readonly now: number;
  readonly changes: Change[];
  /** What the changes mean to those who follow the aggregates. */
  readonly effects: Effect[];
  readonly contents: ResourceContent[];
  readonly rootKeys: Set<ProcessInstanceKey>;
  readonly bucketIds: Set<string>;
  touchesDefinitions: boolean;
  /** Workers that wait for jobs of this batch. */
  readonly claims: Work[];
  readonly outcomes: { readonly work: Work; readonly outcome: Outcome }[];
  /** Works that nobody wanted any more when their turn came. */
  readonly unwanted: Work[];
  readonly settlements: Settlement[];
  /** Work that an instance could not finish within its budget. */
  readonly continuations: Continuation[];
  /** Jobs that became activatable and found no worker. */
  readonly readyJobs: Map<string, Job>;
}

export const createBatch = (now: number): Batch => ({
  now,
  changes: [],
  effects: [],
  contents: [],
  rootKeys: new Set(),
  bucketIds: new Set(),
  touchesDefinitions: false,
  claims: [],
  outcomes: [],
  unwanted: [],
  settlements: [],
  continuations: [],
  readyJobs: new Map(),
});
