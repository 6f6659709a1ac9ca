import type { Database } from '@irisflow/database';
import type { Clock } from '../clock.ts';
import type { Caller } from '../pipeline/caller.ts';
import {
  advanceBatch,
  type ItemResult,
  loadOpenBatches,
  loadOpenItems,
  type OpenBatch,
  writeItemResults,
} from './open-batches.ts';
import { type ItemOutcome, type ItemTools, workOnItem } from './work-on-item.ts';

/** Items that are worked on together: they share the commits of the pipeline and leave room for others. */
const CHUNK = 50;
/** Pause after which batches are looked for that nobody told of, or that the engine could not take, in milliseconds. */
const PAUSE = 2_000;

export interface BatchRunner {
  /** A batch was written, or goes on. */
  wake(): void;
  /** Finishes the items under way; the others wait for the next start. */
  stop(): Promise<void>;
}

/** The engine as batches use it: on behalf of whoever asked for them, while this process is the writer. */
interface BatchEngine {
  readonly isLeader: boolean;
  as(caller: Caller): ItemTools['engine'];
}

export interface BatchRunnerParts {
  readonly engine: BatchEngine;
  readonly database: Database;
  readonly clock: Clock;
  readonly onFailure: (message: string, cause: unknown) => void;
}

const resultOf = (key: string, outcome: ItemOutcome): ItemResult | null => {
  if (outcome.kind === 'later') return null;
  if (outcome.kind === 'done') return { key, state: 'COMPLETED', errorMessage: null };
  return { key, state: 'FAILED', errorMessage: outcome.reason };
};

/** Works on the next items of a batch; says whether it may go on at once. */
const advance = async (batch: OpenBatch, { engine, database, clock }: BatchRunnerParts): Promise<boolean> => {
  const items = await loadOpenItems(database, batch.key, CHUNK);
  if (items.length === 0) {
    await advanceBatch(database, { key: batch.key, to: 'COMPLETED', at: clock.now() });
    return true;
  }
  await advanceBatch(database, { key: batch.key, to: 'ACTIVE', at: clock.now() });
  const tools = { database, engine: engine.as({ tenantIds: batch.tenantIds, operationReference: null }) };
  const results = await Promise.all(
    items.map(async (item) => resultOf(item.key, await workOnItem(item, batch.plan, tools))),
  );
  const ended = results.filter((result) => result !== null);
  if (ended.length > 0) await writeItemResults(database, { key: batch.key, results: ended, at: clock.now() });
  return ended.length === items.length;
};

/** Works on open batches while this process is the writer, a few items of each in turn. */
export const runBatchOperations = (parts: BatchRunnerParts): BatchRunner => {
  const { engine, database, onFailure } = parts;
  let timer: NodeJS.Timeout | null = null;
  let turning: Promise<void> | null = null;
  let isAwake = false;
  let isStopped = false;

  /** One chunk of every open batch; says whether there is more to do now. */
  const turn = async (): Promise<boolean> => {
    if (!engine.isLeader) return false;
    const batches = await loadOpenBatches(database);
    const goesOn = await Promise.all(batches.map((batch) => advance(batch, parts)));
    return goesOn.includes(true);
  };

  const mayGoOn = () => isAwake && !isStopped;

  const work = async () => {
    try {
      while (mayGoOn()) {
        isAwake = false;
        if (await turn()) isAwake = true;
      }
    } catch (thrown) {
      onFailure('Expected to work on batch operations, but the store does not answer', thrown);
    }
    turning = null;
    if (!isStopped) timer = setTimeout(wake, PAUSE);
  };

  const wake = () => {
    isAwake = true;
    if (isStopped || turning !== null) return;
    if (timer !== null) clearTimeout(timer);
    turning = work();
  };

  wake();
  return {
    wake,
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await turning;
    },
  };
};
