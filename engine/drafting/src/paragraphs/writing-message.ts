import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { caseLetterScope, requireClerkCase } from '@irisflow/casework';
import type { Surroundings } from '../surroundings.ts';
import type { Writing } from './writing-task.ts';

/**
 * A message to the applicant of a case, and all that a paragraph in it may say: what letters may, and the answers that whoever
 * handles the case reads. What is kept apart from it is not in its row; what a step of its process works with, only the form of that step knows.
 */
export const requireWritingMessage = async (
  surroundings: Surroundings,
  actor: Actor,
  caseId: string,
): Promise<Writing> => {
  const { database, library, clock } = surroundings;
  const { clerk, row } = await requireClerkCase(database, actor, caseId);
  const procedure = await library.version(database, row.procedure_key, row.procedure_version);
  const now = clock.now();
  const values = { application: row.data };
  const { scope } = await caseLetterScope(database, { row, procedure, values, today: dayOf(now), signatory: null });
  const language = row.language === 'nl' ? 'nl' : 'fr';
  return { clerk, row, language, scope: { ...scope, variables: values }, now, outcome: null, grounds: [], step: '' };
};
