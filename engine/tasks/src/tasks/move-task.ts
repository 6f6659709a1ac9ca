import { isEngineFailure, type Engine } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';

const isSuspended = async ({ tasks, monitor }: Engine, userTaskKey: string): Promise<boolean> => {
  const { processInstanceKey } = await tasks.get(userTaskKey);
  return (await monitor.instance(processInstanceKey)).state === 'suspended';
};

/** Whoever moves a task of a suspended case hears that, and not that a colleague came first. */
export const moveTask = async (engine: Engine, userTaskKey: string, work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (thrown) {
    if (!isEngineFailure(thrown, 'conflict') || !(await isSuspended(engine, userTaskKey))) throw thrown;
    throw new CaseworkError(
      'CASE_SUSPENDED',
      `Expected the case of task ${userTaskKey} to go on, but its process is suspended`,
      { cause: thrown },
    );
  }
};
