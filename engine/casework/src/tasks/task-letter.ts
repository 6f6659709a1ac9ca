import { CaseworkError } from '@irisflow/foundation';
import { letterOfTask, sheetName } from '../letters/task-letter.ts';
import { printLetter } from '../letters/write-letter.ts';
import { findCase } from '../storage/cases.ts';
import type { UseCase } from '../surroundings.ts';
import { barOf, maySign, requireTask } from './task-access.ts';
import { taskVariables } from './task-view.ts';

export interface LetterPreview {
  readonly name: string;
  readonly content: Buffer;
}

/** The letter that a task is about to send, on paper. */
export const previewTaskLetter: UseCase<{ taskId: string }, LetterPreview> = async (
  surroundings,
  actor,
  { taskId },
) => {
  const { database, library, clock } = surroundings;
  const { clerk, task } = await requireTask(database, actor, taskId);
  const variables = await taskVariables(surroundings, task);
  return database.transaction(async (tx) => {
    const row = await findCase(tx, task.case_id);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
    const procedure = await library.version(tx, row.procedure_key, row.procedure_version);
    const bar = await barOf(tx, clerk.person, { task, procedure });
    const person = maySign(bar) ? clerk.person : null;
    const reading = { row, task, procedure, variables, person, now: clock.now() };
    const toWrite = letterOfTask(reading);
    if (toWrite === null)
      throw new CaseworkError('NOT_FOUND', `Expected a letter of task ${taskId}, but there is none`);
    const { pdf } = await printLetter(tx, toWrite);
    return { name: sheetName(reading), content: pdf };
  });
};
