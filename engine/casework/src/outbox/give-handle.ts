import { isEngineFailure } from '../engine/engine-failure.ts';
import { caseHandleVariable } from '../handle/case-handle.ts';
import { handleOfCase } from '../handle/handle-of-case.ts';
import { findCase } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';

/** Gives the process of a case its handle, when it started without one. */
export const giveHandle = async (surroundings: Surroundings, caseId: string): Promise<void> => {
  const { database, engine } = surroundings;
  const row = await findCase(database, caseId);
  const scopeKey = row?.process_instance_key ?? null;
  if (row === undefined || scopeKey === null) return;
  try {
    await engine.setVariables({ scopeKey, variables: { [caseHandleVariable]: handleOfCase(surroundings, row) } });
  } catch (thrown) {
    // It has ended: nothing of it asks for the case any more.
    if (!isEngineFailure(thrown, 'notFound')) throw thrown;
  }
};
