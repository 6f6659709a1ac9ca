import { EngineFailure } from './engine-failure.ts';
import type { EngineInstance, EngineMonitor } from './engine.ts';

/** Deeper than the engine itself lets processes call each other. */
const MAX_DEPTH = 1000;

/** The instance that, by however many calls, started the one with this key; itself when nobody called it. */
export const findRootInstance = async (
  monitor: Pick<EngineMonitor, 'instance'>,
  processInstanceKey: string,
): Promise<EngineInstance> => {
  let instance = await monitor.instance(processInstanceKey);
  for (let depth = 0; instance.parentProcessInstanceKey !== null; depth += 1) {
    if (depth === MAX_DEPTH)
      throw new EngineFailure('refused', `Expected instance ${processInstanceKey} to have a root, but found none`);
    instance = await monitor.instance(instance.parentProcessInstanceKey);
  }
  return instance;
};
