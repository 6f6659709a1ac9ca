import { emit } from '../../run/run.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkDue, checkPhase, findJob } from '../../handling/find-job.ts';

export const timeOutJob: Handler<'timeOutJob'> = (desk, { jobKey }) => {
  const found = findJob(desk, jobKey, 'time out');
  checkPhase(found, 'time out', ['activated']);
  checkDue(desk, { job: found.job, dueAt: found.job.deadline, intention: 'time out' });
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobTimedOut', key: jobKey }));
  return done;
};
