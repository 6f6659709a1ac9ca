import type { Actor, Clerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { applicationForm, type CaseRow, caseLetterScope, findCase, requireReasonable } from '@irisflow/casework';
import {
  barOf,
  evaluateExpression,
  formOfTask,
  letterValues,
  refuseBar,
  requireTask,
  type TaskRow,
  taskVariables,
  variablesOf,
  procedureOfTask,
} from '@irisflow/tasks';
import type { CompiledControl, CompiledForm } from '@irisflow/forms';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import type { LetterScope } from '@irisflow/letters';
import type { ProcedureDescription, PublishedProcedure } from '@irisflow/procedures';
import { maskVariables } from '@irisflow/restricted';
import type { Surroundings } from '../surroundings.ts';
import type { LegalLanguage } from '../views/paragraph.ts';

/** Where somebody writes: a field of the form of their task, with what they answered so far. */
export interface WritingPlace {
  readonly taskId: string;
  /** JSON pointer into the form. */
  readonly field: string;
  readonly data: FormData;
}

type Variables = Readonly<Record<string, unknown>>;

/** Somebody who writes about a case, and all that a paragraph in it may say. */
export interface Writing {
  readonly clerk: Clerk;
  readonly row: CaseRow;
  /** The element of the process for which they write; empty where it is none. */
  readonly step: string;
  /** Of the text: the case's. */
  readonly language: LegalLanguage;
  readonly scope: LetterScope;
  readonly now: number;
  /** What the decision would be by the answers so far; null where they do not say it. */
  readonly outcome: string | null;
  readonly grounds: readonly string[];
}

/** In a task that is mine. */
export interface WritingTask extends Writing {
  readonly task: TaskRow;
}

const cellAt = ({ pointer, rows }: CompiledControl, field: string): CompiledControl | undefined => {
  if (!field.startsWith(`${pointer}/`)) return undefined;
  const [row = '', ...rest] = field.slice(pointer.length + 1).split('/');
  return /^\d{1,4}$/.test(row) ? rows.find((cell) => cell.pointer === `/${rest.join('/')}`) : undefined;
};

/** The control of a form at a pointer, in a row of a table as well. */
export const controlAt = ({ controls }: CompiledForm, field: string): CompiledControl | undefined =>
  controls.find(({ pointer }) => pointer === field) ??
  controls.flatMap((control) => cellAt(control, field) ?? []).at(0);

const requireTextField = (form: CompiledForm | null, field: string): void => {
  const control = form === null ? undefined : controlAt(form, field);
  if (control?.widget === 'textarea' && control.schema.readOnly !== true) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a field of several lines, but ${field.slice(0, 80)} is none`, {
    errors: [{ pointer: '/field', keyword: 'field' }],
  });
};

/** How the task is described, and how those are that approve what it proposes. */
const concerned = ({ tasks }: ProcedureDescription, elementId: string) =>
  Object.entries(tasks).flatMap(([id, task]) =>
    id === elementId || task.separateFrom.includes(elementId) ? [task] : [],
  );

interface Answered {
  readonly procedure: PublishedProcedure;
  readonly elementId: string;
  /** What the process has, with what the form would give to it. */
  readonly variables: Variables;
  readonly now: number;
}

/** The first that one of the descriptions says. */
const said = ({ procedure, elementId, ...given }: Answered, part: 'outcome' | 'grounds' | 'letter'): unknown => {
  for (const task of concerned(procedure.description, elementId)) {
    const source = part === 'letter' ? task.letter : task.decides?.[part];
    const value = source === undefined ? undefined : evaluateExpression(source, given);
    if (value !== undefined) return value;
  }
  return undefined;
};

const decidedBy = (answered: Answered): Pick<WritingTask, 'outcome' | 'grounds'> => {
  const outcome = said(answered, 'outcome');
  const grounds = said(answered, 'grounds');
  return {
    outcome: typeof outcome === 'string' ? outcome : null,
    grounds: Array.isArray(grounds) ? grounds.map(String) : [],
  };
};

/** By the names that the letter uses, where the answers say which one follows, and by those of the process. */
const valuesFor = (answered: Answered): Variables => {
  const template = said(answered, 'letter');
  const ofLetter = typeof template === 'string' ? letterValues(answered.procedure, template, answered) : {};
  return { ...answered.variables, ...ofLetter };
};

/** Refuses tasks that are not mine, and fields in which nobody writes sentences. */
export const requireWritingTask = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, field, data }: WritingPlace,
): Promise<WritingTask> => {
  requireReasonable(data);
  const { database, clock } = surroundings;
  const { clerk, task } = await requireTask(database, actor, taskId);
  const row = await findCase(database, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
  const procedure = await procedureOfTask(surroundings, database, { task, row });
  refuseBar(await barOf(database, clerk.person, { task, procedure, now: clock.now() }), task);
  const form = formOfTask(procedure, task);
  requireTextField(form, field);
  const now = clock.now();
  const brought = maskVariables(applicationForm(procedure), await taskVariables(surroundings, task));
  const variables = { ...brought, ...(form === null ? {} : variablesOf(form, data)) };
  const answered = { procedure, elementId: task.element_id, variables, now };
  const values = valuesFor(answered);
  const { scope } = await caseLetterScope(database, { row, procedure, values, today: dayOf(now), signatory: null });
  const language = row.language === 'nl' ? 'nl' : 'fr';
  const decided = decidedBy(answered);
  return { clerk, task, row, step: task.element_id, language, scope: { ...scope, variables }, now, ...decided };
};
