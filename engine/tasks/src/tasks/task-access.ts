import type { Queryable } from '@irisflow/database';
import { requireClerk, type Actor, type Clerk, type KnownPerson } from '@irisflow/access';
import { coversTask, listPowersOf, type Power } from '@irisflow/delegations';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { languageNeeded, type PublishedProcedure } from '@irisflow/procedures';
import { findTask, lockTask, type TaskRow } from '../storage/tasks.ts';
import type { TaskBar } from '../views.ts';
import { keptApart, readDeeds, separationOf } from './separation.ts';

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

/** A task in the eyes of its procedure, at the instant at which somebody wants to do it. */
export interface Work {
  readonly task: TaskRow;
  readonly procedure: PublishedProcedure;
  readonly now: number;
}

/** By which right somebody may do a task, and what keeps them from it. */
export interface Standing {
  /** Null when they may complete it. */
  readonly bar: TaskBar | null;
  /** In whose name, and by which delegation; null for their own. */
  readonly power: Power | null;
}

type Groups = Pick<KnownPerson, 'id' | 'groups' | 'roles'>;

/** Tasks without candidate groups are everybody's. */
const isCandidate = (person: Groups, { candidate_groups: wanted }: TaskRow): boolean =>
  wanted.length === 0 || groupsOf(person).some((group) => wanted.includes(group));

/**
 * The rights by which somebody may do a task, were it not for four eyes: their own alone where they have it, else the delegations
 * that are for it, the eldest first.
 */
export const rightsOf = (
  person: Groups,
  powers: readonly Power[],
  { task, procedureKey }: { readonly task: TaskRow; readonly procedureKey: string },
): readonly (Power | null)[] => {
  if (isCandidate(person, task)) return [null];
  const { case_id: caseId, candidate_groups: candidateGroups, language, commune } = task;
  return powers.filter((power) => coversTask(power, { caseId, candidateGroups, procedureKey, language, commune }));
};

/**
 * The first of some rights under which four eyes are kept; undefined where none is. Whoever acts by delegation counts as
 * themselves and as who delegated, and so does whoever did an earlier step that way.
 */
export const separateRight = (
  person: Groups,
  rights: readonly (Power | null)[],
  earlier: ReadonlySet<string>,
): Power | null | undefined =>
  earlier.has(person.id) ? undefined : rights.find((power) => power === null || !earlier.has(power.delegator.id));

/** Who has a right of their own pays nothing for the delegations of others. */
const readRights = async (db: Queryable, person: KnownPerson, { task, procedure, now }: Work) => {
  const asked = { task, procedureKey: procedure.key };
  const own = rightsOf(person, [], asked);
  if (own.length > 0) return own;
  return rightsOf(person, await listPowersOf(db, { personId: person.id, today: dayOf(now) }), asked);
};

/** Everybody who counts as having done a step, or an act in the matter, from which the task is kept apart. */
const earlierActors = async (db: Queryable, { task, procedure }: Work): Promise<ReadonlySet<string>> => {
  const separation = separationOf(procedure.description, task.element_id);
  return keptApart(await readDeeds(db, [task.case_id], [separation]), { caseId: task.case_id, separation });
};

const barBeside = (person: KnownPerson, { task, procedure }: Work): TaskBar | null => {
  // Whoever was given it nevertheless may do it.
  if (task.assignee === person.id) return null;
  const needed = languageNeeded(procedure.description, { elementId: task.element_id, language: task.language });
  if (needed !== null && person.language !== needed) return 'language';
  return task.assignee === null ? 'unassigned' : 'assignedToOther';
};

/** Why a person may not complete a task, if they may not, and in whose name they would. */
export const standingOf = async (db: Queryable, person: KnownPerson, work: Work): Promise<Standing> => {
  if (work.task.state !== 'open') return { bar: 'ended', power: null };
  const rights = await readRights(db, person, work);
  if (rights.length === 0) return { bar: 'role', power: null };
  const power = separateRight(person, rights, await earlierActors(db, work));
  return power === undefined ? { bar: 'fourEyes', power: null } : { bar: barBeside(person, work), power };
};

/** The bar alone, for whom it is the same in whose name something is done. */
export const barOf = async (db: Queryable, person: KnownPerson, work: Work): Promise<TaskBar | null> =>
  (await standingOf(db, person, work)).bar;

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
