import { elementAt, type ElementIndex, type EventDefinition } from '@irisflow/bpmn';
import type { SubscriptionKey } from '@irisflow/protocol';
import type { Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { createElement } from '../run/create-element.ts';
import { emit, enqueue, graphOf, scopeOf } from '../run/run.ts';
import type { CompensationSubscription, ElementInstance } from '../state/element-instance.ts';
import { splitStored } from '../variables/split-variables.ts';
import { writeAllLocal } from '../variables/write-variables.ts';
import type { ThrowBehavior } from './throw-behavior.ts';

/** Starts the handlers of everything that completed in the scope, all at once, and waits for them. */
export const throwCompensation: ThrowBehavior<Extract<EventDefinition, { kind: 'compensation' }>> = (
  _run,
  { activity },
) => ({ do: 'throwCompensation', activity });

export const performCompensation = (
  run: Run,
  thrower: ElementInstance,
  { activity }: EffectOf<'throwCompensation'>,
): void => {
  let handlers = 0;
  for (const scope of compensatedScopes(run, thrower)) {
    for (const subscription of selected(scope.compensations ?? [], activity)) {
      emit(run, { kind: 'compensationTriggered', key: scope.key, subscriptionKey: subscription.key });
      if (subscription.handler === null) continue;
      startHandler(run, { thrower, scope, subscription, handler: subscription.handler });
      handlers += 1;
    }
  }
  if (handlers === 0) enqueue(run, { do: 'complete', key: thrower.key });
};

/** Its own scope; an event sub-process compensates the scope around it too. */
const compensatedScopes = (run: Run, thrower: ElementInstance): readonly ElementInstance[] => {
  const scope = scopeOf(run, thrower);
  if (scope === undefined) return [];
  const around = scope.type === 'EVENT_SUB_PROCESS' ? scopeOf(run, scope) : undefined;
  return around === undefined ? [scope] : [scope, around];
};

/** All of them, or those of one activity with what completed inside it. */
const selected = (
  subscriptions: readonly CompensationSubscription[],
  activity: ElementIndex | null,
): readonly CompensationSubscription[] => {
  if (activity === null) return subscriptions;
  const chosen = new Set<SubscriptionKey>();
  // What completed inside stands behind what it completed in.
  for (const { key, element, within } of subscriptions) {
    const isOwn = within === null && element === activity;
    if (isOwn || (within !== null && chosen.has(within))) chosen.add(key);
  }
  return subscriptions.filter(({ key }) => chosen.has(key));
};

interface HandlerStart {
  readonly thrower: ElementInstance;
  readonly scope: ElementInstance;
  readonly subscription: CompensationSubscription;
  readonly handler: ElementIndex;
}

const startHandler = (run: Run, { thrower, scope, subscription, handler }: HandlerStart): void => {
  const element = elementAt(graphOf(run, scope.processInstanceKey), handler);
  const instance = createElement(run, { element: element.index, scope });
  emit(run, { kind: 'compensationHandlerStarted', key: instance.key, thrownBy: thrower.key });
  writeAllLocal(run, instance, splitStored(subscription.variables));
  enqueue(run, { do: 'activate', key: instance.key });
};
