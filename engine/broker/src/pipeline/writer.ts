import type { AnyReply, Command, Outcome } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import { type Key, keyAt } from '@irisflow/protocol';
import { loadCatalog } from '../storage/load/load-definitions.ts';
import type { Tenure } from '../storage/partition.ts';
import type { PositionedChange } from '../storage/rows/record-rows.ts';
import type { Batch } from './batch.ts';
import { ENGINE_ITSELF } from './caller.ts';
import { type CommandQueue, createCommandQueue } from './command-queue.ts';
import type { BatchTools } from './decide-work.ts';
import { createDefinitionLoader } from './definition-loader.ts';
import type { JobMarket } from './job-market.ts';
import { createLoader } from './load-for.ts';
import { createLoadedState, type LoadedState } from './loaded-state.ts';
import type { Settled, Work } from './work.ts';

/** What the rest of the broker hears from the pipeline. */
export interface PipelineListener {
  /** A batch is durable: `records` are its events, `batch` what it left behind. Its aggregates are still loaded. */
  committed(batch: Batch, records: readonly PositionedChange[]): void;
  /** It was unknown whether a batch was committed, and the store answers again: whoever follows the events has to read it anew. */
  uncertain(): void;
  /** Another writer took over. */
  lost(): void;
  /** The engine itself failed; the text is for the operator. */
  failed(message: string, cause: unknown): void;
}

export interface PipelineOptions {
  readonly database: Database;
  readonly tenure: Tenure;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly market: JobMarket;
  readonly listener: PipelineListener;
  /** New work beyond this many waiting commands is refused. Default 10,000. */
  readonly maxQueued?: number;
  /** Commands in one batch. Default 512. */
  readonly maxBatch?: number;
  /** Trees that stay in memory. Default 20,000. */
  readonly maxTrees?: number;
  /** Whether a business id may be used by one active root instance of a process only. Default `any`. */
  readonly businessIds?: 'any' | 'unique';
}

/** The one writer of the partition: its memory, its queue, its right to write. Only this folder changes it. */
export interface Writer {
  readonly database: Database;
  readonly now: () => number;
  readonly listener: PipelineListener;
  readonly maxBatch: number;
  readonly state: LoadedState;
  readonly tools: BatchTools;
  readonly queue: CommandQueue<Work>;
  /** Answers that later decisions give, by request id. */
  readonly deferred: Map<string, Work['settle']>;
  tenure: Tenure;
  /** The last key that was given out; ahead of the tenure while a batch is under way. */
  keySequence: number;
  phase: 'running' | 'stopping' | 'lost';
  /** Whether it is known what was committed last. */
  isCertain: boolean;
  /** The question to the store that is under way, and the next one. */
  recovery: Promise<void> | null;
  retry: NodeJS.Timeout | null;
}

export const createWriter = async (options: PipelineOptions): Promise<Writer> => {
  const { database, now, listener, market, tenure, maxBatch = 512, maxTrees = 20_000, businessIds = 'any' } = options;
  const state = createLoadedState(await loadCatalog(database), { maxTrees, maxBuckets: maxTrees });
  const loader = createLoader(database, state, createDefinitionLoader(database, state));
  const nextKey = <Noun extends string>(): Key<Noun> => {
    writer.keySequence += 1;
    return keyAt<Noun>(writer.keySequence);
  };
  const writer: Writer = {
    database,
    now,
    listener,
    maxBatch,
    state,
    tools: { state, loader, market, nextKey, businessIds },
    queue: createCommandQueue<Work>(options.maxQueued ?? 10_000),
    deferred: new Map(),
    tenure,
    keySequence: tenure.keySequence,
    phase: 'running',
    isCertain: true,
    recovery: null,
    retry: null,
  };
  return writer;
};

/** Gives the outcome to whoever waits for it, now or when it is settled. */
export const answer = (writer: Writer, work: Work, outcome: Outcome): void => {
  if (outcome.kind === 'deferred') writer.deferred.set(outcome.requestId, work.settle);
  else work.settle(outcome);
};

export const settleDeferred = (writer: Writer, requestId: string, outcome: Settled<AnyReply>): void => {
  writer.deferred.get(requestId)?.(outcome);
  writer.deferred.delete(requestId);
};

export const refuse = (works: readonly Work[], refusal: Settled<never>): void => {
  for (const work of works) work.settle(refusal);
};

/** Adds work of the engine itself, which nobody waits for. */
export const enqueue = (writer: Writer, command: Command, laps = 0): void => {
  writer.queue.push({ command, caller: ENGINE_ITSELF, contents: [], settle: () => undefined, laps });
};
