import type { AnyReply, CommandKind, CommandOf } from '@irisflow/core';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';
import { type Caller, ENGINE_ITSELF } from './caller.ts';
import type { LoadedState } from './loaded-state.ts';
import { runBatchSafely } from './run-batch.ts';
import { failure, type Settled, type SettledCommand, type WorkHooks } from './work.ts';
import { createWriter, type PipelineOptions } from './writer.ts';

export interface Pipeline {
  readonly state: LoadedState;
  /** Commands that wait for the next batch. */
  readonly queued: number;
  /** Decides and commits the command, then resolves; never rejects. */
  submit<Kind extends CommandKind>(
    command: CommandOf<Kind>,
    contents?: readonly ResourceContent[],
    caller?: Caller,
    hooks?: WorkHooks,
  ): Promise<SettledCommand<Kind>>;
  /** The caller no longer waits for a deferred answer. */
  forget(requestId: string): void;
  /** Resolves when nothing is under way or waits. */
  atRest(): Promise<void>;
  /** Takes no new work and resolves when what is under way is committed. */
  stop(): Promise<void>;
}

const STOPPING = failure('UNAVAILABLE', 'Expected a running engine, but it is stopping; try again');
const OVERLOADED = failure('OVERLOADED', 'Expected room for the command, but too many are waiting; slow down');

/** Starts the one writer of the partition. */
export const createPipeline = async (options: PipelineOptions): Promise<Pipeline> => {
  const writer = await createWriter(options);
  const { queue, deferred } = writer;
  let draining: Promise<void> | null = null;

  const drain = async () => {
    while (queue.length > 0) await runBatchSafely(writer, queue.take(writer.maxBatch));
    draining = null;
  };

  /** Whatever arrives in the same turn of the event loop joins the first batch; nothing waits for a timer. */
  const start = () => {
    draining ??= new Promise((resolve) => {
      setImmediate(() => void drain().then(resolve, resolve));
    });
  };

  const submit = <Kind extends CommandKind>(
    command: CommandOf<Kind>,
    contents: readonly ResourceContent[] = [],
    caller = ENGINE_ITSELF,
    { onSettled, ...hooks }: WorkHooks = {},
  ) =>
    new Promise<SettledCommand<Kind>>((resolve) => {
      const settle = (outcome: Settled<AnyReply>): void => {
        onSettled?.(outcome);
        // The reply of a command has the type of its kind; the queue holds all kinds.
        resolve(outcome as SettledCommand<Kind>);
      };
      if (writer.phase !== 'running') return settle(STOPPING);
      if (!queue.push({ ...hooks, command, caller, contents, settle })) return settle(OVERLOADED);
      start();
    });

  const atRest = async () => {
    for (let current = draining; current !== null; current = draining) await current;
  };

  return {
    state: writer.state,
    get queued() {
      return queue.length;
    },
    submit,
    atRest,
    forget: (requestId) => void deferred.delete(requestId),
    stop: async () => {
      if (writer.phase === 'running') writer.phase = 'stopping';
      await atRest();
      for (const settle of deferred.values()) settle(STOPPING);
      deferred.clear();
    },
  };
};
