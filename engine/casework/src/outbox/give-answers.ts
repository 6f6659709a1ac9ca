import { isEngineFailure } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { answersForProcess } from './start-variables.ts';
import { findCase } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';

/** Gives the process of a case its answers as they are now; one that has not started is given them at its start. */
export const giveAnswers = async (surroundings: Surroundings, caseId: string): Promise<void> => {
  const { database, engine } = surroundings;
  const row = await findCase(database, caseId);
  if (row === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected case ${caseId} of the outbox, but there is none`);
  const scopeKey = row.process_instance_key;
  if (scopeKey === null) return;
  const application = await answersForProcess(surroundings, row);
  try {
    await engine.setVariables({ scopeKey, variables: { application } });
  } catch (thrown) {
    // It has ended: nothing of it reads the answers any more.
    if (!isEngineFailure(thrown, 'notFound')) throw thrown;
  }
};
