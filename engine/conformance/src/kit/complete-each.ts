import type { World } from './world.ts';

/** Completes the one job of each type, in that order; waits for each, and fails when there is none or more than one. */
export const completeEach = async (world: World, ...types: readonly string[]): Promise<void> => {
  for (const type of types) await world.complete(await world.job(type));
};
