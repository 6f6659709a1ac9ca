import { findRootInstance, isEngineFailure, type EngineInstance, type EngineJob } from '@irisflow/engine-client';
import { type DefinitionRow, ownerOf, findDefinitionOwners } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';

/** Who does a job, as the engine knows it. */
export interface Caller {
  readonly job: EngineJob | null;
  /** The root instance in which the job runs. */
  readonly rootKey: string | null;
  readonly work: { readonly process: string; readonly element: string } | null;
  /** Who published the process of the root instance. */
  readonly administration: string | null;
  /** The published process of the root instance. */
  readonly owner: DefinitionRow | null;
}

const nobody: Caller = { job: null, rootKey: null, work: null, administration: null, owner: null };

const rootOf = async ({ engine }: Surroundings, job: EngineJob): Promise<EngineInstance | null> => {
  try {
    return await findRootInstance(engine.monitor, job.processInstanceKey);
  } catch (thrown) {
    // It ended while we looked.
    if (isEngineFailure(thrown, 'notFound')) return null;
    throw thrown;
  }
};

/** Asks the engine whose job this is; nobody's where it cannot be asked. */
export const findCaller = async (surroundings: Surroundings, jobKey: string | null): Promise<Caller> => {
  const { engine, database } = surroundings;
  if (jobKey === null || !(await engine.canAskForJobs())) return nobody;
  const job = await engine.monitor.job(jobKey);
  if (job === null) return nobody;
  const root = await rootOf(surroundings, job);
  const owners = root === null ? [] : await findDefinitionOwners(database, [root.processDefinitionKey]);
  const owner = ownerOf(owners, undefined) ?? null;
  return {
    job,
    rootKey: root?.processInstanceKey ?? null,
    work: { process: job.processDefinitionId, element: job.elementId },
    administration: owner?.administration ?? null,
    owner,
  };
};
