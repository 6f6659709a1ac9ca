import { goOn } from './applicants.ts';
import type { Matter } from './matters.ts';
import { decide, deliver, keepBooks, release, unlessRefused } from './staff.ts';
import type { Town } from './town.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const lanes = 2;
const clerks = ['Nadia Lambert', 'Wim Peeters', 'Sofie De Smet'] as const;

export interface Life {
  /** Nobody files any more; what was begun goes on. */
  stopFiling(): void;
  /** Everybody finishes what they are in the middle of, and begins nothing until they may again. */
  rest(isResting: boolean): void;
  stop(): Promise<void>;
}

/** Everybody does what they have to do, again and again, whatever happens to the server meanwhile; `most` may be filed until now. */
export const beginLife = (town: Town, most: () => number): Life => {
  const failures: unknown[] = [];
  const life = { isOver: false, isFiling: true, isResting: false };

  const repeat = async (work: () => Promise<void>, restMs: number): Promise<void> => {
    while (!life.isOver) {
      try {
        if (!life.isResting) await work();
      } catch (thrown) {
        failures.push(thrown);
        return;
      }
      await pause(restMs);
    }
  };
  let turn = 0;
  const inHand = new Set<Matter>();
  /** Nobody does the same thing twice at the same time. */
  const oneMatter = async (): Promise<void> => {
    const all = town.matters.all();
    turn += 1;
    const matter = all[turn % Math.max(all.length, 1)];
    if (matter === undefined || inHand.has(matter)) return;
    inHand.add(matter);
    await unlessRefused(() => goOn(town, matter)).finally(() => inHand.delete(matter));
  };
  const fileOne = async (): Promise<void> => {
    if (life.isFiling && town.matters.all().length < most()) town.matters.next();
  };
  const everybody = [
    repeat(fileOne, 700),
    ...Array.from({ length: lanes }, () => repeat(oneMatter, 300)),
    ...clerks.map((name) => repeat(() => decide(name)(town), 700)),
    repeat(() => keepBooks(town), 1_000),
    repeat(() => release(town), 1_000),
    repeat(() => deliver(town), 500),
  ];
  return {
    stopFiling: () => {
      life.isFiling = false;
    },
    rest: (isResting) => {
      life.isResting = isResting;
    },
    stop: async () => {
      life.isOver = true;
      await Promise.all(everybody);
      if (failures.length > 0)
        throw new AggregateError(failures, `Expected everybody to go on, but ${failures.length} could not`);
    },
  };
};
