import { emit } from '../../run/run.ts';
import { activatedJob } from '../../jobs/activated-job.ts';
import { visibleVariables } from '../../variables/read-variables.ts';
import { type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkPhase, findJob } from '../../handling/find-job.ts';

export const activateJob: Handler<'activateJob'> = (desk, { jobKey, worker, timeout, fetchVariables }) => {
  const found = findJob(desk, jobKey, 'activate');
  checkPhase(found, 'activate', ['activatable']);
  const { tree, job } = found;
  const deadline = desk.now + timeout;
  inTree(desk, tree, (run) => emit(run, { kind: 'jobActivated', key: jobKey, worker, deadline }));
  return { kind: 'reply', reply: activatedJob(tree, job, visibleVariables(tree, job.elementKey, fetchVariables)) };
};
