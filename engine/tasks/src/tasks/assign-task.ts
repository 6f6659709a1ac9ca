import type { Queryable } from '@irisflow/database';
import {
  requireStaff,
  type Actor,
  type KnownPerson,
  appendAudit,
  findPerson,
  hasConflict,
  isWithin,
  knownPersonOf,
  sealDetail,
} from '@irisflow/access';
import { auditedPower, type Power } from '@irisflow/delegations';
import { askEngine, isEngineFailure } from '@irisflow/engine-client';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { findCase } from '@irisflow/casework';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { setAssignee, type TaskRow } from '../storage/tasks.ts';
import type { TaskView } from '../views.ts';
import { moveTask } from './move-task.ts';
import { refuseBar, requireOpenTask, requireTask, type Standing, standingOf } from './task-access.ts';
import { getTask } from './task-view.ts';
import { procedureOfTask } from './procedure-of-task.ts';

type ByTask = { readonly taskId: string };

interface Move {
  readonly task: TaskRow;
  readonly action: string;
  readonly assignee: string | null;
  readonly reason?: string;
  /** In whose name the assignee has it. */
  readonly power?: Power | null;
}

const record = async (
  surroundings: Surroundings,
  actor: Actor,
  { task, action, assignee, reason, power = null }: Move,
): Promise<void> => {
  const { administration } = task;
  await surroundings.database.transaction(async (tx) => {
    await setAssignee(tx, { id: task.id, assignee, under: power?.id ?? null, at: surroundings.clock.now() });
    const content = { reason: reason ?? '', before: null, after: null, names: [] };
    const sealed = reason === undefined ? undefined : await sealDetail(surroundings, tx, { administration, content });
    await appendAudit(surroundings, tx, {
      actor,
      action,
      object: `task:${task.id}`,
      administration,
      detail: { assignee, ...(sealed !== undefined && { sealed }), ...auditedPower(power) },
    });
  });
};

const standingFor = async (
  surroundings: Surroundings,
  db: Queryable,
  person: KnownPerson,
  task: TaskRow,
): Promise<Standing> => {
  const row = await findCase(db, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${task.id}, but it is gone`);
  const { procedure_key: procedureKey, language, commune } = row;
  if (!isWithin(person.reach, { procedureKey, language, commune }))
    throw new CaseworkError(
      'OUT_OF_REACH',
      `Expected ${person.id} to see the case of task ${task.id}, but no rule lets them`,
    );
  if (person.isApart && (await hasConflict(db, person.id, task.case_id)))
    throw new CaseworkError(
      'CONFLICT_OF_INTEREST',
      `Expected ${person.id} to be free to work on the case of task ${task.id}, but they have a conflict of interest`,
    );
  const procedure = await procedureOfTask(surroundings, db, { task, row });
  return standingOf(db, person, { task, procedure, now: surroundings.clock.now() });
};

/** The engine decides who came first. */
const assignInEngine = async (
  { engine }: Surroundings,
  assignment: Parameters<Surroundings['engine']['tasks']['assign']>[0],
) => {
  try {
    await moveTask(engine, assignment.userTaskKey, engine.tasks.assign(assignment));
  } catch (thrown) {
    if (isEngineFailure(thrown, 'conflict'))
      throw new CaseworkError(
        'TASK_TAKEN',
        `Expected nobody to have task ${assignment.userTaskKey}, but somebody has`,
        { cause: thrown },
      );
    if (isEngineFailure(thrown, 'notFound'))
      throw new CaseworkError(
        'TASK_ENDED',
        `Expected an open task, but the engine no longer has ${assignment.userTaskKey}`,
        { cause: thrown },
      );
    throw thrown;
  }
};

/** Takes a task that nobody has. Taking one's own again changes nothing. */
export const claim: UseCase<ByTask, TaskView> = async (surroundings, actor, { taskId }) => {
  const { database } = surroundings;
  const { clerk, task } = await requireTask(database, actor, taskId);
  const { person } = clerk;
  const { bar, power } = await standingFor(surroundings, database, person, task);
  if (bar === null) return getTask(surroundings, actor, { taskId });
  if (bar === 'assignedToOther')
    throw new CaseworkError('TASK_TAKEN', `Expected nobody to have task ${taskId}, but ${task.assignee} has`);
  refuseBar(bar, task, ['unassigned']);
  await askEngine(assignInEngine(surroundings, { userTaskKey: taskId, assignee: person.id, override: 'refused' }));
  await record(surroundings, actor, { task, action: 'task.claimed', assignee: person.id, power });
  return getTask(surroundings, actor, { taskId });
};

/** Puts a task back for the team: one's own, or anybody's for a supervisor. */
export const release: UseCase<ByTask, TaskView> = async (surroundings, actor, { taskId }) => {
  const { database, engine } = surroundings;
  const { clerk, task } = await database.transaction((tx) => requireOpenTask(tx, actor, taskId));
  const mayRelease = task.assignee === clerk.person.id || clerk.person.roles.includes('supervisor');
  if (!mayRelease)
    throw new CaseworkError(
      'TASK_NOT_MINE',
      `Expected ${clerk.person.id} to have task ${taskId}, but ${task.assignee} has`,
    );
  await askEngine(moveTask(engine, taskId, engine.tasks.unassign(taskId)));
  await record(surroundings, actor, { task, action: 'task.released', assignee: null });
  return getTask(surroundings, actor, { taskId });
};

/** Gives a task to a colleague who may do it; with a reason also to one who works in another language than it needs. */
export const assign: UseCase<ByTask & { personId: string; reason?: string }, TaskView> = async (
  surroundings,
  actor,
  { taskId, personId, reason },
) => {
  requireStaff(actor, ['supervisor']);
  const { database } = surroundings;
  const { clerk, task } = await database.transaction((tx) => requireOpenTask(tx, actor, taskId));
  const colleague = await findPerson(database, personId);
  if (colleague === undefined || colleague.administration !== clerk.administration)
    throw new CaseworkError('NOT_FOUND', `Expected a colleague ${personId}, but there is none`);
  const { bar, power } = await standingFor(surroundings, database, knownPersonOf(colleague), task);
  const isDespite = bar === 'language' && reason !== undefined;
  refuseBar(isDespite ? null : bar, task, ['unassigned', 'assignedToOther']);
  const why = isDespite ? { reason: requireReason(reason) } : {};
  await askEngine(assignInEngine(surroundings, { userTaskKey: taskId, assignee: personId, override: 'allowed' }));
  await record(surroundings, actor, { task, action: 'task.assigned', assignee: personId, power, ...why });
  return getTask(surroundings, actor, { taskId });
};
