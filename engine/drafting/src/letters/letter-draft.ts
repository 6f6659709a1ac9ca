import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { printLetter, recordOpening } from '@irisflow/casework';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import {
  editTextOf,
  type LetterEdit,
  letterParts,
  type LetterTemplate,
  lockOf,
  refuseStale,
  resolveLetter,
  withEdits,
} from '@irisflow/letters';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { LetterDraft, LetterPartView } from '../views/letter-draft.ts';
import { editedTemplate, requireTaskLetter, type TaskLetter } from './task-letter.ts';

export type OfTask = { readonly taskId: string };

const blocksOf = (
  { template, resolving }: TaskLetter,
  part: ReturnType<typeof letterParts>[number],
  edit?: LetterEdit,
) => {
  const { locale } = resolving;
  const body = { ...template.body, [locale]: { type: 'doc', content: [part.block] } };
  const alone: LetterTemplate = { ...template, body };
  const path = part.path.includes('.') ? '0.0' : '0';
  const written = withEdits(alone, locale, edit === undefined ? [] : [{ ...edit, path }]);
  return structuredClone(resolveLetter(written, resolving).blocks) as LetterPartView['blocks'];
};

const partViews = (letter: TaskLetter): LetterPartView[] => {
  const { template, resolving, edit } = letter;
  return letterParts(template.body[resolving.locale]).map((part) => {
    const base = editTextOf(part, resolving);
    const own = edit?.edits.find(({ path }) => path === part.path);
    return {
      path: part.path,
      lock: base === null ? (lockOf(part, resolving.locale) ?? 'values') : null,
      text: base === null ? null : (own?.text ?? base),
      base,
      isEdited: own !== undefined,
      blocks: blocksOf(letter, part, own),
    };
  });
};

const refuses = async (work: () => unknown, code: CaseworkError['code']): Promise<boolean> => {
  try {
    await work();
    return false;
  } catch (thrown) {
    if (thrown instanceof CaseworkError && thrown.code === code) return true;
    throw thrown;
  }
};

/** It says what is in the file: that it was read shows there. */
const openLetter = async (surroundings: Surroundings, actor: Actor, { taskId }: OfTask): Promise<TaskLetter> => {
  const letter = await requireTaskLetter(surroundings, { actor, taskId });
  const { clerk, toWrite } = letter;
  await surroundings.database.transaction((tx) => recordOpening(surroundings, tx, { clerk, row: toWrite.row }));
  return letter;
};

/** The letter of a task as it will go, part by part. */
export const getLetterDraft: UseCase<OfTask, LetterDraft> = async (surroundings, actor, ofTask) => {
  const letter = await openLetter(surroundings, actor, ofTask);
  const { toWrite, template, resolving, edit, bar } = letter;
  const print = () =>
    printLetter(surroundings.database, { ...toWrite, template: editedTemplate(letter), missing: 'refuse' });
  return {
    template: toWrite.template,
    language: resolving.locale,
    version: edit?.version ?? 0,
    editedBy: edit === undefined ? null : { id: edit.edited_by, name: edit.edited_by_name },
    editedAt: edit === undefined ? null : instantOf(edit.edited_at),
    bar,
    isStale: await refuses(() => refuseStale(template, edit?.edits ?? [], resolving), 'PROPOSAL_CHANGED'),
    complete: !(await refuses(print, 'LETTER_INVALID')),
    parts: partViews(letter),
  };
};

export interface LetterPreview {
  readonly name: string;
  readonly content: Buffer;
}

/** The letter that a task is about to send, on paper, with what was written otherwise. */
export const previewTaskLetter: UseCase<OfTask, LetterPreview> = async (surroundings, actor, ofTask) => {
  const letter = await openLetter(surroundings, actor, ofTask);
  const { pdf } = await printLetter(surroundings.database, { ...letter.toWrite, template: editedTemplate(letter) });
  const { row, now } = letter.toWrite;
  return { name: `${row.reference}-${dayOf(now)}.pdf`, content: pdf };
};
