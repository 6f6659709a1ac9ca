import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { printLetter, recordOpening, writeLetter } from '@irisflow/casework';
import { CaseworkError, instantOf, type Locale } from '@irisflow/foundation';
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
import type { LetterDraft, LetterInLanguage, LetterPartView } from '../views/letter-draft.ts';
import { editedTemplate, type LetterIn, requireTaskLetter, type TaskLetter } from './task-letter.ts';

export type OfTask = { readonly taskId: string };

const blocksOf = (
  { template, resolving }: LetterIn,
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

const partViews = (letter: LetterIn): LetterPartView[] => {
  const { template, resolving, edits } = letter;
  return letterParts(template.body[resolving.locale]).map((part) => {
    const base = editTextOf(part, resolving);
    const own = edits.find(({ path }) => path === part.path);
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
  const { clerk, row } = letter;
  await surroundings.database.transaction((tx) => recordOpening(surroundings, tx, { clerk, row }));
  return letter;
};

const viewIn = async ({ database }: Surroundings, letter: LetterIn): Promise<LetterInLanguage> => {
  const { language, toWrite, template, resolving, edits } = letter;
  const { letter: written, head } = await writeLetter(database, toWrite);
  const print = () => printLetter(database, { ...toWrite, template: editedTemplate(letter), missing: 'refuse' });
  return {
    language,
    subject: written.subject,
    administration: head.administration,
    recipient: [...head.recipient],
    date: head.date,
    reference: head.referenceLine,
    isStale: await refuses(() => refuseStale(template, edits, resolving), 'PROPOSAL_CHANGED'),
    complete: !(await refuses(print, 'LETTER_INVALID')),
    parts: partViews(letter),
  };
};

/** The letter of a task as it will go, part by part, in each of its languages. */
export const getLetterDraft: UseCase<OfTask, LetterDraft> = async (surroundings, actor, ofTask) => {
  const { template, edit, bar, languages } = await openLetter(surroundings, actor, ofTask);
  const views: LetterInLanguage[] = [];
  for (const letter of languages) views.push(await viewIn(surroundings, letter));
  return {
    template,
    version: edit?.version ?? 0,
    editedBy: edit === undefined ? null : { id: edit.edited_by, name: edit.edited_by_name },
    editedAt: edit === undefined ? null : instantOf(edit.edited_at),
    bar,
    languages: views,
  };
};

export interface LetterPreview {
  readonly name: string;
  readonly content: Buffer;
}

/** The letter that a task is about to send, on paper, with what was written otherwise; in the language of the case unless it is said. */
export const previewTaskLetter: UseCase<OfTask & { readonly language?: Locale }, LetterPreview> = async (
  surroundings,
  actor,
  { taskId, language },
) => {
  const { row, languages } = await openLetter(surroundings, actor, { taskId });
  const letter = languages.find((one) => one.language === (language ?? row.language));
  if (letter === undefined)
    throw new CaseworkError(
      'NOT_FOUND',
      `Expected a letter of task ${taskId} in ${language}, but it does not go in it`,
    );
  const { pdf } = await printLetter(surroundings.database, { ...letter.toWrite, template: editedTemplate(letter) });
  const name = [row.reference, dayOf(letter.toWrite.now), ...(language === undefined ? [] : [language])].join('-');
  return { name: `${name}.pdf`, content: pdf };
};
