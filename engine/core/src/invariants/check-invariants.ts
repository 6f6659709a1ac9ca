import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** A promise about trees that does not hold: which one, and where. */
export interface Violation {
  readonly invariant: 'I3' | 'I6' | 'I7' | 'I13';
  readonly message: string;
}

type Report = (invariant: Violation['invariant'], message: string) => void;

/**
 * Checks what must hold of every tree between two commands:
 * I3 open jobs and tasks belong to the one element that waits for them; I6 tokens and scopes add up;
 * I7 an instance has ended exactly when nothing is active in it, and what ends is not suspended; I13 everything active has a reason to wait.
 */
export const checkInvariants = (tree: InstanceTree): readonly Violation[] => {
  const violations: Violation[] = [];
  const report: Report = (invariant, message) => violations.push({ invariant, message });
  checkWork(tree, report);
  checkScopes(tree, report);
  checkEnd(tree, report);
  if (tree.steps.length === 0) checkReasons(tree, report);
  return violations;
};

const checkWork = (tree: InstanceTree, report: Report): void => {
  for (const job of tree.jobs.values()) {
    if (tree.elements.get(job.elementKey)?.jobKey !== job.key)
      report('I3', `job ${job.key} is not awaited by its element`);
  }
  for (const task of tree.userTasks.values()) {
    if (tree.elements.get(task.elementKey)?.userTaskKey !== task.key) {
      report('I3', `user task ${task.key} is not awaited by its element`);
    }
  }
  for (const { key, jobKey, userTaskKey } of tree.elements.values()) {
    if (jobKey !== null && !tree.jobs.has(jobKey)) report('I3', `element ${key} waits for the missing job ${jobKey}`);
    if (userTaskKey !== null && !tree.userTasks.has(userTaskKey)) {
      report('I3', `element ${key} waits for the missing user task ${userTaskKey}`);
    }
  }
};

const checkScopes = (tree: InstanceTree, report: Report): void => {
  const counted = countChildren(tree, report);
  for (const { key, children, tokens } of tree.elements.values()) {
    const found = counted.get(key) ?? 0;
    if (found !== children) report('I6', `scope ${key} counts ${children} children, but has ${found}`);
    for (const [flow, count] of tokens ?? []) {
      if (count < 1) report('I6', `flow ${flow} of scope ${key} has ${count} tokens`);
    }
  }
  for (const { key, elementKey } of [...tree.subscriptions.values(), ...tree.incidents.values()]) {
    if (!tree.elements.has(elementKey)) report('I6', `${key} belongs to the missing element ${elementKey}`);
  }
};

const countChildren = (tree: InstanceTree, report: Report): ReadonlyMap<string, number> => {
  const children = new Map<string, number>();
  for (const { key, scopeKey } of tree.elements.values()) {
    if (scopeKey === null) continue;
    children.set(scopeKey, (children.get(scopeKey) ?? 0) + 1);
    if (!tree.elements.has(scopeKey)) report('I6', `element ${key} is in the missing scope ${scopeKey}`);
  }
  return children;
};

const checkEnd = (tree: InstanceTree, report: Report): void => {
  if (tree.ended !== (tree.elements.size === 0))
    report('I7', `tree ${tree.rootKey} has ended: ${tree.ended}, active: ${tree.elements.size}`);
  const isEnding = tree.ended || tree.elements.get(tree.rootKey)?.state === 'terminating';
  if (tree.suspension !== null && isEnding) report('I7', `tree ${tree.rootKey} is ending, but suspended`);
  for (const { key } of tree.instances.values()) {
    if (!tree.elements.has(key)) report('I7', `process instance ${key} is registered but not active`);
  }
  for (const { processInstanceKey, key } of tree.elements.values()) {
    if (!tree.instances.has(processInstanceKey))
      report('I7', `element ${key} is active in the ended instance ${processInstanceKey}`);
  }
};

const checkReasons = (tree: InstanceTree, report: Report): void => {
  const excused = new Set<string>();
  for (const { elementKey } of tree.incidents.values()) excused.add(elementKey);
  for (const { parentElementKey } of tree.instances.values())
    if (parentElementKey !== null) excused.add(parentElementKey);
  for (const { compensatedBy } of tree.elements.values()) if (compensatedBy !== null) excused.add(compensatedBy);
  for (const element of tree.elements.values()) {
    if (!excused.has(element.key) && !hasReason(element)) {
      report('I13', `element '${element.elementId}' (${element.key}) is ${element.state} and waits for nothing`);
    }
  }
};

/** A token that waits at a joining gateway keeps its scope alive; an ad-hoc sub-process waits for somebody to activate something. */
const hasReason = (element: ElementInstance): boolean => {
  const { children, tokens, jobKey, userTaskKey, subscriptions, type } = element;
  if (children > 0 || tokens !== null || type === 'AD_HOC_SUB_PROCESS') return true;
  return jobKey !== null || userTaskKey !== null || subscriptions !== null;
};
