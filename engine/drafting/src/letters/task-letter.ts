import type { Actor, Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { caseLetterScope, findCase } from '@irisflow/casework';
import { barOf, letterOfTask, maySign, requireTask, type TaskRow, taskVariables } from '@irisflow/tasks';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type LetterTemplate, type Resolving, withEdits } from '@irisflow/letters';
import { findPendingEdit, type LetterEditRow } from '../storage/letter-edits.ts';
import type { Surroundings } from '../surroundings.ts';
import type { LetterBar } from '../views/letter-draft.ts';

type ToWrite = NonNullable<ReturnType<typeof letterOfTask>>;

/** The letter that follows when a task is approved, with what somebody wrote otherwise in it. */
export interface TaskLetter {
  readonly clerk: Clerk;
  readonly task: TaskRow;
  readonly toWrite: ToWrite;
  readonly template: LetterTemplate;
  readonly resolving: Resolving;
  /** Why who reads it may not change it; null when they may. */
  readonly bar: LetterBar | null;
  /** The last change; undefined while the letter is as its template. */
  readonly edit: LetterEditRow | undefined;
}

interface Asked {
  readonly actor: Actor;
  readonly taskId: string;
}

/** Null where the task sends no letter as things stand. The engine is asked before: nothing waits for it in a transaction. */
export const findTaskLetter = async (
  surroundings: Surroundings,
  db: Queryable,
  { actor, taskId, variables }: Asked & { readonly variables: Awaited<ReturnType<typeof taskVariables>> },
): Promise<TaskLetter | null> => {
  const { clerk, task } = await requireTask(db, actor, taskId);
  const row = await findCase(db, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
  const procedure = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  const barOfTask = await barOf(db, clerk.person, { task, procedure });
  const now = surroundings.clock.now();
  const person = maySign(barOfTask) ? clerk.person : null;
  const toWrite = letterOfTask({ row, task, procedure, variables, person, now });
  const template = toWrite === null ? undefined : procedure.letters.get(toWrite.template);
  if (toWrite === null || template === undefined) return null;
  const { scope } = await caseLetterScope(db, { ...toWrite, today: dayOf(now) });
  return {
    clerk,
    task,
    toWrite,
    template,
    resolving: { locale: row.language, scope, now, missing: 'show' },
    bar: barOfTask !== null ? 'task' : row.also_in.length > 0 ? 'languages' : null,
    edit: await findPendingEdit(db, { caseId: row.id, template: toWrite.template }),
  };
};

export const requireTaskLetter = async (surroundings: Surroundings, { actor, taskId }: Asked): Promise<TaskLetter> => {
  const { database } = surroundings;
  const variables = await taskVariables(surroundings, (await requireTask(database, actor, taskId)).task);
  const letter = await findTaskLetter(surroundings, database, { actor, taskId, variables });
  if (letter !== null) return letter;
  throw new CaseworkError('NOT_FOUND', `Expected a letter of task ${taskId}, but there is none`);
};

/** The template with what was written otherwise. */
export const editedTemplate = ({ template, resolving, edit }: TaskLetter): LetterTemplate =>
  withEdits(template, resolving.locale, edit?.edits ?? []);
