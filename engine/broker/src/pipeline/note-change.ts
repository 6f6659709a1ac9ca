import { bucketId, type Change, type InstanceTree } from '@irisflow/core';
import type { Effect } from '../effects/effect.ts';
import { effectsOf } from '../effects/effects-of.ts';
import type { Batch } from './batch.ts';
import type { LoadedState } from './loaded-state.ts';

const noteReadyJobs = ({ readyJobs }: Batch, { closes, releases, withholds }: Effect, { jobs }: InstanceTree): void => {
  // An earlier command of the batch may have released what this one ended.
  if (closes !== undefined) readyJobs.delete(closes);
  for (const key of withholds ?? []) readyJobs.delete(key);
  for (const key of releases ?? []) {
    const job = jobs.get(key);
    if (job?.phase === 'activatable') readyJobs.set(key, job);
  }
};

const noteTree = (batch: Batch, effects: readonly Effect[], tree: InstanceTree, { index }: LoadedState): void => {
  for (const effect of effects) {
    index.follow(effect, tree.rootKey);
    noteReadyJobs(batch, effect, tree);
  }
};

/** Keeps in the batch what a command changed, and the index of the loaded trees in step with it. */
export const noteChange = (batch: Batch, change: Change, state: LoadedState): void => {
  batch.changes.push(change);
  const effects = effectsOf(change, state);
  batch.effects.push(...effects);
  if (change.aggregate === 'definitions') batch.touchesDefinitions = true;
  else if (change.aggregate === 'bucket') batch.bucketIds.add(bucketId(change.ref));
  else {
    batch.rootKeys.add(change.rootKey);
    const tree = state.tree(change.rootKey);
    if (tree !== undefined) noteTree(batch, effects, tree, state);
  }
};
