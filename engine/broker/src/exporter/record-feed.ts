import { type Change, type InstanceTree, type RecordSource, toRecords } from '@irisflow/core';
import { DEFAULT_TENANT, type ProcessInstanceKey, type Record } from '@irisflow/protocol';
import type { PositionedChange } from '../storage/rows/record-rows.ts';

export type RecordListener = (records: readonly Record[]) => void;

/** Looks up the tree of a change while it is still loaded. */
export type TreeOf = (rootKey: ProcessInstanceKey) => InstanceTree | undefined;

export interface RecordFeed {
  /** Hears of every batch after its commit, in order; returns how to stop. */
  subscribe(listener: RecordListener): () => void;
  publish(changes: readonly PositionedChange[], at: number, treeOf: TreeOf): void;
}

const sourceOf = (tenantId: string, tree?: InstanceTree): RecordSource => ({
  tenantId,
  processInstance: (key) => tree?.instances.get(key),
  job: (key) => tree?.jobs.get(key as Parameters<InstanceTree['jobs']['get']>[0]),
  userTask: (key) => tree?.userTasks.get(key as Parameters<InstanceTree['userTasks']['get']>[0]),
});

const sourceOfChange = (change: Change, treeOf: TreeOf): RecordSource => {
  if (change.aggregate === 'bucket') return sourceOf(change.ref.tenantId);
  const tree = change.aggregate === 'tree' ? treeOf(change.rootKey) : undefined;
  return sourceOf(tree?.tenantId ?? DEFAULT_TENANT, tree);
};

const recordsOf = ({ change, position }: PositionedChange, at: number, treeOf: TreeOf): Record[] => {
  const source = sourceOfChange(change, treeOf);
  const { operationReference } = change;
  const origin = operationReference === undefined ? {} : { operationReference };
  return toRecords(change, source).flatMap((draft, index) =>
    draft === null
      ? []
      : [
          {
            ...draft,
            position: String(position + index),
            timestamp: at,
            partitionId: 1,
            recordType: 'EVENT' as const,
            ...origin,
          },
        ],
  );
};

/** Creates the feed of committed events. A listener that throws is reported and does not stop the engine. */
export const createRecordFeed = (onFailure: (message: string, cause: unknown) => void): RecordFeed => {
  const listeners = new Set<RecordListener>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish: (changes, at, treeOf) => {
      if (listeners.size === 0 || changes.length === 0) return;
      const records = changes.flatMap((change) => recordsOf(change, at, treeOf));
      for (const listener of listeners) {
        try {
          listener(records);
        } catch (thrown) {
          onFailure('Expected a record listener to take the records, but it failed', thrown);
        }
      }
    },
  };
};
