import { elementAt, type ExecutableProcess } from '@irisflow/bpmn';
import type { ElementInstanceKey, SubscriptionKey } from '@irisflow/protocol';
import type { Run } from '../run/behavior.ts';
import { IncidentError } from '../desk/failure.ts';
import { canFire, fireEvent } from './fire-event.ts';
import { raiseFailure } from '../run/incident.ts';
import { emit, graphOf } from '../run/run.ts';
import { contextOf } from '../expression/evaluate-expression.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { ConditionalSubscription, VariableWrite } from '../state/instance-tree.ts';
import { holds, isNamed, type ConditionalEvent } from '../catching/condition.ts';
import { eventOf } from '../catching/open-catches.ts';

const usesConditions = new WeakMap<ExecutableProcess, boolean>();

const hasConditions = (graph: ExecutableProcess): boolean => {
  const known = usesConditions.get(graph) ?? graph.elements.some((element) => eventOf(element).kind === 'conditional');
  usesConditions.set(graph, known);
  return known;
};

/** A process whose graph is not loaded yet has not opened anything. */
const isConcerned = ({ tree, desk }: Run): boolean =>
  [...tree.instances.values()].some(({ definitionKey }) => {
    const graph = desk.state.graph(definitionKey);
    return graph !== undefined && hasConditions(graph);
  });

/**
 * Triggers the conditional events whose condition holds: new ones at once, the others when a variable changed that they name
 * and see. Asked after every step, so that a path without wait states cannot outrun its conditions. Outer scopes come first;
 * each event is triggered once per command.
 */
export const settleConditions = (run: Run): void => {
  if (run.writes.length === 0 && run.opened.size === 0) return;
  const writes = run.writes.splice(0);
  const opened = new Set(run.opened);
  run.opened.clear();
  if (!isConcerned(run)) return;
  const concerned = conditionalSubscriptions(run).filter(
    (subscription) => opened.has(subscription.key) || writes.some((write) => concerns(run, subscription, write)),
  );
  for (const subscription of concerned) ask(run, subscription);
};

/** The next round asks these whatever changed: their last answer was an incident. */
export const askConditionsAgain = (run: Run, keys: readonly SubscriptionKey[]): void => {
  for (const key of keys) if (run.tree.subscriptions.get(key)?.kind === 'conditional') run.opened.add(key);
};

/** From the outermost scope inward, the oldest first. */
const conditionalSubscriptions = (run: Run): readonly ConditionalSubscription[] =>
  [...run.tree.subscriptions.values()]
    .filter((subscription) => subscription.kind === 'conditional')
    .map((subscription) => ({ subscription, depth: scopesFrom(run, subscription.elementKey).length }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ subscription }) => subscription);

const concerns = (run: Run, subscription: ConditionalSubscription, write: VariableWrite): boolean => {
  const event = conditionOf(run, subscription);
  if (event === null || !isNamed(event, write.name)) return false;
  if (event.variableEvents.length > 0 && !event.variableEvents.includes(write.event)) return false;
  return scopesFrom(run, subscription.elementKey).includes(write.scopeKey);
};

const conditionOf = (run: Run, subscription: ConditionalSubscription): ConditionalEvent | null => {
  const event = eventOf(elementAt(graphOf(run, subscription.processInstanceKey), subscription.catchElement));
  return event.kind === 'conditional' ? event : null;
};

/** The instance and the scopes around it, whose variables it sees. */
const scopesFrom = (run: Run, key: ElementInstanceKey): readonly ElementInstanceKey[] => {
  const scopes: ElementInstanceKey[] = [];
  for (let next: ElementInstanceKey | null = key; next !== null; next = run.tree.elements.get(next)?.scopeKey ?? null) {
    scopes.push(next);
  }
  return scopes;
};

const ask = (run: Run, subscription: ConditionalSubscription): void => {
  const owner = run.tree.elements.get(subscription.elementKey);
  // An activity that is completing writes its own results: they are no reason to interrupt it.
  if (owner?.state !== 'activated' || run.triggered.has(subscription.key)) return;
  const catchElement = elementAt(graphOf(run, owner.processInstanceKey), subscription.catchElement);
  const event = eventOf(catchElement);
  if (event.kind !== 'conditional' || !canFire(run, owner, { catchElement })) return;
  if (!holdsFor(run, event, owner)) return;
  run.triggered.add(subscription.key);
  emit(run, { kind: 'subscriptionTriggered', key: subscription.key, messageKey: null });
  fireEvent(run, owner, { catchElement, variables: '{}' });
};

/** A condition that fails while its owner waits is an incident of the owner; resolving it asks again. */
const holdsFor = (run: Run, event: ConditionalEvent, owner: ElementInstance): boolean => {
  try {
    return holds(event, contextOf(run, owner.key));
  } catch (failure) {
    if (!(failure instanceof IncidentError)) throw failure;
    const isKnown = [...run.tree.incidents.values()].some(
      (incident) => incident.elementKey === owner.key && incident.message === failure.message,
    );
    if (!isKnown) raiseFailure(run, owner, failure);
    return false;
  }
};
