import { type Engine, type EngineInstance, isEngineFailure } from '@irisflow/engine-client';
import type { FromVersion, Route } from '../plan/move-plan.ts';

/** An instance of a case, with what it called: those come first, so that no call waits for what has moved already. */
export interface StandingInstance {
  readonly instance: EngineInstance;
  /** Null where it is of none of the processes of its version. */
  readonly route: Route | null;
  /** Whether it is on the other version already. */
  readonly hasArrived: boolean;
  /** Ids of the elements where it stands. */
  readonly active: readonly string[];
}

/** The engine lists the process itself among its elements. */
const PROCESS = 'PROCESS';

const findInstance = async ({ monitor }: Engine, key: string): Promise<EngineInstance | null> => {
  try {
    return await monitor.instance(key);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return null;
    throw thrown;
  }
};

const standingOf = async (
  engine: Engine,
  version: FromVersion,
  instance: EngineInstance,
): Promise<StandingInstance> => {
  const { processDefinitionKey: definition } = instance;
  const arrived = [...version.routes.values()].find(({ target }) => target?.key === definition);
  const own = version.routes.get(definition);
  const elements = await engine.monitor.activeElements(instance.processInstanceKey);
  return {
    instance,
    route: own ?? arrived ?? null,
    hasArrived: own === undefined && arrived !== undefined,
    active: elements.filter(({ kind }) => kind !== PROCESS).map(({ elementId }) => elementId),
  };
};

const isOver = ({ state }: EngineInstance): boolean => state === 'completed' || state === 'canceled';

/** The instances of a case that run, called ones before those that call them; none when its process has ended. */
export const whereItStands = async (
  engine: Engine,
  version: FromVersion,
  processInstanceKey: string,
): Promise<readonly StandingInstance[]> => {
  const instance = await findInstance(engine, processInstanceKey);
  if (instance === null || isOver(instance)) return [];
  const called: StandingInstance[] = [];
  for (const key of await engine.monitor.calledBy(processInstanceKey))
    called.push(...(await whereItStands(engine, version, key)));
  return [...called, await standingOf(engine, version, instance)];
};
