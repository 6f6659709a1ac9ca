import type { Actor, Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { caseLetterScope, type CaseRow, findCase } from '@irisflow/casework';
import {
  letterOfTask,
  maySign,
  requireTask,
  standingOf,
  type TaskRow,
  taskVariables,
  procedureOfTask,
} from '@irisflow/tasks';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { type LetterTemplate, type Resolving, withEdits } from '@irisflow/letters';
import { findPendingEdit, type LetterEditRow, type WrittenEdit } from '../storage/letter-edits.ts';
import type { Surroundings } from '../surroundings.ts';
import type { LetterBar } from '../views/letter-draft.ts';

type ToWrite = NonNullable<ReturnType<typeof letterOfTask>>;

/** A letter in one of the languages in which it goes. */
export interface LetterIn {
  readonly language: Locale;
  readonly toWrite: ToWrite;
  readonly template: LetterTemplate;
  readonly resolving: Resolving;
  readonly edits: readonly WrittenEdit[];
}

/** The letter that follows when a task is approved, with what somebody wrote otherwise in it. */
export interface TaskLetter {
  readonly clerk: Clerk;
  readonly task: TaskRow;
  readonly row: CaseRow;
  /** Key of the letter in the folder of the procedure. */
  readonly template: string;
  /** Why who reads it may not change it; null when they may. */
  readonly bar: LetterBar | null;
  /** The last change; undefined while the letter is as its template. */
  readonly edit: LetterEditRow | undefined;
  /** That of the case first. */
  readonly languages: readonly LetterIn[];
}

interface Asked {
  readonly actor: Actor;
  readonly taskId: string;
}

interface InLanguage {
  readonly reading: Parameters<typeof letterOfTask>[0];
  readonly language: Locale;
  readonly edit: LetterEditRow | undefined;
}

/** In which a letter of a case goes, that of the case first. */
export const languagesOf = ({ language, also_in: alsoIn }: CaseRow): readonly Locale[] => [language, ...alsoIn];

const letterIn = async (db: Queryable, { reading, language, edit }: InLanguage): Promise<LetterIn | null> => {
  const { row, procedure, now } = reading;
  const spoken = { ...row, language };
  const written = letterOfTask({ ...reading, row: spoken });
  const template = written === null ? undefined : procedure.letters.get(written.template);
  if (written === null || template === undefined) return null;
  const { scope, words } = await caseLetterScope(db, { ...written, today: dayOf(now) });
  return {
    language,
    toWrite: { ...written, row, language },
    template,
    resolving: { locale: language, scope, words, now, missing: 'show' },
    edits: (edit?.edits ?? []).filter((one) => one.language === language),
  };
};

/** Null where the task sends no letter as things stand. The engine is asked before: nothing waits for it in a transaction. */
export const findTaskLetter = async (
  surroundings: Surroundings,
  db: Queryable,
  { actor, taskId, variables }: Asked & { readonly variables: Awaited<ReturnType<typeof taskVariables>> },
): Promise<TaskLetter | null> => {
  const { clerk, task } = await requireTask(db, actor, taskId);
  const row = await findCase(db, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
  const procedure = await procedureOfTask(surroundings, db, { task, row });
  const now = surroundings.clock.now();
  const { bar, power } = await standingOf(db, clerk.person, { task, procedure, now });
  const person = maySign(bar) ? clerk.person : null;
  const reading = { row, task, procedure, variables, person, power, now };
  const template = letterOfTask(reading)?.template;
  if (template === undefined) return null;
  const edit = await findPendingEdit(db, { caseId: row.id, template });
  const languages: LetterIn[] = [];
  for (const language of languagesOf(row)) {
    const letter = await letterIn(db, { reading, language, edit });
    if (letter !== null) languages.push(letter);
  }
  return { clerk, task, row, template, bar: bar === null ? null : 'task', edit, languages };
};

export const requireTaskLetter = async (surroundings: Surroundings, { actor, taskId }: Asked): Promise<TaskLetter> => {
  const { database } = surroundings;
  const variables = await taskVariables(surroundings, (await requireTask(database, actor, taskId)).task);
  const letter = await findTaskLetter(surroundings, database, { actor, taskId, variables });
  if (letter !== null) return letter;
  throw new CaseworkError('NOT_FOUND', `Expected a letter of task ${taskId}, but there is none`);
};

/** The template with what was written otherwise. */
export const editedTemplate = ({ template, language, edits }: LetterIn): LetterTemplate =>
  withEdits(template, language, edits);
