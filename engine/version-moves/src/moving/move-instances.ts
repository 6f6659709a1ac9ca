import { type Engine, isEngineFailure } from '@irisflow/engine-client';
import { type StandingInstance, whereItStands } from '../judging/where-it-stands.ts';
import type { FromVersion, Route } from '../plan/move-plan.ts';

/** `refused`: the engine did nothing; `halfway`: a part is on the other version and could not be brought back. */
export type InstancesOutcome = 'moved' | 'ended' | 'refused' | 'halfway';

const placesOf = ({ places }: Route) => Array.from(places, ([from, to]) => ({ from, to }));

/** Where several steps went to one, the one of the same id comes first: engines take each step once. */
const backPlaces = ({ places }: Route) => {
  const back = new Map<string, string>();
  for (const [from, to] of places) if (!back.has(to) || from === to) back.set(to, from);
  return Array.from(back, ([from, to]) => ({ from, to }));
};

const moveOne = async (engine: Engine, { instance, route }: StandingInstance): Promise<void> => {
  if (route?.target == null) return;
  await engine.migrateInstance({
    processInstanceKey: instance.processInstanceKey,
    processDefinitionKey: route.target.key,
    places: placesOf(route),
  });
};

/** Brings what has arrived back to where it came from; false where the engine does not let it. */
const bringBack = async (engine: Engine, arrived: readonly StandingInstance[]): Promise<boolean> => {
  for (const { instance, route } of arrived.toReversed()) {
    if (route === null) continue;
    try {
      await engine.migrateInstance({
        processInstanceKey: instance.processInstanceKey,
        processDefinitionKey: route.fromKey,
        places: backPlaces(route),
      });
    } catch (thrown) {
      if (isEngineFailure(thrown, 'notFound')) continue;
      if (isEngineFailure(thrown, 'conflict', 'invalid', 'refused')) return false;
      throw thrown;
    }
  }
  return true;
};

/**
 * Moves the instances of a case, called ones first and the one of the case last, from wherever an earlier attempt left them. What
 * the engine refuses is brought back whole. Fails with an engine failure when nobody knows what was done; then it is asked again.
 */
export const moveInstances = async (
  engine: Engine,
  version: FromVersion,
  processInstanceKey: string,
): Promise<InstancesOutcome> => {
  const standing = await whereItStands(engine, version, processInstanceKey);
  if (standing.length === 0) return 'ended';
  const arrived = standing.filter(({ hasArrived }) => hasArrived);
  for (const one of standing) {
    if (one.hasArrived) continue;
    try {
      await moveOne(engine, one);
      arrived.push(one);
    } catch (thrown) {
      // A called process may have ended since; that of the case is looked at again below.
      if (isEngineFailure(thrown, 'notFound') && one !== standing.at(-1)) continue;
      if (isEngineFailure(thrown, 'notFound')) return 'ended';
      if (!isEngineFailure(thrown, 'conflict', 'invalid', 'refused')) throw thrown;
      return (await bringBack(engine, arrived)) ? 'refused' : 'halfway';
    }
  }
  return 'moved';
};
