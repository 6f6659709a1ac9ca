import type { Command } from '@irisflow/core';

export interface CommandQueue<Work extends { readonly command: Command }> {
  readonly length: number;
  /** Whether the work was accepted; work that ends something is always accepted. */
  push(work: Work): boolean;
  /** The oldest `limit` pieces of work. */
  take(limit: number): Work[];
}

/** Shedding these would keep the engine busy: they take load away, and a worker whose completion is refused works again. */
const NEVER_SHED: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'completeJob',
  'failJob',
  'throwError',
  'yieldJob',
  'timeOutJob',
  'recoverJob',
  'triggerTimer',
  'triggerStartTimer',
  'expireMessage',
  'completeUserTask',
  'continueInstance',
  'reportFailure',
  'raiseJobIncident',
  'cancelInstance',
  'suspendInstance',
]);

/** What waits for the next batch, at most `limit` pieces of new work. */
export const createCommandQueue = <Work extends { readonly command: Command }>(limit: number): CommandQueue<Work> => {
  let waiting: Work[] = [];
  return {
    get length() {
      return waiting.length;
    },
    push: (work) => {
      if (waiting.length >= limit && !NEVER_SHED.has(work.command.kind)) return false;
      waiting.push(work);
      return true;
    },
    take: (count) => {
      const taken = waiting.slice(0, count);
      waiting = waiting.slice(count);
      return taken;
    },
  };
};
