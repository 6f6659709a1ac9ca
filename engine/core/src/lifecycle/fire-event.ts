import { closeSubscription } from '../catching/open-catches.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { splitStored } from '../variables/split-variables.ts';
import { receiveResult } from '../variables/receive-result.ts';
import { fireStoredTrigger, startCatchEvent, startEventSubProcess, storeTrigger, type Firing } from './start-event.ts';
import { elementAt } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { childrenOf, emit, enqueue, graphOf, refOf, scopeOf } from '../run/run.ts';
import { beginTermination, endsWithElement, terminate } from './terminate.ts';

/** Whether the event can still do something to the instance that waits for it. */
export const canFire = (run: Run, owner: ElementInstance, { catchElement }: Pick<Firing, 'catchElement'>): boolean => {
  if (catchElement.kind === 'startEvent') return owner.state === 'activated' && !owner.interrupted;
  const scope = scopeOf(run, owner);
  if (owner.state !== 'activated' && !(owner.state === 'completing' && catchElement.kind === 'boundaryEvent'))
    return false;
  return scope === undefined || (scope.state === 'activated' && scope.trigger === null);
};

/** An event reached the instance that waits for it: it completes, is interrupted, or something starts beside it. */
export const fireEvent = (run: Run, owner: ElementInstance, firing: Firing): void => {
  const { catchElement } = firing;
  if (catchElement.kind === 'boundaryEvent') {
    fireBoundary(run, owner, firing);
  } else if (catchElement.kind === 'startEvent') {
    fireEventSubProcess(run, owner, firing);
  } else if (owner.element === catchElement.index) {
    receiveResult(run, owner, splitStored(firing.variables));
    enqueue(run, { do: 'complete', key: owner.key });
  } else {
    fireBehindGateway(run, owner, firing);
  }
};

const fireBoundary = (run: Run, owner: ElementInstance, firing: Firing): void => {
  const scope = scopeOf(run, owner);
  if (scope === undefined) return;
  if (firing.catchElement.kind === 'boundaryEvent' && firing.catchElement.interrupting) {
    storeTrigger(run, owner, firing, { interrupting: true });
    terminate(run, owner);
  } else {
    startCatchEvent(run, scope, firing);
  }
};

const fireEventSubProcess = (run: Run, scope: ElementInstance, firing: Firing): void => {
  if (firing.catchElement.kind !== 'startEvent' || !firing.catchElement.interrupting) {
    startEventSubProcess(run, scope, firing);
    return;
  }
  storeTrigger(run, scope, firing, { interrupting: true });
  emit(run, { kind: 'tokensDropped', key: scope.key });
  closeEventSubProcessCatches(run, scope);
  const children = childrenOf(run.tree, scope.key);
  for (const child of children) beginTermination(run, child);
  for (const child of children) enqueue(run, { do: 'terminate', key: child.key });
  if (children.length === 0) fireStoredTrigger(run, scope);
};

/** Boundary events of the scope itself stay open: they stand outside. */
const closeEventSubProcessCatches = (run: Run, scope: ElementInstance): void => {
  const graph = graphOf(run, scope.processInstanceKey);
  for (const key of scope.subscriptions ?? []) {
    const subscription = run.tree.subscriptions.get(key);
    if (subscription === undefined) continue;
    if (elementAt(graph, subscription.catchElement).kind === 'startEvent') closeSubscription(run, subscription);
  }
};

/** The gateway is done: the others close, and the event behind it happens without a token on the flow between. */
const fireBehindGateway = (run: Run, gateway: ElementInstance, firing: Firing): void => {
  const scope = scopeOf(run, gateway);
  if (scope === undefined) return;
  for (const key of gateway.subscriptions ?? []) {
    const subscription = run.tree.subscriptions.get(key);
    if (subscription !== undefined) closeSubscription(run, subscription);
  }
  emit(run, { kind: 'elementCompleting', ...refOf(gateway) });
  emit(run, { kind: 'elementCompleted', ...refOf(gateway) });
  if (endsWithElement(run, gateway)) return;
  startCatchEvent(run, scope, firing);
};
