import { emit } from '../../run/run.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkPhase, findJob } from '../../handling/find-job.ts';

export const updateJobTimeout: Handler<'updateJobTimeout'> = (desk, { jobKey, timeout }) => {
  const found = findJob(desk, jobKey, 'update the timeout of');
  checkPhase(found, 'update the timeout of', ['activated']);
  const deadline = desk.now + timeout;
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobTimeoutUpdated', key: jobKey, deadline }));
  return done;
};
