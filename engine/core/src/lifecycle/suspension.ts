import type { SubscriptionKey } from '@irisflow/protocol';
import { joinBucket, leaveBucket } from '../catching/open-catches.ts';
import type { Run } from '../run/behavior.ts';
import { emit } from '../run/run.ts';

/** Lets the whole tree rest: publishers no longer find it, and no step is taken in it. */
export const suspend = (run: Run): void => {
  for (const key of run.tree.instances.keys()) emit(run, { kind: 'instanceSuspended', key });
  for (const subscription of run.tree.subscriptions.values()) leaveBucket(run, subscription);
};

/** Lets the tree move again, beginning with the steps that were left when it was suspended. */
export const liftSuspension = (run: Run): void => {
  const { rootKey, instances, steps } = run.tree;
  for (const key of instances.keys()) emit(run, { kind: 'instanceResumed', key });
  if (steps.length === 0) return;
  run.desk.followUp({ kind: 'continueInstance', rootKey, definitionKeys: [], requirementsKeys: [] });
};

/** Lets publishers find those of the subscriptions that are still open; what is buffered for them arrives. */
export const rejoinBuckets = (run: Run, keys: readonly SubscriptionKey[]): void => {
  for (const key of keys) {
    const subscription = run.tree.subscriptions.get(key);
    if (subscription !== undefined) joinBucket(run, subscription);
  }
};
