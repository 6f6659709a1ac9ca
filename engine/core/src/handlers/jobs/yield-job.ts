import { emit } from '../../run/run.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkPhase, findJob } from '../../handling/find-job.ts';

export const yieldJob: Handler<'yieldJob'> = (desk, { jobKey }) => {
  const found = findJob(desk, jobKey, 'yield');
  checkPhase(found, 'yield', ['activated']);
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobYielded', key: jobKey }));
  return done;
};
