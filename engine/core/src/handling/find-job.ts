import type { JobKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree, Job, JobPhase } from '../state/instance-tree.ts';
import { treeOf } from './in-tree.ts';

export const maxErrorMessage = 10_000;

export interface FoundJob {
  readonly tree: InstanceTree;
  readonly job: Job;
  readonly element: ElementInstance;
}

/** The job and what waits for it; refuses a key of no open job. `intention` completes "Expected to ...". */
export const findJob = (desk: Desk, key: JobKey, intention: string): FoundJob => {
  const tree = treeOf(desk, 'job', key);
  const job = tree?.jobs.get(key);
  const element = job === undefined ? undefined : tree?.elements.get(job.elementKey);
  if (tree === undefined || job === undefined || element === undefined || !desk.serves(job.type)) {
    throw new CommandRefused('NOT_FOUND', `Expected to ${intention} job with key '${key}', but no such job was found`);
  }
  return { tree, job, element };
};

export const checkPhase = ({ job }: FoundJob, intention: string, allowed: readonly JobPhase[]): void => {
  if (allowed.includes(job.phase)) return;
  throw new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} job with key '${job.key}', but it is in state '${stateNames[job.phase]}'`,
  );
};

const stateNames: Readonly<Record<JobPhase, string>> = {
  activatable: 'ACTIVATABLE',
  activated: 'ACTIVATED',
  backingOff: 'FAILED',
  failed: 'FAILED',
  errorThrown: 'ERROR_THROWN',
  parked: 'FAILED',
};

/** A worker may still answer a job that timed out, as long as nobody else did. */
export const answerable: readonly JobPhase[] = ['activatable', 'activated'];

export const checkDue = (
  desk: Desk,
  { job, dueAt, intention }: { readonly job: Job; readonly dueAt: number; readonly intention: string },
): void => {
  if (dueAt <= desk.now) return;
  throw new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} job with key '${job.key}', but its time comes only in ${dueAt - desk.now} ms`,
  );
};
