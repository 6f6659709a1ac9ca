import { elementAt } from '@irisflow/bpmn';
import type { MessageKey } from '@irisflow/protocol';
import { eventOf, openSubscription } from '../catching/open-catches.ts';
import type { Run } from '../run/behavior.ts';
import { IncidentError } from '../desk/failure.ts';
import { canFire, fireEvent } from '../lifecycle/fire-event.ts';
import { raiseFailure } from '../run/incident.ts';
import { emit, graphOf } from '../run/run.ts';
import { contextOf } from '../expression/evaluate-expression.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Subscription, TimerSubscription } from '../state/instance-tree.ts';
import { rescheduleTimer } from '../timers/schedule-timer.ts';

interface Arrival {
  readonly messageKey: MessageKey | null;
  readonly variables: string;
}

/** A message, signal or timer reaches its owner; false where it can no longer do anything there. */
export const fireSubscription = (run: Run, subscription: Subscription, { messageKey, variables }: Arrival): boolean => {
  const owner = run.tree.elements.get(subscription.elementKey);
  if (owner === undefined) return false;
  const catchElement = elementAt(graphOf(run, owner.processInstanceKey), subscription.catchElement);
  if (!canFire(run, owner, { catchElement })) return false;
  emit(run, { kind: 'subscriptionTriggered', key: subscription.key, messageKey });
  fireEvent(run, owner, { catchElement, variables });
  return true;
};

/** A timer that is due reaches its owner; a cycle is set anew. */
export const fireTimer = (run: Run, timer: TimerSubscription): void => {
  const owner = run.tree.elements.get(timer.elementKey);
  if (owner === undefined || !fireSubscription(run, timer, { messageKey: null, variables: '{}' })) return;
  if (!timer.interrupting) reschedule(run, owner, timer);
};

/** The next firing of a cycle. When it cannot be evaluated any more, the owner shows it and the cycle ends. */
const reschedule = (run: Run, owner: ElementInstance, timer: TimerSubscription): void => {
  const catchElement = elementAt(graphOf(run, owner.processInstanceKey), timer.catchElement);
  const event = eventOf(catchElement);
  if (event.kind !== 'timer' || owner.state !== 'activated') return;
  try {
    const next = rescheduleTimer(event.timer, contextOf(run, owner.key), timer);
    if (next !== null) openSubscription(run, { ...timer, ...next, key: run.desk.nextKey<'subscription'>() });
  } catch (failure) {
    if (!(failure instanceof IncidentError)) throw failure;
    raiseFailure(run, owner, failure);
  }
};
