import { appendAudit } from '@irisflow/access';
import { recordOpening, requireClerkCase } from '@irisflow/casework';
import { barOf, refuseBar, requireOpenTask } from '@irisflow/tasks';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { type EditProblem, type LetterEdit, readEdit } from '@irisflow/letters';
import { findPendingEdit, insertLetterEdit, lastVersion, listLetterEditRows } from '../storage/letter-edits.ts';
import type { UseCase } from '../surroundings.ts';
import type { LetterDraft, LetterEditView } from '../views/letter-draft.ts';
import { getLetterDraft } from './letter-draft.ts';
import { requireTaskLetter, type TaskLetter } from './task-letter.ts';

export interface SaveLetter {
  readonly taskId: string;
  /** That was read. */
  readonly version: number;
  /** All that differs from the template; what is left out is as the template says it. */
  readonly edits: readonly { readonly path: string; readonly text: string }[];
}

const isProblem = (read: LetterEdit | EditProblem): read is EditProblem => 'keyword' in read;

const readEdits = ({ template, resolving }: TaskLetter, edits: SaveLetter['edits']): LetterEdit[] => {
  const read = edits.map((edit) => readEdit(template, edit, resolving));
  const errors = read.flatMap((one, place) =>
    isProblem(one) ? [{ pointer: `/edits/${place}/text`, keyword: one.keyword, params: { found: one.found } }] : [],
  );
  const [first] = errors;
  if (first !== undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected words for ${first.pointer}, but found ${first.keyword}`, {
      errors,
    });
  const distinct = new Map(read.flatMap((one) => (isProblem(one) || one.text === one.base ? [] : [[one.path, one]])));
  return [...distinct.values()];
};

/** Whoever has the task locked is alone with its letter: what they read is still the last change, or it is not. */
const requireEditable = async (
  tx: Queryable,
  { bar, toWrite }: TaskLetter,
  { taskId, version }: SaveLetter,
): Promise<void> => {
  const { template, row } = toWrite;
  if (bar === 'languages')
    throw new CaseworkError('INPUT_INVALID', `Expected a letter in one language, but ${template} goes in several`);
  const current = (await findPendingEdit(tx, { caseId: row.id, template }))?.version ?? 0;
  if (current !== version)
    throw new CaseworkError(
      'STALE_REVISION',
      `Expected version ${current} of the letter of ${taskId}, but found ${version}`,
    );
};

/** Writes parts of the letter of my task otherwise than its template. What the law wants in it stays as it is. */
export const saveLetterDraft: UseCase<SaveLetter, LetterDraft> = async (surroundings, actor, input) => {
  const { database, library, clock, random } = surroundings;
  const { taskId } = input;
  const letter = await requireTaskLetter(surroundings, { actor, taskId });
  const { row, template } = letter.toWrite;
  await database.transaction(async (tx) => {
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    const procedure = await library.version(tx, row.procedure_key, row.procedure_version);
    refuseBar(await barOf(tx, clerk.person, { task, procedure }), task);
    await requireEditable(tx, letter, input);
    const edits = readEdits(letter, input.edits);
    const version = (await lastVersion(tx, { caseId: row.id, template })) + 1;
    const { administration, person } = clerk;
    const made = { id: random.id(), administration, caseId: row.id, taskId, template, language: row.language };
    await insertLetterEdit(tx, { ...made, version, edits, personId: person.id, at: clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'letter.edited',
      object: `case:${row.id}`,
      administration,
      detail: { task: taskId, template, version, parts: edits.map(({ path }) => path) },
    });
  });
  return getLetterDraft(surroundings, actor, { taskId });
};

/** What was changed in letters of a case before they were signed, the newest first. */
export const listLetterEdits: UseCase<{ caseId: string }, LetterEditView[]> = async (
  surroundings,
  actor,
  { caseId },
) => {
  const rows = await surroundings.database.transaction(async (tx) => {
    await recordOpening(surroundings, tx, await requireClerkCase(tx, actor, caseId));
    return listLetterEditRows(tx, caseId);
  });
  return rows.map((row) => ({
    template: row.template,
    language: row.language,
    version: row.version,
    editedBy: { id: row.edited_by, name: row.edited_by_name },
    editedAt: instantOf(row.edited_at),
    documentId: row.document_id,
    isSigned: row.is_signed,
    changes: row.edits.map(({ base, text }) => ({ base, text })),
  }));
};
