import { elementAt, type ElementIndex } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { childrenOf, elementOf, graphOf } from '../run/run.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { openCatches, prepareCatches } from './open-catches.ts';

/** The start events of the event sub-processes of a scope that open behind its start event. */
export const catchesInside = (run: Run, scope: ElementInstance): readonly ElementIndex[] => {
  const element = elementOf(run, scope);
  return run.behaviorOf(element, scope).catchesInside?.(run, element, scope) ?? [];
};

/** Opens those that are not open yet; throws an incident when one cannot be evaluated, and then opens none. */
export const openCatchesInside = (run: Run, scope: ElementInstance): void => {
  const open = new Set((scope.subscriptions ?? []).map((key) => run.tree.subscriptions.get(key)?.catchElement));
  const closed = catchesInside(run, scope).filter((index) => !open.has(index));
  openCatches(run, scope, prepareCatches(run, scope, closed));
};

/** Whether the start event of a scope is still at work, so that nothing inside has opened. */
export const isStarting = (run: Run, scope: ElementInstance): boolean => {
  const graph = graphOf(run, scope.processInstanceKey);
  return childrenOf(run.tree, scope.key).some(({ element }) => elementAt(graph, element).kind === 'startEvent');
};
