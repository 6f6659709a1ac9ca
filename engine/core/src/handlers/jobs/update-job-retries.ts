import { CommandRefused } from '../../desk/failure.ts';
import { emit } from '../../run/run.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { findJob } from '../../handling/find-job.ts';

export const updateJobRetries: Handler<'updateJobRetries'> = (desk, { jobKey, retries }) => {
  const { tree } = findJob(desk, jobKey, 'update retries for');
  if (retries < 1) {
    throw new CommandRefused(
      'INVALID_ARGUMENT',
      `Expected to update retries for job with key '${jobKey}' with a positive amount of retries, but the amount given was '${retries}'`,
    );
  }
  inTree(desk, tree, (run) => emit(run, { kind: 'jobRetriesUpdated', key: jobKey, retries }));
  return done;
};
