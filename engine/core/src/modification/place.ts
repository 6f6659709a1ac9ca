import type { ExecutableProcess } from '@irisflow/bpmn';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** The process instance that is modified. */
export interface Place {
  readonly desk: Desk;
  readonly tree: InstanceTree;
  readonly graph: ExecutableProcess;
  readonly root: ElementInstance;
}

export const refuse = (root: ElementInstance, found: string): CommandRefused =>
  new CommandRefused('INVALID_ARGUMENT', `Expected to modify instance of process '${root.elementId}' but ${found}`);
