import { runIsolated } from '@irisflow/foundation';

export interface MergeTask {
  readonly title: string;
  readonly parts: readonly Uint8Array[];
}

export interface Merged {
  readonly pdf: Uint8Array;
  /** Of each part, without the blank one that fills its last sheet. */
  readonly pages: readonly number[];
}

const module = new URL('worker.mjs', import.meta.url);
const DEADLINE_MS = 120_000;
const MEMORY_MB = 512;
const GROWTH_MB = 1024;

/** Puts letters behind each other in one file for a printer, each from the front of a sheet on. */
export const mergePdfs = (task: MergeTask): Promise<Merged> =>
  runIsolated({ module, input: task, deadlineMs: DEADLINE_MS, memoryMb: MEMORY_MB, growthMb: GROWTH_MB });
