import type { AnyReply, Command, CommandKind, CommandOf, Outcome, ReplyOf } from '@irisflow/core';
import { type Database, DatabaseFault, toDatabaseFault } from '@irisflow/database';
import { type Key, keyAt } from '@irisflow/protocol';
import { loadCatalog } from '../storage/load/load-definitions.ts';
import { isFenced, renewTenure, type Tenure } from '../storage/partition.ts';
import type { PositionedChange } from '../storage/rows/record-rows.ts';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';
import { type Batch, type BatchTools, createBatch, decideInto, type JobMarket, WorkFailure } from './batch.ts';
import { createCommandQueue } from './command-queue.ts';
import { planCommit } from './commit-statements.ts';
import { createDefinitionLoader } from './definition-loader.ts';
import { createLoader } from './load-for.ts';
import { createLoadedState, type LoadedState } from './loaded-state.ts';
import { failure, type Settled, type SettledCommand, type Work } from './work.ts';

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
}

/** What the rest of the broker hears from the pipeline. */
export interface PipelineListener {
  /** A batch is durable: `records` are its events, `batch` what it left behind. */
  committed(batch: Batch, records: readonly PositionedChange[]): void;
  /** It is unknown whether a batch was committed: whoever follows the events has to read the store again. */
  uncertain(): void;
  /** Another writer took over. */
  lost(): void;
  /** The engine itself failed; the text is for the operator. */
  failed(message: string, cause: unknown): void;
}

export interface Pipeline {
  readonly state: LoadedState;
  readonly queued: number;
  /** Decides and commits the command, then resolves; never rejects. */
  submit<Kind extends CommandKind>(
    command: CommandOf<Kind>,
    contents?: readonly ResourceContent[],
  ): Promise<SettledCommand<Kind>>;
  /** The caller no longer waits for a deferred answer. */
  forget(requestId: string): void;
  /** Takes no new work and resolves when what is under way is committed. */
  stop(): Promise<void>;
}

const UNAVAILABLE = 'Expected to store the command, but the store does not answer; try again';

const isDatabaseFault = (thrown: unknown): thrown is DatabaseFault => thrown instanceof DatabaseFault;

