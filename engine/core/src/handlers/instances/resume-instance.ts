import { liftSuspension, rejoinBuckets } from '../../lifecycle/suspension.ts';
import type { InstanceTree, TimerSubscription } from '../../state/instance-tree.ts';
import { findRoot, refuseRest } from '../../handling/find-root.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';
import { fireTimer } from '../../handling/fire-subscription.ts';

/** Ends a suspension; see `suspendInstance`. */
export const resumeInstance: Handler<'resumeInstance'> = (desk, { processInstanceKey }) => {
  const { tree } = findRoot(desk, processInstanceKey, 'resume');
  const { suspension } = tree;
  if (suspension === null) throw refuseRest('resume', processInstanceKey, 'it is not suspended');
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

const overdueTimers = ({ subscriptions }: InstanceTree, now: number): readonly TimerSubscription[] =>
  [...subscriptions.values()]
    .filter((subscription) => subscription.kind === 'timer')
    .filter(({ dueAt }) => dueAt <= now)
    .toSorted((one, other) => one.dueAt - other.dueAt);
