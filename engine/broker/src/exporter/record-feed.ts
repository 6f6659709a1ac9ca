import type { Change } from '@irisflow/core';
import type { PositionedChange } from '../storage/rows/record-rows.ts';

/** What one committed batch did to one aggregate. */
export interface EngineRecord {
  /** Position of the first event; the following events of the change follow without a gap. */
  readonly position: number;
  /** Epoch milliseconds by the engine's clock. */
  readonly at: number;
  readonly change: Change;
}

export type RecordListener = (records: readonly EngineRecord[]) => void;

export interface RecordFeed {
  /** Hears of every batch after its commit, in order; returns how to stop. */
  subscribe(listener: RecordListener): () => void;
  publish(records: readonly PositionedChange[], at: number): void;
}

/** Creates the feed of committed events. A listener that throws is reported and does not stop the engine. */
export const createRecordFeed = (onFailure: (message: string, cause: unknown) => void): RecordFeed => {
  const listeners = new Set<RecordListener>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    publish: (changes, at) => {
      if (listeners.size === 0 || changes.length === 0) return;
      const records = changes.map(({ position, change }) => ({ position, at, change }));
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
