import { job } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { giveBackTask } from '@irisflow/tasks';
import { listHeldApart } from './storage/conflicts.ts';
import type { Surroundings } from './surroundings.ts';

/** Puts back what people have in cases with which they came to have a conflict of interest. What cannot be moved now waits for the next round. */
export const giveBackHeld = async (surroundings: Surroundings): Promise<void> => {
  for (const task of await listHeldApart(surroundings.database))
    await giveBackTask(surroundings, job('terms'), task).catch((thrown: unknown) => {
      if (!(thrown instanceof CaseworkError)) throw thrown;
    });
};
