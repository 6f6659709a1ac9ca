import { elementAt, type EventDefinition, type ExecutableProcess } from '@irisflow/bpmn';
import { evaluate, variableNames } from '@irisflow/feel';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type { Run, VariableWrite } from '../execution/behavior.ts';
import { canFire, fireEvent } from '../execution/fire-event.ts';
import { emit, graphOf } from '../execution/run.ts';
import { contextOf } from '../expression/evaluate-expression.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ConditionalSubscription } from '../state/instance-tree.ts';
import { eventOf } from './open-catches.ts';

type ConditionalEvent = Extract<EventDefinition, { kind: 'conditional' }>;

const usesConditions = new WeakMap<ExecutableProcess, boolean>();

function hasConditions(graph: ExecutableProcess): boolean {
  const known = usesConditions.get(graph) ?? graph.elements.some((element) => eventOf(element).kind === 'conditional');
  usesConditions.set(graph, known);
  return known;
}

/**
 * Triggers the conditional events whose condition holds: new ones at once, the others when a variable changed that they name
 * and see. Outer scopes come first, because their subscriptions are older; each event is asked once per command.
 */
export function settleConditions(run: Run): void {
  const writes = run.writes.splice(0);
  const isConcerned = [...run.tree.instances.keys()].some((key) => hasConditions(graphOf(run, key)));
  if (!isConcerned) return;
  for (const subscription of run.tree.subscriptions.values()) {
    if (subscription.kind === 'conditional') ask(run, subscription, writes);
  }
}

function ask(run: Run, subscription: ConditionalSubscription, writes: readonly VariableWrite[]): void {
  const owner = run.tree.elements.get(subscription.elementKey);
  if (owner === undefined || run.asked.has(subscription.key)) return;
  const catchElement = elementAt(graphOf(run, owner.processInstanceKey), subscription.catchElement);
  const event = eventOf(catchElement);
  if (event.kind !== 'conditional' || !canFire(run, owner, { catchElement })) return;
  if (!isNew(run, subscription) && !writes.some((write) => concerns(run, { event, owner, write }))) return;
  if (!holds(run, event, owner)) return;
  run.asked.add(subscription.key);
  emit(run, { kind: 'subscriptionTriggered', key: subscription.key, messageKey: null });
  fireEvent(run, owner, { catchElement, variables: '{}' });
}

/** Opened during this command. */
function isNew(run: Run, { key }: ConditionalSubscription): boolean {
  return run.opened.has(key);
}

function concerns(
  run: Run,
  {
    event,
    owner,
    write,
  }: { readonly event: ConditionalEvent; readonly owner: ElementInstance; readonly write: VariableWrite },
): boolean {
  const { variableNames: named, variableEvents, condition } = event;
  const names = named.length > 0 || condition.kind === 'literal' ? named : variableNames(condition.feel);
  if (!names.includes(write.name)) return false;
  if (variableEvents.length > 0 && !variableEvents.includes(write.event)) return false;
  return sees(run, owner, write.scopeKey);
}

function sees(run: Run, owner: ElementInstance, scopeKey: ElementInstanceKey): boolean {
  let scope: ElementInstance | undefined = owner;
  while (scope !== undefined && scope.key !== scopeKey) {
    scope = scope.scopeKey === null ? undefined : run.tree.elements.get(scope.scopeKey);
  }
  return scope !== undefined;
}

/** Whatever is not true, an expression that fails included, does not hold yet. */
function holds(run: Run, { condition }: ConditionalEvent, owner: ElementInstance): boolean {
  if (condition.kind === 'literal') return condition.text === 'true';
  const result = evaluate(condition.feel, contextOf(run, owner.key));
  return result.ok && result.value === true;
}
