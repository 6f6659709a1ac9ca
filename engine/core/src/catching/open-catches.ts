import type { FeelContext } from '@irisflow/feel';
import { contextOf } from '../expression/evaluate-expression.ts';
import {
  elementAt,
  type ElementIndex,
  type EventDefinition,
  type ExecutableElement,
  type ExecutableProcess,
} from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { emit, graphOf, processInstanceOf } from '../run/run.ts';
import type { BucketRef } from '../state/bucket.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Subscription } from '../state/instance-tree.ts';
import type { SubscriptionDraft } from './catch-behavior.ts';
import { catchBehaviorOf } from './catch-behaviors.ts';
import { catchMessage } from './catch-message.ts';

export interface PreparedCatch {
  readonly catchElement: ExecutableElement;
  readonly draft: SubscriptionDraft;
}

const noEvent: EventDefinition = { kind: 'none' };

/** The event that an element carries. */
export const eventOf = (element: ExecutableElement): EventDefinition => ('event' in element ? element.event : noEvent);

/** Whether the event ends what it is attached to. A catch event that waits for itself always does. */
export const isInterrupting = (element: ExecutableElement): boolean =>
  element.kind === 'boundaryEvent' || element.kind === 'startEvent' ? element.interrupting : true;

/** Evaluates all subscriptions of an instance before any is opened. Throws an incident when one cannot be evaluated. */
export const prepareCatches = (
  run: Run,
  owner: ElementInstance,
  catches: readonly ElementIndex[],
): readonly PreparedCatch[] => {
  if (catches.length === 0) return [];
  return draftCatches(graphOf(run, owner.processInstanceKey), catches, (catchElement) =>
    contextOf(run, seesOutside(catchElement) ? owner.scopeKey : owner.key),
  );
};

/** A message on the boundary does not see what the input mappings of its activity created. */
export const seesOutside = (catchElement: ExecutableElement): boolean =>
  catchElement.kind === 'boundaryEvent' && catchElement.event.kind === 'message';

/** What the events wait for, each evaluated in its context. */
export const draftCatches = (
  graph: ExecutableProcess,
  catches: readonly ElementIndex[],
  contextFor: (catchElement: ExecutableElement) => FeelContext,
): readonly PreparedCatch[] => {
  const prepared: PreparedCatch[] = [];
  for (const index of catches) {
    const catchElement = elementAt(graph, index);
    const event = eventOf(catchElement);
    const context = contextFor(catchElement);
    const draft =
      catchElement.kind === 'receiveTask'
        ? catchMessage(catchElement.message, context)
        : catchBehaviorOf(event)(event, context);
    if (draft !== null) prepared.push({ catchElement, draft });
  }
  return prepared;
};

export const openCatches = (run: Run, owner: ElementInstance, prepared: readonly PreparedCatch[]): void => {
  for (const { catchElement, draft } of prepared) {
    openSubscription(run, {
      ...draft,
      key: run.desk.nextKey<'subscription'>(),
      elementKey: owner.key,
      catchElement: catchElement.index,
      catchElementId: catchElement.id,
      processInstanceKey: owner.processInstanceKey,
      interrupting: isInterrupting(catchElement),
    });
  }
};

/** Opens one subscription and, for messages and signals, lets publishers find it. */
export const openSubscription = (run: Run, subscription: Subscription): void => {
  emit(run, { kind: 'subscriptionOpened', subscription });
  if (subscription.kind === 'conditional') run.opened.add(subscription.key);
  joinBucket(run, subscription);
};

/** Tells the bucket where publishers look that somebody waits; nothing for timers and conditions. */
export const joinBucket = (run: Run, subscription: Subscription): void => {
  const bucket = bucketOf(run, subscription);
  if (bucket === null) return;
  run.desk.followUp({
    kind: 'addWaiter',
    bucket,
    waiter: {
      key: subscription.key,
      rootKey: run.tree.rootKey,
      processInstanceKey: subscription.processInstanceKey,
      definitionId: processInstanceOf(run, subscription.processInstanceKey).definitionId,
      interrupting: subscription.interrupting,
    },
  });
};

/** Closes what an instance still waits for. */
export const closeCatches = (run: Run, owner: ElementInstance): void => {
  for (const key of owner.subscriptions ?? []) {
    const subscription = run.tree.subscriptions.get(key);
    if (subscription !== undefined) closeSubscription(run, subscription);
  }
};

export const closeSubscription = (run: Run, subscription: Subscription): void => {
  emit(run, { kind: 'subscriptionClosed', key: subscription.key });
  leaveBucket(run, subscription);
};

/** Publishers find the subscription no longer. */
export const leaveBucket = (run: Run, subscription: Subscription): void => {
  const bucket = bucketOf(run, subscription);
  if (bucket !== null) run.desk.followUp({ kind: 'removeWaiter', bucket, subscriptionKey: subscription.key });
};

const bucketOf = (run: Run, subscription: Subscription): BucketRef | null => {
  const { tenantId } = run.tree;
  switch (subscription.kind) {
    case 'message':
      return { kind: 'message', tenantId, name: subscription.name, correlationKey: subscription.correlationKey };
    case 'signal':
      return { kind: 'signal', tenantId, name: subscription.name, correlationKey: '' };
    case 'timer':
    case 'conditional':
      return null;
  }
  return subscription satisfies never;
};
