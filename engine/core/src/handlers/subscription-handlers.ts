import { elementAt } from '@irisflow/bpmn';
import type { MessageKey } from '@irisflow/protocol';
import { eventOf, openSubscription } from '../catching/open-catches.ts';
import type { Run } from '../run/behavior.ts';
import { CommandRefused, IncidentError } from '../desk/failure.ts';
import { canFire, fireEvent } from '../lifecycle/fire-event.ts';
import { raiseFailure } from '../run/incident.ts';
import { emit, graphOf } from '../run/run.ts';
import { contextOf } from '../expression/evaluate-expression.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Subscription, TimerSubscription } from '../state/instance-tree.ts';
import { rescheduleTimer } from '../timers/schedule-timer.ts';
import { done, type Handler } from './handler.ts';
import { activeTree, inTree, treeOf } from './in-tree.ts';

/** A message or signal arrives. What can no longer be taken is given back. */
export const triggerSubscription: Handler<'triggerSubscription'> = (desk, command) => {
  const tree = activeTree(desk, command.rootKey);
  const subscription = tree?.subscriptions.get(command.subscriptionKey);
  let isTaken = false;
  if (tree?.suspension === null && subscription !== undefined) {
    inTree(desk, tree, (run) => {
      isTaken = trigger(run, subscription, command);
    });
  }
  if (!isTaken && command.messageKey !== null) {
    const { bucket, messageKey, definitionId } = command;
    desk.followUp({ kind: 'undoCorrelation', bucket, messageKey, definitionId });
  }
  return done;
};

interface Arrival {
  readonly messageKey: MessageKey | null;
  readonly variables: string;
}

function trigger(run: Run, subscription: Subscription, { messageKey, variables }: Arrival): boolean {
  const owner = run.tree.elements.get(subscription.elementKey);
  if (owner === undefined) return false;
  const catchElement = elementAt(graphOf(run, owner.processInstanceKey), subscription.catchElement);
  if (!canFire(run, owner, { catchElement })) return false;
  emit(run, { kind: 'subscriptionTriggered', key: subscription.key, messageKey });
  fireEvent(run, owner, { catchElement, variables });
  return true;
}

export const triggerTimer: Handler<'triggerTimer'> = (desk, { timerKey }) => {
  const tree = treeOf(desk, 'subscription', timerKey);
  const timer = tree?.subscriptions.get(timerKey);
  if (tree === undefined || timer?.kind !== 'timer') {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to trigger timer with key '${timerKey}', but no such timer was found`,
    );
  }
  if (timer.dueAt > desk.now) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to trigger timer with key '${timerKey}', but it is due only in ${timer.dueAt - desk.now} ms`,
    );
  }
  inTree(desk, tree, (run) => fireTimer(run, timer));
  return done;
};

/** A timer that is due reaches its owner; a cycle is set anew. */
export function fireTimer(run: Run, timer: TimerSubscription): void {
  const owner = run.tree.elements.get(timer.elementKey);
  if (owner === undefined || !trigger(run, timer, { messageKey: null, variables: '{}' })) return;
  if (!timer.interrupting) reschedule(run, owner, timer);
}

/** The next firing of a cycle. When it cannot be evaluated any more, the owner shows it and the cycle ends. */
function reschedule(run: Run, owner: ElementInstance, timer: TimerSubscription): void {
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
}
