import type { Actor } from '@irisflow/access';
import { caseLetterScope, type CaseRow } from '@irisflow/casework';
import {
  findSignatory,
  isSigning,
  requireOpenTask,
  requireTask,
  taskVariables,
  procedureOfTask,
} from '@irisflow/tasks';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type LetterTemplate, refuseStale, withEdits } from '@irisflow/letters';
import {
  deleteApproval,
  findSignedEdit,
  hasPendingEdits,
  settleEdits,
  insertApproval,
} from '../storage/letter-edits.ts';
import type { Surroundings } from '../surroundings.ts';
import { findTaskLetter, languagesOf } from './task-letter.ts';

/** Nobody signs a letter that is not the one they read: the last change, and with the words that it was made to. */
export const approveLetter = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, seen }: { readonly taskId: string; readonly seen: number | undefined },
): Promise<void> => {
  const { database, clock } = surroundings;
  const { task } = await requireTask(database, actor, taskId);
  if (!(await hasPendingEdits(database, task.case_id))) return;
  const variables = await taskVariables(surroundings, task);
  await database.transaction(async (tx) => {
    const { clerk, task: open } = await requireOpenTask(tx, actor, taskId);
    // Whose task it is not is told so by its completion.
    if (open.assignee !== clerk.person.id) return;
    await deleteApproval(tx, taskId);
    const letter = await findTaskLetter(surroundings, tx, { actor, taskId, variables });
    if (letter?.edit === undefined) return;
    const { version } = letter.edit;
    if (version !== seen)
      throw new CaseworkError(
        'LETTER_CHANGED',
        `Expected change ${version} of the letter to be read, but ${seen ?? 'none'} was`,
      );
    for (const { template, edits, resolving } of letter.languages) refuseStale(template, edits, resolving);
    const { administration, person } = clerk;
    const { template, row } = letter;
    const { description } = await procedureOfTask(surroundings, tx, { task, row });
    // Whoever does not sign has read it, and no more: the name below a letter is of who signs.
    if (!isSigning(description, task.element_id)) return;
    const approval = { taskId, administration, caseId: task.case_id, template, version };
    await insertApproval(tx, { ...approval, personId: person.id, at: clock.now() });
  });
};

export interface LetterToSend {
  readonly row: CaseRow;
  readonly template: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A letter as it was signed, in every language in which it was; null where that is as its template: what nobody signed leaves with no letter. */
export const signedLetter = async (
  { library, clock }: Pick<Surroundings, 'library' | 'clock'>,
  db: Queryable,
  { row, template, values }: LetterToSend,
): Promise<LetterTemplate | null> => {
  const edit = await findSignedEdit(db, { caseId: row.id, template });
  if (edit === undefined) return null;
  const procedure = await library.version(db, row.procedure_key, row.procedure_version);
  const written = procedure.letters.get(template);
  // What was written in a language in which the case goes no more leaves with nobody, and holds no other up.
  const going = edit.edits.filter((one) => languagesOf(row).includes(one.language));
  if (written === undefined || going.length === 0) return null;
  const { description } = procedure;
  const now = clock.now();
  let signed = written;
  for (const language of new Set(going.map((one) => one.language))) {
    const edits = going.filter((one) => one.language === language);
    const signatory = await findSignatory(db, { caseId: row.id, description, locale: language });
    const spoken = { ...row, language };
    const said = { row: spoken, procedure, template: written, values, today: dayOf(now), signatory };
    const { scope, words } = await caseLetterScope(db, said);
    refuseStale(written, edits, { locale: language, scope, words, now, missing: 'show' });
    signed = withEdits(signed, language, edits);
  }
  return signed;
};

/** The changes to a letter left with it: the next one of the case begins with its template. */
export const noteLetterSent = settleEdits;
