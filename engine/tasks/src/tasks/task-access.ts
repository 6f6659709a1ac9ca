import type { Queryable } from '@irisflow/database';
import { requireClerk, type Actor, type Clerk, type KnownPerson } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { languageNeeded, type PublishedProcedure } from '@irisflow/procedures';
import { findTask, listPerformers, lockTask, type TaskRow } from '../storage/tasks.ts';
import type { TaskBar } from '../views.ts';

const unknown = (taskId: string) =>
  new CaseworkError('NOT_FOUND', `Expected a task ${taskId} to be seen, but there is none`);

export interface ClerkTask {
  readonly clerk: Clerk;
  readonly task: TaskRow;
}

const clerkTask = (actor: Actor, task: TaskRow | undefined, taskId: string): ClerkTask => {
  const clerk = requireClerk(actor);
  if (task === undefined || task.administration !== clerk.administration) throw unknown(taskId);
  return { clerk, task };
};

/** A task of the clerk's administration; those of others do not exist for them. */
export const requireTask = async (db: Queryable, actor: Actor, taskId: string): Promise<ClerkTask> =>
  clerkTask(actor, await findTask(db, taskId), taskId);

export const requireOpenTask = async (db: Queryable, actor: Actor, taskId: string): Promise<ClerkTask> => {
  const found = clerkTask(actor, await lockTask(db, taskId), taskId);
  if (found.task.state === 'open') return found;
  throw new CaseworkError('TASK_ENDED', `Expected an open task, but ${taskId} is ${found.task.state}`);
};

/** Candidate groups a person belongs to: their groups, and their roles under the same names. */
export const groupsOf = ({ groups, roles }: Pick<KnownPerson, 'groups' | 'roles'>): string[] => [...groups, ...roles];

const isCandidate = (person: KnownPerson, { candidate_groups: wanted }: TaskRow): boolean =>
  wanted.length === 0 || groupsOf(person).some((group) => wanted.includes(group));

const isSecondPair = async (
  db: Queryable,
  person: KnownPerson,
  { task, procedure }: { task: TaskRow; procedure: PublishedProcedure },
): Promise<boolean> => {
  const elementIds = procedure.description.tasks[task.element_id]?.separateFrom ?? [];
  if (elementIds.length === 0) return true;
  return !(await listPerformers(db, { caseId: task.case_id, elementIds })).includes(person.id);
};

/** Why a person may not complete a task; null when they may. */
export const barOf = async (
  db: Queryable,
  person: KnownPerson,
  work: { task: TaskRow; procedure: PublishedProcedure },
): Promise<TaskBar | null> => {
  const { task, procedure } = work;
  if (task.state !== 'open') return 'ended';
  if (!isCandidate(person, task)) return 'role';
  if (!(await isSecondPair(db, person, work))) return 'fourEyes';
  // Whoever was given it nevertheless may do it.
  if (task.assignee === person.id) return null;
  const needed = languageNeeded(procedure.description, { elementId: task.element_id, language: task.language });
  if (needed !== null && person.language !== needed) return 'language';
  return task.assignee === null ? 'unassigned' : 'assignedToOther';
};

/** Whether a reader could still be the one who signs; a task that nobody has is theirs to take. */
export const maySign = (bar: TaskBar | null): boolean => bar === null || bar === 'unassigned';

const refusals = {
  ended: 'TASK_ENDED',
  role: 'FORBIDDEN',
  fourEyes: 'FOUR_EYES',
  language: 'TASK_LANGUAGE',
  unassigned: 'TASK_NOT_MINE',
  assignedToOther: 'TASK_NOT_MINE',
  proposalChanged: 'PROPOSAL_CHANGED',
} as const satisfies Record<TaskBar, string>;

/** Refuses what the bar says, unless it is one of those that do not matter here. */
export const refuseBar = (bar: TaskBar | null, task: TaskRow, harmless: readonly TaskBar[] = []): void => {
  if (bar === null || harmless.includes(bar)) return;
  throw new CaseworkError(refusals[bar], `Expected a person who may do task ${task.id}, but the bar is ${bar}`);
};
