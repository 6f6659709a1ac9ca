import { elementAt, type ExecutableElement, type ExecutableProcess } from '@irisflow/bpmn';
import type { ElementInstanceKey, ProcessInstanceKey } from '@irisflow/protocol';
import type { ElementRef } from '../event/element-event.ts';
import type { TreeEvent } from '../event/tree-event.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree, ProcessInstance } from '../state/instance-tree.ts';
import type { Step } from '../state/step.ts';
import type { Run } from './behavior.ts';
import { NotLoaded } from '../desk/failure.ts';

export const emit = (run: Run, event: Exclude<TreeEvent, { kind: 'processInstanceCreated' }>): void => {
  run.desk.writeTree(run.tree, event);
};

export const enqueue = (run: Run, step: Step): void => {
  run.queue.push(step);
};

/** A scope is done when nothing is active in it and no token is on its way. */
export const completeWhenEmpty = (run: Run, scope: ElementInstance): void => {
  if (scope.children === 0 && scope.tokens === null && scope.state === 'activated') {
    enqueue(run, { do: 'complete', key: scope.key });
  }
};

/** The process instance of the tree; its absence is a broken invariant. */
export const processInstanceOf = (run: Run, key: ProcessInstanceKey): ProcessInstance => {
  const instance = run.tree.instances.get(key);
  if (instance === undefined) {
    throw new RangeError(`Expected tree ${run.tree.rootKey} to hold process instance ${key}, but it does not`);
  }
  return instance;
};

/** The graph that a process instance runs on. */
export const graphOf = (run: Run, key: ProcessInstanceKey): ExecutableProcess => {
  const { definitionKey } = processInstanceOf(run, key);
  const graph = run.desk.state.graph(definitionKey);
  if (graph === undefined) throw new NotLoaded({ definitionKeys: [definitionKey] });
  return graph;
};

/** The element that an instance activates. */
export const elementOf = (run: Run, instance: ElementInstance): ExecutableElement =>
  elementAt(graphOf(run, instance.processInstanceKey), instance.element);

export const scopeOf = (run: Run, instance: ElementInstance): ElementInstance | undefined =>
  instance.scopeKey === null ? undefined : run.tree.elements.get(instance.scopeKey);

/** The element instances directly inside a scope, oldest first. */
export const childrenOf = (tree: InstanceTree, scopeKey: ElementInstanceKey): ElementInstance[] =>
  [...(tree.inside.get(scopeKey) ?? [])].flatMap((key) => tree.elements.get(key) ?? []);

/** What events say about an element instance. */
export const refOf = (instance: ElementInstance): ElementRef => ({
  key: instance.key,
  element: instance.element,
  elementId: instance.elementId,
  elementType: instance.type,
  scopeKey: instance.scopeKey,
  processInstanceKey: instance.processInstanceKey,
});
