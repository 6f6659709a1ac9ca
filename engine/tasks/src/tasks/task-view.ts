import type { Queryable } from '@irisflow/database';
import { settle, type CompiledForm } from '@irisflow/forms';
import { type Actor, appendAudit, type Clerk, withoutHandles } from '@irisflow/access';
import { applicationForm, findCase, recordOpening, viewCase, withoutReserved } from '@irisflow/casework';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { type Variables, isEngineFailure, toCaseworkError } from '@irisflow/engine-client';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import { languageNeeded, type PublishedProcedure } from '@irisflow/procedures';
import { letterSheet } from '../letters/task-letter.ts';
import { noteVoidedProposal } from '../proposals/note-voided.ts';
import { proposalChangesOf } from '../proposals/proposal-changes.ts';
import type { TaskRow } from '../storage/tasks.ts';
import { findWorklistRows, type WorklistRow } from '../storage/worklist.ts';
import { dayOf } from '@irisflow/calendar';
import { listPowersOf } from '@irisflow/delegations';
import type { TaskSummary, TaskView } from '../views.ts';
import { maySign, requireTask, type Standing, standingOf } from './task-access.ts';
import { broughtByProcess, initialData, maskedIn, withoutMasked } from './task-form.ts';
import { returnedTask } from './sent-back.ts';
import { summarizeTasks } from './task-summary.ts';
import { procedureOfTask } from './procedure-of-task.ts';

export const formOfTask = (
  { description, forms }: PublishedProcedure,
  { element_id: id }: TaskRow,
): CompiledForm | null => forms.get(description.tasks[id]?.form ?? '') ?? null;

/** Variables of an open task. The engine forgets those of ended ones, and a task may end while we look. */
export const taskVariables = async ({ engine }: Surroundings, task: TaskRow): Promise<Variables> => {
  if (task.state !== 'open') return {};
  try {
    const { elementInstanceKey } = await engine.tasks.get(task.id);
    const variables = await engine.tasks.variables({ userTaskKey: task.id, elementInstanceKey });
    return withoutReserved(withoutHandles(variables) as Variables);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return {};
    throw isEngineFailure(thrown) ? toCaseworkError(thrown) : thrown;
  }
};

interface Filling {
  readonly task: TaskRow;
  /** Pointers of what the application form restricts. */
  readonly masked: readonly string[];
  readonly variables: Variables;
  /** What was in it before it was sent back. */
  readonly earlier: FormData;
}

const dataOf = (
  surroundings: Surroundings,
  form: CompiledForm | null,
  { task, variables, earlier, masked }: Filling,
): FormData => {
  if (form === null) return {};
  const now = surroundings.clock.now();
  const brought = initialData(broughtByProcess(form, { variables, now }));
  const data = withoutMasked({ ...brought, ...earlier, ...task.draft }, masked);
  return settle(form, data, { audience: 'agent', today: dayOf(now) }).data;
};

const requireParts = async (surroundings: Surroundings, tx: Queryable, task: TaskRow) => {
  const row = await findCase(tx, task.case_id);
  const [worklistRow] = await findWorklistRows(tx, { ids: [task.id], today: dayOf(surroundings.clock.now()) });
  if (row === undefined || worklistRow === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected the case of task ${task.id}, but it is gone`);
  return { row, worklistRow, procedure: await procedureOfTask(surroundings, tx, { task, row }) };
};

/** A task with its form, filled by what the process knows and what was kept, and the case file beside it. */
export const getTask: UseCase<{ taskId: string }, TaskView> = async (surroundings, actor, { taskId }) => {
  const { database } = surroundings;
  // The engine is asked before the transaction: nothing waits for a network inside one.
  const variables = await taskVariables(surroundings, (await requireTask(database, actor, taskId)).task);
  return database.transaction((tx) => viewTask(surroundings, tx, { actor, taskId, variables }));
};

const summaryOf = async (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk: { person }, worklistRow }: { readonly clerk: Clerk; readonly worklistRow: WorklistRow },
): Promise<TaskSummary> => {
  const today = dayOf(surroundings.clock.now());
  const powers = await listPowersOf(tx, { personId: person.id, today });
  const [summary] = await summarizeTasks(surroundings, tx, { rows: [worklistRow], reader: { person, powers } });
  if (summary === undefined) throw new CaseworkError('NOT_FOUND', `Expected task ${worklistRow.id}, but it is gone`);
  return summary;
};

/** In whose name the reader would do it, and what keeps them from it. */
const nameIn = (
  { bar, power }: Standing,
  proposalChanges: TaskView['proposalChanges'],
): Pick<TaskView, 'onBehalfOf' | 'bar'> => ({
  onBehalfOf: power !== null && maySign(bar) ? power.delegator : null,
  bar: bar === null && proposalChanges.length > 0 ? 'proposalChanged' : bar,
});

const viewTask = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, taskId, variables }: { actor: Actor; taskId: string; variables: Variables },
): Promise<TaskView> => {
  const { clerk, task } = await requireTask(tx, actor, taskId);
  const { row, worklistRow, procedure } = await requireParts(surroundings, tx, task);
  const now = surroundings.clock.now();
  const summary = await summaryOf(surroundings, tx, { clerk, worklistRow });
  const form = formOfTask(procedure, task);
  const proposalChanges = await proposalChangesOf(tx, { task, procedure, variables });
  if (proposalChanges.length > 0) await noteVoidedProposal(surroundings, tx, { actor, task, changes: proposalChanges });
  const { bar, power } = await standingOf(tx, clerk.person, { task, procedure, now });
  const returned = await returnedTask(tx, { task, procedure, form });
  const masked = form === null ? [] : maskedIn(form, applicationForm(procedure), { variables, now });
  const view: TaskView = {
    ...summary,
    form: form?.form ?? null,
    data: dataOf(surroundings, form, { task, masked, variables, earlier: returned.data }),
    masked,
    sentBack: returned.view,
    letter: await letterSheet(tx, {
      row,
      task,
      procedure,
      variables,
      person: maySign(bar) ? clerk.person : null,
      power,
      now,
    }),
    ...nameIn({ bar, power }, proposalChanges),
    proposalChanges,
    instructions: procedure.description.tasks[task.element_id]?.instructions ?? null,
    neededLanguage: languageNeeded(procedure.description, { elementId: task.element_id, language: row.language }),
    case: await viewCase(surroundings, tx, row, {
      audience: 'agent',
      clerk: clerk.person,
    }),
  };
  await recordOpening(surroundings, tx, { clerk, row });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'task.read',
    object: `task:${taskId}`,
    administration: row.administration,
    detail: { case: row.id },
  });
  return view;
};
