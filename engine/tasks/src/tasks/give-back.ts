import { type Actor, appendAudit, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { administrationName, findCase, insertTimelineEntry, timelineText } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { askEngine } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { listHeldWithoutPower, type TaskHeldUnder } from '../storage/held-tasks.ts';
import { findTask, setAssignee, type TaskRow } from '../storage/tasks.ts';
import { moveTask } from './move-task.ts';
import { procedureOfTask } from './procedure-of-task.ts';

interface GivenBack {
  readonly id: string;
  readonly administration: string;
  /** What the audit says besides. */
  readonly detail?: Readonly<Record<string, string>>;
  /** What else is noted in the same transaction. */
  readonly note?: (tx: Queryable) => Promise<void>;
}

/** Puts a task back for its group. What was filled in so far stays with it, for whoever takes it next. */
export const giveBackTask = async (
  surroundings: Surroundings,
  actor: Actor,
  { id, administration, detail = {}, note }: GivenBack,
): Promise<void> => {
  const { database, engine, clock } = surroundings;
  await askEngine(moveTask(engine, id, engine.tasks.unassign(id)));
  await database.transaction(async (tx) => {
    await setAssignee(tx, { id, assignee: null, under: null, at: clock.now() });
    await note?.(tx);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'task.released',
      object: `task:${id}`,
      administration,
      detail: { assignee: null, ...detail },
    });
  });
};

/** The history of the case says that its task is with the group again, and why. */
const noteReturn = async (surroundings: Surroundings, tx: Queryable, task: TaskRow): Promise<void> => {
  const row = await findCase(tx, task.case_id);
  if (row === undefined) return;
  const { description } = await procedureOfTask(surroundings, tx, { task, row });
  await insertTimelineEntry(tx, {
    caseId: task.case_id,
    administration: task.administration,
    at: surroundings.clock.now(),
    kind: 'taskReturned',
    text: timelineText('taskReturned', description.tasks[task.element_id]?.name),
    actor: administrationName,
    visibleToApplicant: false,
  });
};

const giveBackOne = async (surroundings: Surroundings, task: TaskHeldUnder): Promise<void> => {
  const now = await findTask(surroundings.database, task.id);
  if (now?.state !== 'open' || now.assignee !== task.assignee) return;
  await giveBackTask(surroundings, job('terms'), {
    id: task.id,
    administration: task.administration,
    detail: { delegation: task.held_under },
    note: (tx) => noteReturn(surroundings, tx, now),
  });
};

/** Puts back what people have by delegations that are worth nothing any more. What cannot be moved now waits for the next round. */
export const giveBackWithoutPower = async (surroundings: Surroundings): Promise<void> => {
  const { database, clock } = surroundings;
  for (const task of await listHeldWithoutPower(database, dayOf(clock.now())))
    await giveBackOne(surroundings, task).catch((thrown: unknown) => {
      if (!(thrown instanceof CaseworkError)) throw thrown;
    });
};
