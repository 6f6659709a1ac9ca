import type { IncidentType, JobKey } from '@irisflow/protocol';
import type { CommandKind, JobResult } from '../command/command.ts';
import { adHocChoices, followAdHocResult, type Choice } from '../elements/ad-hoc-sub-process.ts';
import type { Run } from '../execution/behavior.ts';
import type { Desk } from '../execution/desk.ts';
import { CommandRefused } from '../execution/failure.ts';
import { fireEvent } from '../execution/fire-event.ts';
import { raiseIncident } from '../execution/incident.ts';
import { receiveResult } from '../execution/receive-result.ts';
import { elementOf, emit, enqueue, graphOf } from '../execution/run.ts';
import { activatedJob } from '../jobs/activated-job.ts';
import { checkResult } from '../jobs/check-result.ts';
import { listenerCompleted } from '../listeners/run-listeners.ts';
import { taskListenerCompleted } from '../listeners/task-listeners.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree, Job, JobPhase } from '../state/instance-tree.ts';
import { findCatcher } from '../throwing/find-catcher.ts';
import { uncaughtError } from '../throwing/throw-error.ts';
import { visibleVariables } from '../variables/read-variables.ts';
import { splitVariables, type VariableTexts } from '../variables/split-variables.ts';
import { writeAllLocal } from '../variables/write-variables.ts';
import { done, type Handler } from './handler.ts';
import { inTree, treeOf } from './in-tree.ts';

const maxErrorMessage = 10_000;

interface FoundJob {
  readonly tree: InstanceTree;
  readonly job: Job;
  readonly element: ElementInstance;
}

/** The job and what waits for it; refuses a key of no open job. `intention` completes "Expected to ...". */
function findJob(desk: Desk, key: JobKey, intention: string): FoundJob {
  const tree = treeOf(desk, 'job', key);
  const job = tree?.jobs.get(key);
  const element = job === undefined ? undefined : tree?.elements.get(job.elementKey);
  if (tree === undefined || job === undefined || element === undefined || !desk.serves(job.type)) {
    throw new CommandRefused('NOT_FOUND', `Expected to ${intention} job with key '${key}', but no such job was found`);
  }
  return { tree, job, element };
}

