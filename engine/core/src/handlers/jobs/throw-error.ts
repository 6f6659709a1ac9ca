import type { Run } from '../../run/behavior.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { fireEvent } from '../../lifecycle/fire-event.ts';
import { raiseIncident } from '../../run/incident.ts';
import { emit } from '../../run/run.ts';
import { findCatcher } from '../../throwing/find-catcher.ts';
import { uncaughtError } from '../../throwing/throw-error.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { type FoundJob, checkPhase, findJob, maxErrorMessage, answerable } from '../../handling/find-job.ts';

export const throwError: Handler<'throwError'> = (desk, command) => {
  const found = findJob(desk, command.jobKey, 'throw an error for');
  checkPhase(found, 'throw an error for', answerable);
  const { tree, job } = found;
  splitVariables(command.variables);
  if (job.kind !== 'BPMN_ELEMENT') {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to throw an error for job with key '${job.key}', but a listener job cannot throw errors`,
    );
  }
  inTree(desk, tree, (run) => throwFromJob(run, found, command));
  return done;
};

const throwFromJob = (
  run: Run,
  { job, element }: FoundJob,
  command: { readonly errorCode: string; readonly errorMessage: string; readonly variables: string },
): void => {
  const { errorCode } = command;
  const errorMessage = command.errorMessage.slice(0, maxErrorMessage);
  const { catcher, codes } = findCatcher(run, element, { kind: 'error', code: errorCode });
  emit(run, { kind: 'jobErrorThrown', key: job.key, errorCode, errorMessage, caught: catcher !== null });
  if (catcher !== null) {
    fireEvent(run, catcher.owner, { catchElement: catcher.catchElement, variables: objectText(command.variables) });
    return;
  }
  const reason = errorMessage === '' ? '' : ` The worker said: ${errorMessage}`;
  const message = `${uncaughtError(errorCode, codes)}.${reason}`;
  raiseIncident(run, element, { type: 'UNHANDLED_ERROR_EVENT', message, jobKey: job.key });
};

const objectText = (variables: string): string => (variables === '' || variables === 'null' ? '{}' : variables);
