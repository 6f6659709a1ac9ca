import { monitorEventLoopDelay } from 'node:perf_hooks';

/** For how many milliseconds at a time nobody else was served while something was done. */
export const stallDuring = async (work: () => Promise<unknown>): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1_000_000;
};
