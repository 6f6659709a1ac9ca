import { appendAudit } from '@irisflow/access';
import { recordOpening, requireClerkCase } from '@irisflow/casework';
import { barOf, refuseBar, requireOpenTask, procedureOfTask } from '@irisflow/tasks';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, type Locale } from '@irisflow/foundation';
import { type EditProblem, readEdit } from '@irisflow/letters';
import {
  findPendingEdit,
  insertLetterEdit,
  lastVersion,
  listLetterEditRows,
  type WrittenEdit,
} from '../storage/letter-edits.ts';
import type { UseCase } from '../surroundings.ts';
import type { LetterDraft, LetterEditView } from '../views/letter-draft.ts';
import { getLetterDraft } from './letter-draft.ts';
import { requireTaskLetter, type TaskLetter } from './task-letter.ts';

export interface SaveLetter {
  readonly taskId: string;
  /** That was read. */
  readonly version: number;
  /** All that differs from the template, in every language; what is left out is as the template says it. */
  readonly edits: readonly { readonly language: Locale; readonly path: string; readonly text: string }[];
}

type Asked = SaveLetter['edits'][number];

const refusal = (pointer: string, { keyword, found }: EditProblem, { language, path }: Asked) => ({
  pointer,
  keyword,
  params: { found, language, path },
});

/** What was written, or why not: for the language and the part where it was written. */
const readOne = ({ languages }: TaskLetter, edit: Asked, place: number) => {
  const letter = languages.find(({ language }) => language === edit.language);
  if (letter === undefined)
    return refusal(`/edits/${place}/language`, { keyword: 'locked', found: edit.language }, edit);
  const read = readEdit(letter.template, edit, letter.resolving);
  return 'keyword' in read ? refusal(`/edits/${place}/text`, read, edit) : { ...read, language: edit.language };
};

const readEdits = (letter: TaskLetter, edits: SaveLetter['edits']): WrittenEdit[] => {
  const read = edits.map((edit, place) => readOne(letter, edit, place));
  const errors = read.flatMap((one) => ('keyword' in one ? [one] : []));
  const [first] = errors;
  if (first !== undefined)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected words for ${first.pointer} in ${first.params.language}, but found ${first.keyword}`,
      { errors },
    );
  // Of two texts for one part the last one counts, also where it is that of the template.
  const distinct = new Map(
    read.flatMap((one) => ('keyword' in one ? [] : [[`${one.language} ${one.path}`, one] as const])),
  );
  const written = [...distinct.values()].filter(({ text, base }) => text !== base);
  return letter.languages.flatMap(({ language }) => written.filter((one) => one.language === language));
};

/** Whoever has the task locked is alone with its letter: what they read is still the last change, or it is not. */
const requireUnchanged = async (
  tx: Queryable,
  { template, row }: TaskLetter,
  { taskId, version }: SaveLetter,
): Promise<void> => {
  const current = (await findPendingEdit(tx, { caseId: row.id, template }))?.version ?? 0;
  if (current !== version)
    throw new CaseworkError(
      'STALE_REVISION',
      `Expected version ${current} of the letter of ${taskId}, but found ${version}`,
    );
};

/** Writes parts of the letter of my task otherwise than its template. What the law wants in it stays as it is. */
export const saveLetterDraft: UseCase<SaveLetter, LetterDraft> = async (surroundings, actor, input) => {
  const { database, clock, random } = surroundings;
  const { taskId } = input;
  const letter = await requireTaskLetter(surroundings, { actor, taskId });
  const { row, template } = letter;
  await database.transaction(async (tx) => {
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    const procedure = await procedureOfTask(surroundings, tx, { task, row });
    refuseBar(await barOf(tx, clerk.person, { task, procedure, now: clock.now() }), task);
    await requireUnchanged(tx, letter, input);
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
      detail: { task: taskId, template, version, parts: edits.map(({ language, path }) => `${language} ${path}`) },
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
    changes: row.edits.map(({ language, base, text }) => ({ language, base, text })),
  }));
};
