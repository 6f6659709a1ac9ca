import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';
import { treeOf } from './in-tree.ts';

interface FoundRoot {
  readonly tree: InstanceTree;
  readonly root: ElementInstance;
}

type Intention = 'cancel' | 'suspend' | 'resume';

/** The tree of a root process instance; refuses unknown keys, and called instances by naming their root. */
export const findRoot = (desk: Desk, key: ProcessInstanceKey, intention: Intention): FoundRoot => {
  const tree = treeOf(desk, 'elementInstance', key);
  const instance = tree?.instances.get(key);
  const root = tree?.elements.get(key);
  const expected = `Expected to ${intention} a process instance with key '${key}'`;
  if (tree === undefined || instance === undefined || root === undefined) {
    throw new CommandRefused('NOT_FOUND', `${expected}, but no such process was found`);
  }
  if (instance.parentKey === null) return { tree, root };
  const instead = `${intention.charAt(0).toUpperCase()}${intention.slice(1)}`;
  throw new CommandRefused(
    'INVALID_STATE',
    `${expected}, but it is created by a parent process instance. ` +
      `${instead} the root process instance '${tree.rootKey}' instead.`,
  );
};

/** Refuses a suspension or resumption where there is nothing to suspend or resume. */
export const refuseRest = (intention: 'suspend' | 'resume', key: ProcessInstanceKey, found: string): CommandRefused =>
  new CommandRefused('INVALID_STATE', `Expected to ${intention} a process instance with key '${key}', but ${found}`);
