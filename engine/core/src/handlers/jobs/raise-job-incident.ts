import { raiseIncident } from '../../run/incident.ts';
import { emit } from '../../run/run.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkPhase, findJob, answerable } from '../../handling/find-job.ts';

export const raiseJobIncident: Handler<'raiseJobIncident'> = (desk, { jobKey, type, message }) => {
  const found = findJob(desk, jobKey, 'raise an incident for');
  checkPhase(found, 'raise an incident for', answerable);
  inTree(desk, found.tree, (run) => {
    emit(run, { kind: 'jobParked', key: jobKey });
    raiseIncident(run, found.element, { type, message, jobKey });
  });
  return done;
};
