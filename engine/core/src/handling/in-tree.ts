import type { ProcessInstanceKey } from '@irisflow/protocol';
import { settleConditions } from '../lifecycle/settle-conditions.ts';
import { behaviorOf } from '../elements/behaviors.ts';
import { perform } from '../elements/perform.ts';
import type { Run } from '../run/behavior.ts';
import type { Desk } from '../desk/desk.ts';
import { executeSteps } from '../lifecycle/execute-steps.ts';
import { emit } from '../run/run.ts';
import type { EntityNoun } from '../state/engine-state.ts';
import type { Step } from '../state/step.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** The loaded tree that holds an entity; undefined when no active tree does that the caller may know of. */
export const treeOf = (desk: Desk, noun: EntityNoun, key: string): InstanceTree | undefined => {
  const rootKey = desk.state.rootOf(noun, key);
  const tree = rootKey === undefined ? undefined : activeTree(desk, rootKey);
  return tree !== undefined && desk.sees(tree.tenantId) ? tree : undefined;
};

/** The loaded tree of a root instance, while that is active. */
export const activeTree = (desk: Desk, rootKey: ProcessInstanceKey): InstanceTree | undefined => {
  const tree = desk.state.tree(rootKey);
  return tree?.ended === false ? tree : undefined;
};

const createRun = (desk: Desk, tree: InstanceTree, queue: Step[]): Run => {
  const { rounds } = tree;
  const asked = { writes: [], opened: new Set<never>(), triggered: new Set<never>() };
  return { desk, tree, queue, rounds, spent: 0, ...asked, behaviorOf, perform };
};

/** Does the work of a command inside a tree, and all that follows from it there; in a suspended tree nothing follows. */
export const inTree = (desk: Desk, tree: InstanceTree, work: (run: Run) => void): void => {
  const run = createRun(desk, tree, []);
  work(run);
  if (tree.steps.length === 0 && tree.suspension === null) {
    executeSteps(run);
    return;
  }
  if (tree.suspension === null) settleConditions(run);
  // A continuation is on its way already, or comes with the resumption: what this command adds takes its turn behind.
  if (run.queue.length > 0)
    emit(run, { kind: 'stepsDeferred', steps: [...tree.steps, ...run.queue], rounds: run.rounds });
};

/** Goes on with what an earlier command left, unless the tree is suspended. */
export const continueTree = (desk: Desk, tree: InstanceTree): void => {
  if (tree.steps.length === 0 || tree.suspension !== null) return;
  const run = createRun(desk, tree, [...tree.steps]);
  emit(run, { kind: 'stepsResumed' });
  executeSteps(run);
};
