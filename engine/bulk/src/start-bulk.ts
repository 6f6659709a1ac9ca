import { appendAudit, requireClerk } from '@irisflow/access';
import { requireReasonable } from '@irisflow/casework';
import { findWorklistRows, type WorklistRow } from '@irisflow/tasks';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { insertBulkDecision } from './storage/bulk-decisions.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { requireSigner } from '@irisflow/drafting';
import { findKind, type KindKey, type TaskKind } from './task-kind.ts';
import { viewBulk } from './view-bulk.ts';
import { MAX_BULK_TASKS, type BulkDecisionView } from './views/bulk.ts';

export interface StartBulk {
  readonly taskIds: readonly string[];
  /** Values by JSON pointer into the form. */
  readonly answers: Readonly<Record<string, unknown>>;
}

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail);
};

const kindKeyOf = (row: WorklistRow): KindKey => ({
  procedureKey: row.procedure_key,
  procedureVersion: row.procedure_version,
  elementId: row.element_id,
});

/** The tasks in the order in which they were given. */
const requireTasks = async ({ clock }: Surroundings, tx: Queryable, taskIds: readonly string[]) => {
  if (taskIds.length === 0 || taskIds.length > MAX_BULK_TASKS || new Set(taskIds).size !== taskIds.length)
    refuse(`Expected 1 to ${MAX_BULK_TASKS} tasks, each once, but found ${taskIds.length}`);
  const rows = await findWorklistRows(tx, { ids: taskIds, today: dayOf(clock.now()) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return taskIds.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a task ${id}, but there is none`);
    return row;
  });
};

const requireKind = async (surroundings: Surroundings, tx: Queryable, rows: readonly WorklistRow[]) => {
  const [first] = rows;
  if (first === undefined) return refuse('Expected a task, but found none');
  const key = kindKeyOf(first);
  const other = rows.find((row) => JSON.stringify(kindKeyOf(row)) !== JSON.stringify(key));
  if (other !== undefined) refuse(`Expected tasks of one kind, but ${other.id} is of another than ${first.id}`);
  return findKind(surroundings, tx, key);
};

const refuseOtherAnswers = ({ fields, view }: TaskKind, answers: StartBulk['answers']): void => {
  if (fields === null) return refuse(`Expected ${view.elementId} to be offered for many cases, but it is not`);
  const odd = Object.keys(answers).find((pointer) => !fields.includes(pointer));
  if (odd !== undefined)
    refuse(`Expected answers to ${fields.join(', ') || 'nothing'}, but found one to ${odd.slice(0, 100)}`);
};

/** Decides many tasks of one kind: whoever starts it hears at once that it began, and task by task what became of it. */
export const startBulk: UseCase<StartBulk, BulkDecisionView> = async (surroundings, actor, { taskIds, answers }) => {
  const { database, clock, random, bulkBell } = surroundings;
  const { person, administration } = requireClerk(actor);
  requireReasonable(answers);
  const id = random.id();
  const view = await database.transaction(async (tx) => {
    const rows = await requireTasks(surroundings, tx, taskIds);
    const kind = await requireKind(surroundings, tx, rows);
    refuseOtherAnswers(kind, answers);
    // What is done later is done in their name, without their session.
    for (const row of rows.slice(0, 1)) await requireSigner(surroundings, tx, { actor, taskId: row.id });
    await insertBulkDecision(tx, {
      id,
      administration,
      personId: person.id,
      at: clock.now(),
      ...kind.view,
      answers,
      tasks: rows.map((row) => ({ id: row.id, caseId: row.case_id })),
    });
    const started = await viewBulk(surroundings, tx, id);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'bulk.started',
      object: `bulk:${id}`,
      administration,
      detail: { element: kind.view.elementId, tasks: rows.length },
    });
    return started;
  });
  bulkBell.ring();
  return view;
};
