import { type Command, destinationOf } from '@irisflow/core';
import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { LoadedState } from './loaded-state.ts';
import type { Work } from './work.ts';

/** The engine itself failed on this work; everything that the batch did in memory has to go. */
export class WorkFailure extends Error {
  readonly work: Work;
  readonly rootKey: ProcessInstanceKey | null;

  constructor(work: Work, rootKey: ProcessInstanceKey | null, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'WorkFailure';
    this.work = work;
    this.rootKey = rootKey;
  }
}

/** The tree of a command, for the incident that tells of our failure. */
export const rootOf = (command: Command, state: LoadedState): ProcessInstanceKey | null => {
  const { entity, rootKey } = destinationOf(command, state.definitions);
  return rootKey ?? (entity === null ? null : (state.rootOf(entity.noun, entity.key) ?? null));
};
