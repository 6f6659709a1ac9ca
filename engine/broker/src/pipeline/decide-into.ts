import type { Job } from '@irisflow/core';
import type { Batch } from './batch.ts';
import { ENGINE_ITSELF } from './caller.ts';
import { type BatchTools, createDecider } from './decide-work.ts';
import type { JobMarket } from './job-market.ts';
import type { Work } from './work.ts';
import { rootOf, WorkFailure } from './work-failure.ts';

/** Old ones first: keys ascend with time. */
const inOrder = (jobs: ReadonlyMap<string, Job>): readonly Job[] => {
  const all = [...jobs.values()];
  return all.length < 2 ? all : all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
};

/** Hands out jobs up to and with this new one; says whether it was its turn. */
const claimUpTo = async (job: Job, batch: Batch, market: JobMarket, run: (work: Work) => Promise<void>) => {
  for (let claim = market.claim(job); claim !== null; claim = market.claim(job)) {
    const { jobKey } = claim.command;
    const work: Work = { ...claim, caller: ENGINE_ITSELF, contents: [] };
    batch.readyJobs.delete(jobKey);
    batch.claims.push(work);
    await run(work);
    if (jobKey === job.key) return true;
  }
  return false;
};

/** Brings jobs that nobody has to workers that wait. Where one has to stay, the newer ones of its type and tenant stay too. */
const claimReadyJobs = async (batch: Batch, market: JobMarket, run: (work: Work) => Promise<void>) => {
  const full = new Set<string>();
  for (const job of inOrder(batch.readyJobs)) {
    const shelf = JSON.stringify([job.type, job.tenantId]);
    if (!full.has(shelf) && !(await claimUpTo(job, batch, market, run))) full.add(shelf);
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
