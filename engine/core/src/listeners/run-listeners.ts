import type { ExecutableElement, ExecutionListener } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { emit, enqueue, scopeOf } from '../run/run.ts';
import { createJob, draftJob } from '../jobs/create-job.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { VariableTexts } from '../variables/split-variables.ts';
import { propagateAll, writeAllLocal } from '../variables/write-variables.ts';

type Phase = ExecutionListener['eventType'];

/** Calls the execution listeners of a phase one after the other; `waiting` while one of them has the word. */
export const runListeners = (
  run: Run,
  element: ExecutableElement,
  instance: ElementInstance,
  phase: Phase,
): 'done' | 'waiting' => {
  if (element.listeners.length === 0) return 'done';
  const listener = element.listeners.filter(({ eventType }) => eventType === phase)[instance.listenersDone];
  if (listener === undefined) return 'done';
  if (instance.jobKey === null) {
    createJob(run, instance, {
      ...draftJob(run, listener, instance),
      kind: 'EXECUTION_LISTENER',
      listenerEventType: phase === 'start' ? 'START' : 'END',
    });
  }
  return 'waiting';
};

/** The variables of a start listener stay with the element, those of an end listener go outward; then the life goes on. */
export const listenerCompleted = (run: Run, instance: ElementInstance, variables: VariableTexts): void => {
  if (instance.state === 'activating') writeAllLocal(run, instance, variables);
  else propagateAll(run, scopeOf(run, instance) ?? instance, variables);
  emit(run, { kind: 'listenersAdvanced', key: instance.key, done: instance.listenersDone + 1 });
  enqueue(run, { do: instance.state === 'activating' ? 'activate' : 'complete', key: instance.key });
};
