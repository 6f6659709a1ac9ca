import type { Batch } from './batch.ts';
import { ENGINE_ITSELF } from './caller.ts';
import { type BatchTools, createDecider } from './decide-work.ts';
import type { JobMarket } from './job-market.ts';
import type { Work } from './work.ts';
import { rootOf, WorkFailure } from './work-failure.ts';

const claimReadyJobs = async (batch: Batch, market: JobMarket, run: (work: Work) => Promise<void>) => {
  for (const [key, job] of batch.readyJobs) {
    if (job.phase !== 'activatable') batch.readyJobs.delete(key);
    const claim = job.phase === 'activatable' ? market.claim(job) : null;
    if (claim === null) continue;
    batch.readyJobs.delete(key);
    const work: Work = { command: claim.command, caller: ENGINE_ITSELF, contents: [], settle: claim.settle };
    batch.claims.push(work);
    await run(work);
  }
};

/** Decides works into the batch, in memory; fails with a {@link WorkFailure} when the engine is at fault. */
export const decideInto = async (batch: Batch, works: readonly Work[], tools: BatchTools): Promise<void> => {
  const loading = tools.loader.load(works.map(({ command }) => command));
  if (loading !== undefined) await loading;
  const decideWork = createDecider(batch, tools);
  const run = async (work: Work) => {
    try {
      await decideWork(work);
    } catch (thrown) {
      throw new WorkFailure(work, rootOf(work.command, tools.state), thrown);
    }
  };
  for (const work of works) await run(work);
  await claimReadyJobs(batch, tools.market, run);
};
