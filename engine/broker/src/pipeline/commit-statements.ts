import type { Statement } from '@irisflow/database';
import { fenceStatement, type Tenure } from '../storage/partition.ts';
import { projectChanges } from '../storage/project-changes.ts';
import { type PositionedChange, positionChanges, recordStatements } from '../storage/rows/record-rows.ts';
import { stateStatements } from '../storage/rows/state-rows.ts';
import type { Batch } from './batch.ts';
import type { LoadedState } from './loaded-state.ts';

export interface CommitPlan {
  readonly statements: readonly Statement[];
  readonly records: readonly PositionedChange[];
  /** What the partition's row says after the commit. */
  readonly tenure: Tenure;
}

const loaded = function* <Key, Value>(keys: Iterable<Key>, get: (key: Key) => Value | undefined): Iterable<Value> {
  for (const key of keys) {
    const value = get(key);
    if (value !== undefined) yield value;
  }
};

/** Everything that one batch writes: fence, read model, diary, state. */
export const planCommit = (batch: Batch, state: LoadedState, tenure: Tenure): CommitPlan => {
  const records = positionChanges(batch.changes, tenure.nextPosition);
  const last = records.at(-1);
  const next = {
    ...tenure,
    nextPosition: last === undefined ? tenure.nextPosition : last.position + last.change.events.length,
  };
  const statements = [
    fenceStatement(next),
    ...projectChanges({
      changes: batch.changes,
      at: batch.now,
      tree: (rootKey) => state.tree(rootKey),
      definitions: state.definitions,
      graph: (key) => state.graph(key),
      contents: batch.contents,
    }),
    ...recordStatements(records, batch.now),
    ...stateStatements(
      loaded(batch.rootKeys, (key) => state.tree(key)),
      loaded(batch.bucketIds, (id) => state.bucketById(id)),
    ),
  ];
  return { statements, records, tenure: next };
};
