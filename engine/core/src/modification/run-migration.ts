import { elementAt, elementById, flowAt, type ElementIndex } from '@irisflow/bpmn';
import { catchesInside, isStarting } from '../catching/catches-inside.ts';
import { closeSubscription, openCatches, prepareCatches } from '../catching/open-catches.ts';
import { handlerOf } from '../compensation/record-compensation.ts';
import type { Run } from '../run/behavior.ts';
import { catchesOf } from '../lifecycle/execute-element.ts';
import { guarded } from '../run/incident.ts';
import { elementOf, emit, graphOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Migration } from './plan-migration.ts';

/** Does what was planned: jobs, user tasks, incidents and variables stay as they are, only their element is another one. */
export const runMigration = (run: Run, migration: Migration): void => {
  const { instance, target, targetGraph, mapped, elements, tokens, leaving } = migration;
  emit(run, {
    kind: 'instanceMigrated',
    key: instance.key,
    definitionKey: target.key,
    definitionId: target.id,
    version: target.version,
  });
  for (const element of elements) {
    const to = elementAt(targetGraph, mapped.get(element.element) ?? 0);
    const chosen = leaving.get(element);
    emit(run, {
      kind: 'elementMigrated',
      key: element.key,
      element: to.index,
      elementId: to.id,
      ...(chosen !== undefined && { leaving: chosen }),
    });
  }
  for (const element of elements) moveCompensations(run, migration, element);
  for (const [scope, waiting] of tokens) moveTokens(run, migration, { scope, waiting });
  for (const element of elements) if (element.state === 'activated') moveSubscriptions(run, mapped, element);
};

/** What completed is undone as the target says; what the target cannot undo, or does not know, is no longer undone. */
const moveCompensations = (run: Run, { source, targetGraph, mapped }: Migration, owner: ElementInstance): void => {
  if (owner.compensations === null) return;
  const compensations = owner.compensations.flatMap((subscription) => {
    const { id } = elementAt(source, subscription.element);
    const index = mapped.get(subscription.element) ?? elementById(targetGraph, id)?.index;
    if (index === undefined) return [];
    const element = elementAt(targetGraph, index);
    const handler = subscription.handler === null ? null : handlerOf(targetGraph, element);
    return handler === null && subscription.handler !== null ? [] : [{ ...subscription, element: index, handler }];
  });
  emit(run, { kind: 'compensationsMigrated', key: owner.key, compensations });
};

const moveTokens = (
  run: Run,
  { targetGraph, instance }: Migration,
  { scope, waiting }: { readonly scope: ElementInstance; readonly waiting: readonly (readonly [number, number])[] },
): void => {
  if (waiting.length === 0) return;
  emit(run, { kind: 'tokensDropped', key: scope.key });
  for (const [flow, count] of waiting) {
    for (let token = 0; token < count; token += 1) {
      const { id: flowId } = flowAt(targetGraph, flow);
      emit(run, { kind: 'flowTaken', flow, flowId, scopeKey: scope.key, processInstanceKey: instance.key });
    }
  }
};

/** Mapped subscriptions go on as they are, the others close; what only the target waits for opens. */
const moveSubscriptions = (run: Run, mapped: ReadonlyMap<ElementIndex, ElementIndex>, owner: ElementInstance): void => {
  const kept = new Set<ElementIndex>();
  for (const key of owner.subscriptions ?? []) {
    const subscription = run.tree.subscriptions.get(key);
    if (subscription === undefined) continue;
    const catchElement = mapped.get(subscription.catchElement);
    if (catchElement === undefined) {
      closeSubscription(run, subscription);
      continue;
    }
    kept.add(catchElement);
    const catchElementId = elementAt(graphOf(run, owner.processInstanceKey), catchElement).id;
    emit(run, { kind: 'subscriptionMigrated', key, catchElement, catchElementId });
  }
  const inside = isStarting(run, owner) ? [] : catchesInside(run, owner);
  const missing = [...catchesOf(run, elementOf(run, owner), owner), ...inside].filter((index) => !kept.has(index));
  guarded(run, owner, () => openCatches(run, owner, prepareCatches(run, owner, missing)));
};
