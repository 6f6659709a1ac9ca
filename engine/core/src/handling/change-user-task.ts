import type { Outcome } from '../command/reply.ts';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import { madeReply, requestTransition, type RequestedTransition } from '../listeners/task-listeners.ts';
import type { InstanceTree, UserTask } from '../state/instance-tree.ts';
import { inTree } from './in-tree.ts';

export interface FoundTask {
  readonly tree: InstanceTree;
  readonly task: UserTask;
}

/** Refuses what somebody wants of a user task while its listeners have the word. */
export const checkAtRest = ({ key, phase }: UserTask, intention: string): void => {
  if (phase === 'created') return;
  throw new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} user task with key '${key}', but it is in state '${phase.toUpperCase()}'`,
  );
};

/** Changes a user task, once its listeners agree; until then the answer is deferred if somebody waits for it. */
export const changeUserTask = (desk: Desk, { tree, task }: FoundTask, transition: RequestedTransition): Outcome => {
  inTree(desk, tree, (run) => requestTransition(run, task, transition));
  const isListening = tree.userTasks.get(task.key)?.transition != null;
  if (!isListening || transition.requestId === null) return madeReply(transition);
  return { kind: 'deferred', requestId: transition.requestId };
};
