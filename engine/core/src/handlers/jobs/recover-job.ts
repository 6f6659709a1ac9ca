import { emit } from '../../run/run.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkDue, checkPhase, findJob } from '../../handling/find-job.ts';

export const recoverJob: Handler<'recoverJob'> = (desk, { jobKey }) => {
  const found = findJob(desk, jobKey, 'recover');
  checkPhase(found, 'recover', ['backingOff']);
  checkDue(desk, { job: found.job, dueAt: found.job.retryAt, intention: 'recover' });
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobRecovered', key: jobKey }));
  return done;
};
