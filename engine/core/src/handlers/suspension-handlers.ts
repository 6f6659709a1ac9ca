import type { ProcessInstanceKey } from '@irisflow/protocol';
import { CommandRefused } from '../desk/failure.ts';
import { liftSuspension, rejoinBuckets, suspend } from '../lifecycle/suspension.ts';
import type { InstanceTree, TimerSubscription } from '../state/instance-tree.ts';
import { findRoot } from './find-root.ts';
import { done, type Handler } from './handler.ts';
import { inTree } from './in-tree.ts';
import { fireTimer } from './subscription-handlers.ts';

/**
 * Suspends a root instance with everything that it called: until it is resumed, nothing moves in it.
 *
 * - Its jobs are not handed out. A worker that has one already cannot answer it; its lease may run out.
 * - Its timers wait. Messages stay in their buffer as long as they live, for this instance or another that waits for
 *   them; signals pass it by.
 * - Commands that would move it are refused: answers to jobs and user tasks, the resolution of incidents, modification,
 *   migration. An operator may repair it, by variables and retries, or cancel it; cancellation ends the suspension.
 *
 * Resumption makes its jobs available, goes on with the steps that were left, asks its conditions about what was written
 * meanwhile, fires each overdue timer once in the order of their times, and then takes what is buffered.
 */
export const suspendInstance: Handler<'suspendInstance'> = (desk, { processInstanceKey }) => {
  const { tree, root } = findRoot(desk, processInstanceKey, 'suspend');
  if (tree.suspension !== null) throw refuse('suspend', processInstanceKey, 'it is suspended already');
  if (root.state === 'terminating') throw refuse('suspend', processInstanceKey, 'it is being canceled');
  inTree(desk, tree, suspend);
  return done;
};

/** Ends a suspension; see `suspendInstance`. */
export const resumeInstance: Handler<'resumeInstance'> = (desk, { processInstanceKey }) => {
  const { tree } = findRoot(desk, processInstanceKey, 'resume');
  const { suspension } = tree;
  if (suspension === null) throw refuse('resume', processInstanceKey, 'it is not suspended');
  // What opens from now on finds its own way to its publishers.
  const open = [...tree.subscriptions.keys()];
  const overdue = overdueTimers(tree, desk.now);
  inTree(desk, tree, (run) => {
    liftSuspension(run);
    run.writes.push(...suspension.writes);
  });
  for (const timer of overdue) {
    // One that fired before may have taken the place of this one.
    if (tree.subscriptions.has(timer.key)) inTree(desk, tree, (run) => fireTimer(run, timer));
  }
  inTree(desk, tree, (run) => rejoinBuckets(run, open));
  return done;
};

function refuse(intention: 'suspend' | 'resume', key: ProcessInstanceKey, found: string): CommandRefused {
  return new CommandRefused(
    'INVALID_STATE',
    `Expected to ${intention} a process instance with key '${key}', but ${found}`,
  );
}

function overdueTimers({ subscriptions }: InstanceTree, now: number): readonly TimerSubscription[] {
  return [...subscriptions.values()]
    .filter((subscription) => subscription.kind === 'timer')
    .filter(({ dueAt }) => dueAt <= now)
    .toSorted((one, other) => one.dueAt - other.dueAt);
}
