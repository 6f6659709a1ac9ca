import { isEngineFailure } from '@irisflow/engine-client';
import { caseHandleVariable } from '@irisflow/access';
import { handleOfCase } from '../handle/handle-of-case.ts';
import { findCase } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';

const giveTo = async (surroundings: Surroundings, scopeKey: string, handle: string): Promise<void> => {
  const { engine } = surroundings;
  try {
    await engine.setVariables({ scopeKey, variables: { [caseHandleVariable]: handle } });
  } catch (thrown) {
    // It has ended: nothing of it asks for the case any more.
    if (!isEngineFailure(thrown, 'notFound')) throw thrown;
  }
  for (const called of await engine.monitor.calledBy(scopeKey)) await giveTo(surroundings, called, handle);
};

/** Gives the process of a case, and those that it called, its handle when they started without one. */
export const giveHandle = async (surroundings: Surroundings, caseId: string): Promise<void> => {
  const row = await findCase(surroundings.database, caseId);
  const key = row?.process_instance_key ?? null;
  if (row !== undefined && key !== null) await giveTo(surroundings, key, handleOfCase(surroundings, row));
};
