import { elementAt, type ExecutableElement } from '@irisflow/bpmn';
import type { ElementInstance } from '../state/element-instance.ts';
import { splitStored } from '../variables/split-variables.ts';
import { writeAllLocal } from '../variables/write-variables.ts';
import type { Run } from '../run/behavior.ts';
import { createElement } from '../run/create-element.ts';
import { elementOf, emit, enqueue, graphOf } from '../run/run.ts';

/** What happened at a catch event. `variables` is JSON text of an object. */
export interface Firing {
  readonly catchElement: ExecutableElement;
  readonly variables: string;
}

/** The scope is empty now: the event sub-process that interrupted it starts. */
export const fireStoredTrigger = (run: Run, owner: ElementInstance): void => {
  const { trigger } = owner;
  if (trigger === null) return;
  const catchElement = elementAt(graphOf(run, owner.processInstanceKey), trigger.catchElement);
  emit(run, { kind: 'triggerConsumed', key: owner.key });
  startEventSubProcess(run, owner, { catchElement, variables: trigger.variables });
};

/** Starts an event whose trigger has already happened, with what it brought as local variables. */
export const startCatchEvent = (run: Run, scope: ElementInstance, { catchElement, variables }: Firing): void => {
  const instance = createElement(run, { element: catchElement.index, scope });
  storeTrigger(run, instance, { catchElement, variables }, { interrupting: false });
  writeAllLocal(run, instance, splitStored(variables));
  enqueue(run, { do: 'activate', key: instance.key });
};

/** Starts an event sub-process whose start event has already happened. */
export const startEventSubProcess = (run: Run, scope: ElementInstance, firing: Firing): void => {
  const element = firing.catchElement.scope;
  if (element === null) return;
  const instance = createElement(run, { element, scope });
  storeTrigger(run, instance, firing, { interrupting: false });
  enqueue(run, { do: 'activate', key: instance.key });
};

/** Remembers the event until the instance can go on with it. */
export const storeTrigger = (
  run: Run,
  owner: ElementInstance,
  firing: Firing,
  { interrupting }: { readonly interrupting: boolean },
): void => {
  const { catchElement, variables } = firing;
  emit(run, {
    kind: 'triggerStored',
    key: owner.key,
    trigger: { catchElement: catchElement.index, variables },
    interrupting,
  });
};

/** Whether the event of this instance has already happened, so that it has nothing to wait for. */
export const hasFired = (run: Run, instance: ElementInstance): boolean =>
  instance.trigger?.catchElement === elementOf(run, instance).index;
