import { closeCatches } from '../catching/open-catches.ts';
import { handlerEnded } from '../compensation/record-compensation.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ProcessInstance } from '../state/instance-tree.ts';
import { startCatchEvent } from './start-event.ts';
import { outerTypeOf } from '../run/create-element.ts';
import { resolveIncidentsOf } from '../run/incident.ts';
import { releaseStartLock } from './root-ended.ts';
import { elementAt } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { childrenOf, elementOf, emit, enqueue, graphOf, processInstanceOf, refOf, scopeOf } from '../run/run.ts';
import { childEnded } from './child-ended.ts';

/** Withdraws what an instance waits for. What is inside it ends in later steps. */
export const beginTermination = (run: Run, instance: ElementInstance): void => {
  if (instance.state === 'terminating') return;
  resolveIncidentsOf(run, instance);
  closeCatches(run, instance);
  if (instance.jobKey !== null) emit(run, { kind: 'jobCanceled', key: instance.jobKey });
  emit(run, { kind: 'elementTerminating', ...refOf(instance) });
  const element = elementOf(run, instance);
  run.behaviorOf(element, instance).onTerminating?.(run, element, instance);
};

/** Ends an instance: first what is inside, then itself; then what interrupted it goes on. */
export const terminate = (run: Run, instance: ElementInstance): void => {
  beginTermination(run, instance);
  if (instance.children > 0) {
    for (const child of childrenOf(run.tree, instance.key)) {
      if (child.state !== 'terminating') enqueue(run, { do: 'terminate', key: child.key });
    }
    return;
  }
  if (calledRootOf(run, instance) !== undefined || instance.userTaskKey !== null) return;
  const process = instance.scopeKey === null ? processInstanceOf(run, instance.processInstanceKey) : null;
  emit(run, { kind: 'elementTerminated', ...refOf(instance) });
  if (endsWithElement(run, instance)) return;
  if (instance.compensatedBy !== null) handlerEnded(run, instance.compensatedBy);
  if (process === null) afterTerminated(run, instance);
  else processTerminated(run, process);
};

/** Terminates the process instance when its creator asked for that after this element, which has just left. */
export const endsWithElement = (
  run: Run,
  { processInstanceKey, elementId, element, type }: ElementInstance,
): boolean => {
  const process = run.tree.instances.get(processInstanceKey);
  const root = run.tree.elements.get(processInstanceKey);
  if (root === undefined || process?.terminateAfter?.includes(elementId) !== true) return false;
  const isWhole = type === outerTypeOf(elementAt(graphOf(run, processInstanceKey), element));
  if (!isWhole || root.state === 'terminating') return false;
  terminate(run, root);
  return true;
};

/** A terminated process lets its caller end too, and frees the lock under which it was started. */
const processTerminated = (run: Run, { parentElementKey }: ProcessInstance): void => {
  if (parentElementKey === null) releaseStartLock(run);
  else enqueue(run, { do: 'terminate', key: parentElementKey });
};

/** The root scope of the process that a call activity called, while it is active. */
export const calledRootOf = (run: Run, caller: ElementInstance): ElementInstance | undefined => {
  if (caller.type !== 'CALL_ACTIVITY') return undefined;
  for (const { key, parentElementKey } of run.tree.instances.values()) {
    if (parentElementKey === caller.key) return run.tree.elements.get(key);
  }
  return undefined;
};

const afterTerminated = (run: Run, instance: ElementInstance): void => {
  const scope = scopeOf(run, instance);
  if (scope === undefined) return;
  if (instance.trigger !== null && scope.state === 'activated' && scope.trigger === null) {
    const catchElement = elementAt(graphOf(run, scope.processInstanceKey), instance.trigger.catchElement);
    if (catchElement.kind === 'boundaryEvent' && catchElement.attachedTo === instance.element) {
      startCatchEvent(run, scope, { catchElement, variables: instance.trigger.variables });
      return;
    }
  }
  childEnded(run, scope, instance, 'terminated');
};