function checkPhase({ job }: FoundJob, intention: string, allowed: readonly JobPhase[]): void {
  if (allowed.includes(job.phase)) return;
  throw new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} job with key '${job.key}', but it is in state '${stateNames[job.phase]}'`,
  );
}

const stateNames: Readonly<Record<JobPhase, string>> = {
  activatable: 'ACTIVATABLE',
  activated: 'ACTIVATED',
  backingOff: 'FAILED',
  failed: 'FAILED',
  errorThrown: 'ERROR_THROWN',
  parked: 'FAILED',
};

/** A worker may still answer a job that timed out, as long as nobody else did. */
const open: readonly JobPhase[] = ['activatable', 'activated'];

export const activateJob: Handler<'activateJob'> = (desk, { jobKey, worker, timeout, fetchVariables }) => {
  const found = findJob(desk, jobKey, 'activate');
  checkPhase(found, 'activate', ['activatable']);
  const { tree, job } = found;
  const deadline = desk.now + timeout;
  inTree(desk, tree, (run) => emit(run, { kind: 'jobActivated', key: jobKey, worker, deadline }));
  return { kind: 'reply', reply: activatedJob(tree, job, visibleVariables(tree, job.elementKey, fetchVariables)) };
};

export const completeJob: Handler<'completeJob'> = (desk, { jobKey, variables, result }) => {
  const found = findJob(desk, jobKey, 'complete');
  checkPhase(found, 'complete', open);
  const { tree, job, element } = found;
  const texts = splitVariables(variables);
  checkResult(job, result);
  inTree(desk, tree, (run) => answered[job.kind](run, { job, element, texts, result }));
  return done;
};

interface Answer {
  readonly job: Job;
  readonly element: ElementInstance;
  readonly texts: VariableTexts;
  readonly result: JobResult | null;
}

function choicesOf(run: Run, instance: ElementInstance, result: JobResult | null): readonly Choice[] {
  const element = elementOf(run, instance);
  if (element.kind !== 'adHocSubProcess') return [];
  return adHocChoices(graphOf(run, instance.processInstanceKey), element, result?.activateElements ?? []);
}

/** What becomes of the answer of a worker. */
const answered: Readonly<Record<Job['kind'], (run: Run, answer: Answer) => void>> = {
  BPMN_ELEMENT: (run, { job, element, texts }) => {
    emit(run, { kind: 'jobCompleted', key: job.key });
    receiveResult(run, element, texts);
    enqueue(run, { do: 'complete', key: element.key });
  },
  EXECUTION_LISTENER: (run, { job, element, texts }) => {
    emit(run, { kind: 'jobCompleted', key: job.key });
    listenerCompleted(run, element, texts);
  },
  TASK_LISTENER: (run, { job, element, texts, result }) =>
    taskListenerCompleted(run, { job, element, result, hasVariables: texts.length > 0 }),
  AD_HOC_SUB_PROCESS: (run, { job, element, texts, result }) => {
    const choices = choicesOf(run, element, result);
    emit(run, { kind: 'jobCompleted', key: job.key });
    receiveResult(run, element, texts);
    followAdHocResult(run, element, { choices, result });
  },
};

export const failJob: Handler<'failJob'> = (desk, command) => {
  const found = findJob(desk, command.jobKey, 'fail');
  checkPhase(found, 'fail', open);
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

export const throwError: Handler<'throwError'> = (desk, command) => {
  const found = findJob(desk, command.jobKey, 'throw an error for');
  checkPhase(found, 'throw an error for', open);
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

function throwFromJob(
  run: Run,
  { job, element }: FoundJob,
  command: { readonly errorCode: string; readonly errorMessage: string; readonly variables: string },
): void {
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
}

function objectText(variables: string): string {
  return variables === '' || variables === 'null' ? '{}' : variables;
}

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

export const updateJobTimeout: Handler<'updateJobTimeout'> = (desk, { jobKey, timeout }) => {
  const found = findJob(desk, jobKey, 'update the timeout of');
  checkPhase(found, 'update the timeout of', ['activated']);
  const deadline = desk.now + timeout;
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobTimeoutUpdated', key: jobKey, deadline }));
  return done;
};

export const yieldJob: Handler<'yieldJob'> = (desk, { jobKey }) => {
  const found = findJob(desk, jobKey, 'yield');
  checkPhase(found, 'yield', ['activated']);
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobYielded', key: jobKey }));
  return done;
};

export const timeOutJob: Handler<'timeOutJob'> = (desk, { jobKey }) => {
  const found = findJob(desk, jobKey, 'time out');
  checkPhase(found, 'time out', ['activated']);
  checkDue(desk, { job: found.job, dueAt: found.job.deadline, intention: 'time out' });
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobTimedOut', key: jobKey }));
  return done;
};

export const recoverJob: Handler<'recoverJob'> = (desk, { jobKey }) => {
  const found = findJob(desk, jobKey, 'recover');
  checkPhase(found, 'recover', ['backingOff']);
  checkDue(desk, { job: found.job, dueAt: found.job.retryAt, intention: 'recover' });
  inTree(desk, found.tree, (run) => emit(run, { kind: 'jobRecovered', key: jobKey }));
  return done;
};

function checkDue(
  desk: Desk,
  { job, dueAt, intention }: { readonly job: Job; readonly dueAt: number; readonly intention: string },
): void {
  if (dueAt <= desk.now) return;
  throw new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} job with key '${job.key}', but its time comes only in ${dueAt - desk.now} ms`,
  );
}

export const raiseJobIncident: Handler<'raiseJobIncident'> = (desk, { jobKey, type, message }) => {
  const found = findJob(desk, jobKey, 'raise an incident for');
  checkPhase(found, 'raise an incident for', open);
  inTree(desk, found.tree, (run) => {
    emit(run, { kind: 'jobParked', key: jobKey });
    raiseIncident(run, found.element, { type, message, jobKey });
  });
  return done;
};

/** The kinds of commands that this file decides. */
export const jobHandlers = {
  activateJob,
  completeJob,
  failJob,
  throwError,
  updateJobRetries,
  updateJobTimeout,
  yieldJob,
  timeOutJob,
  recoverJob,
  raiseJobIncident,
} satisfies { readonly [Kind in CommandKind]?: Handler<Kind> };