/** Starts the one writer of the partition. */
export const createPipeline = async (options: PipelineOptions): Promise<Pipeline> => {
  const { database, now, market, listener, maxBatch = 512 } = options;
  const state = createLoadedState(await loadCatalog(database), {
    maxTrees: options.maxTrees ?? 20_000,
    maxBuckets: 20_000,
  });
  const loader = createLoader(database, state, createDefinitionLoader(database, state));
  const queue = createCommandQueue<Work>(options.maxQueued ?? 10_000);
  const deferred = new Map<string, Work['settle']>();
  let { tenure } = options;
  let keySequence = tenure.keySequence;
  let phase: 'running' | 'stopping' | 'lost' = 'running';
  let draining: Promise<void> | null = null;

  const tools: BatchTools = {
    state,
    loader,
    market,
    nextKey: <Noun extends string>(): Key<Noun> => {
      keySequence += 1;
      return keyAt<Noun>(keySequence);
    },
  };

  const answer = (work: Work, outcome: Outcome) => {
    if (outcome.kind === 'deferred') deferred.set(outcome.requestId, work.settle);
    else work.settle(outcome);
  };

  const refuse = (works: readonly Work[], refusal: Settled<never>) => {
    for (const work of works) work.settle(refusal);
  };

  const enqueue = (command: Command, settle: Work['settle'] = () => undefined) =>
    queue.push({ command, contents: [], settle });

  /** What the batch changed in memory may differ from the store. */
  const discard = async (batch: Batch, reach: 'touched' | 'everything') => {
    refuse(batch.claims, failure('UNAVAILABLE', UNAVAILABLE));
    if (reach === 'everything') state.discardAll();
    else state.discard(batch.rootKeys, batch.bucketIds);
    state.settle([]);
    if (batch.touchesDefinitions) state.replaceDefinitions(await loadCatalog(database));
  };

  /** After an unknown outcome the store says how far we got. */
  const recover = async () => {
    listener.uncertain();
    const current = await renewTenure(database, tenure.epoch).catch(() => undefined);
    if (current === null) lose();
    else if (current !== undefined) tenure = current;
  };

  const lose = () => {
    phase = 'lost';
    listener.lost();
  };

  const succeed = (batch: Batch, records: readonly PositionedChange[]) => {
    for (const { work, outcome } of batch.outcomes) answer(work, outcome);
    for (const { requestId, outcome } of batch.settlements) {
      deferred.get(requestId)?.(outcome);
      deferred.delete(requestId);
    }
    for (const command of batch.continuations) enqueue(command);
    listener.committed(batch, records);
    state.settle(batch.rootKeys);
  };

  /** A refused statement is the fault of one command: alone, each other one gets through. */
  const failCommit = async (batch: Batch, works: readonly Work[], fault: DatabaseFault) => {
    await discard(batch, 'touched').catch(() => state.discardAll());
    if (isFenced(fault)) {
      lose();
      return refuse(works, failure('UNAVAILABLE', 'Expected to be the writer, but another one took over; try again'));
    }
    if (fault.code === 'UNAVAILABLE') {
      refuse(works, failure('UNAVAILABLE', UNAVAILABLE));
      return recover();
    }
    if (fault.code === 'FULL')
      return refuse(works, failure('OVERLOADED', 'Expected room in the store, but its disk is full'));
    listener.failed(`Expected to commit ${works.length} commands, but the store refused: ${fault.message}`, fault);
    if (works.length === 1)
      return refuse(works, failure('INTERNAL', 'Expected to store the command, but the store refused it'));
    for (const work of works) await runBatch([work]);
  };

  const commit = async (batch: Batch, works: readonly Work[]) => {
    const plan = planCommit(batch, state, { ...tenure, keySequence });
    // Nothing changed: every command was refused.
    if (plan.statements.length === 1) return succeed(batch, []);
    try {
      await database.commit(plan.statements);
    } catch (thrown) {
      return failCommit(batch, works, toDatabaseFault(thrown));
    }
    tenure = plan.tenure;
    succeed(batch, plan.records);
  };

  const failWork = async (batch: Batch, works: readonly Work[], thrown: unknown) => {
    await discard(batch, 'everything').catch(() => undefined);
    if (!(thrown instanceof WorkFailure) || isDatabaseFault(thrown.cause)) {
      listener.failed('Expected to load what the commands need, but the store does not answer', thrown);
      return refuse(works, failure('UNAVAILABLE', UNAVAILABLE));
    }
    const { work, rootKey } = thrown;
    listener.failed(
      `Expected to decide '${work.command.kind}', but the engine failed: ${thrown.message}`,
      thrown.cause,
    );
    work.settle(failure('INTERNAL', `Expected to decide '${work.command.kind}', but the engine failed`));
    if (rootKey !== null && work.command.kind !== 'reportFailure') {
      enqueue({ kind: 'reportFailure', rootKey, message: thrown.message });
    }
    const others = works.filter((other) => other !== work);
    if (others.length > 0) await runBatch(others);
  };

  const runBatch = async (works: readonly Work[]): Promise<void> => {
    if (phase === 'lost')
      return refuse(works, failure('UNAVAILABLE', 'Expected to be the writer, but another one took over; try again'));
    const batch = createBatch(now());
    try {
      await decideInto(batch, works, tools);
    } catch (thrown) {
      return failWork(batch, works, thrown);
    }
    return commit(batch, works);
  };

  const drain = async () => {
    while (queue.length > 0) await runBatch(queue.take(maxBatch));
    draining = null;
  };

  /** Whatever arrives in the same turn of the event loop joins the first batch; nothing waits for a timer. */
  const start = () => {
    draining ??= new Promise((resolve) => {
      setImmediate(() => void drain().then(resolve, resolve));
    });
  };

  return {
    state,
    get queued() {
      return queue.length;
    },
    submit: <Kind extends CommandKind>(command: CommandOf<Kind>, contents: readonly ResourceContent[] = []) =>
      new Promise<SettledCommand<Kind>>((resolve) => {
        const settle = resolve as Settled<ReplyOf<Kind>> extends infer Reply ? (outcome: Reply) => void : never;
        if (phase !== 'running')
          return resolve(failure('UNAVAILABLE', 'Expected a running engine, but it is stopping; try again'));
        const work: Work = { command, contents, settle: settle as (outcome: Settled<AnyReply>) => void };
        if (!queue.push(work))
          return resolve(failure('OVERLOADED', 'Expected room for the command, but too many are waiting; slow down'));
        start();
      }),
    forget: (requestId) => void deferred.delete(requestId),
    stop: async () => {
      if (phase === 'running') phase = 'stopping';
      while (draining !== null) await draining;
      for (const settle of deferred.values())
        settle(failure('UNAVAILABLE', 'Expected to answer later, but the engine is stopping'));
    },
  };
};
