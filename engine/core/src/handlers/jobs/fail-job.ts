import type { IncidentType } from '@irisflow/protocol';
import { raiseIncident } from '../../run/incident.ts';
import { emit } from '../../run/run.ts';
import type { Job } from '../../state/instance-tree.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { writeAllLocal } from '../../variables/write-variables.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { checkPhase, findJob, maxErrorMessage, answerable } from '../../handling/find-job.ts';

export const failJob: Handler<'failJob'> = (desk, command) => {
  const found = findJob(desk, command.jobKey, 'fail');
  checkPhase(found, 'fail', answerable);
  const { tree, job, element } = found;
  const variables = splitVariables(command.variables);
  const retries = Math.max(0, Math.trunc(command.retries));
  const errorMessage = command.errorMessage.slice(0, maxErrorMessage);
  const retryAt = retries > 0 && command.retryBackOff > 0 ? desk.now + command.retryBackOff : 0;
  inTree(desk, tree, (run) => {
    writeAllLocal(run, element, variables);
    emit(run, { kind: 'jobFailed', key: job.key, retries, errorMessage, retryAt });
    if (retries > 0) return;
    const message = errorMessage === '' ? 'Expected the job to have retries left, but it has none' : errorMessage;
    raiseIncident(run, element, { type: noRetries[job.kind], message, jobKey: job.key });
  });
  return done;
};

const noRetries: Readonly<Record<Job['kind'], IncidentType>> = {
  BPMN_ELEMENT: 'JOB_NO_RETRIES',
  EXECUTION_LISTENER: 'EXECUTION_LISTENER_NO_RETRIES',
  TASK_LISTENER: 'TASK_LISTENER_NO_RETRIES',
  AD_HOC_SUB_PROCESS: 'AD_HOC_SUB_PROCESS_NO_RETRIES',
};
