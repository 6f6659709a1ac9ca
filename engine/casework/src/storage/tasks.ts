import type { Queryable, Row } from '@irisflow/database';
import type { EngineTask } from '@irisflow/engine-client';
import { type FormData, isoOf, jsonOf } from '@irisflow/foundation';

export interface TaskRow extends Row {
  id: string;
  administration: string;
  case_id: string;
  process_instance_key: string;
  element_id: string;
  state: 'open' | 'completed' | 'canceled';
  assignee: string | null;
  candidate_groups: string[];
  priority: number;
  created_at: Date | string;
  completed_by: string | null;
  draft: FormData | null;
}

export const taskColumnNames = [
  't.id',
  't.administration',
  't.case_id',
  't.process_instance_key',
  't.element_id',
  't.state',
  't.assignee',
  't.candidate_groups',
  't.priority',
  't.created_at',
  't.completed_by',
  't.draft',
] as const;
const taskColumns = taskColumnNames.join(', ');

export const findTask = async (db: Queryable, id: string): Promise<TaskRow | undefined> =>
  (await db.query<TaskRow>(`select ${taskColumns} from casework.task t where t.id = $1`, [id]))[0];

/** The same, locked until the transaction ends. */
export const lockTask = async (db: Queryable, id: string): Promise<TaskRow | undefined> =>
  (await db.query<TaskRow>(`select ${taskColumns} from casework.task t where t.id = $1 for update`, [id]))[0];

const escalatedPriority = 90;

/** Brings the open tasks of a case before supervisors too, as urgent. What is everybody's stays so. */
export const escalateTasks = (db: Queryable, caseId: string) =>
  db.query(
    `update casework.task
        set priority = greatest(priority, $2),
            candidate_groups = case when cardinality(candidate_groups) = 0 or 'supervisor' = any(candidate_groups)
                                    then candidate_groups else array_append(candidate_groups, 'supervisor') end
      where case_id = $1 and state = 'open'`,
    [caseId, escalatedPriority],
  );

export interface KnownTask extends Row {
  id: string;
  state: TaskRow['state'];
  assignee: string | null;
}

export const findKnownTasks = (db: Queryable, ids: readonly string[]): Promise<KnownTask[]> =>
  db.query<KnownTask>('select id, state, assignee from casework.task where id = any($1::text[])', [ids]);

/** Writes a task that the engine has; a known one keeps what happened to it here. Unknown assignees count as nobody. */
export const insertTask = (
  db: Queryable,
  { task, caseId, administration }: { task: EngineTask; caseId: string; administration: string },
) =>
  db.query(
    `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, assignee,
       candidate_groups, priority, created_at)
     values ($1, $2, $3, $4, $5, 'open', (select id from casework.person where id = $6), $7, $8, $9)
     on conflict (id) do nothing`,
    [
      task.userTaskKey,
      administration,
      caseId,
      task.processInstanceKey,
      task.elementId,
      task.assignee,
      task.candidateGroups,
      task.priority,
      task.createdAt,
    ],
  );

/** Open tasks created before a moment: those the engine no longer has open have ended. */
export const listOpenTaskIds = async (db: Queryable, before: number): Promise<string[]> => {
  const rows = await db.query<{ id: string }>("select id from casework.task where state = 'open' and created_at < $1", [
    isoOf(before),
  ]);
  return rows.map((row) => row.id);
};

/** Who asked for the completion completed it; a task that already ended stays as it ended. */
export const endTask = (
  db: Queryable,
  { id, state, at }: { id: string; state: 'completed' | 'canceled'; at: number },
) =>
  db.query(
    `update casework.task
        set state = $2, ended_at = $3, draft = null,
            completed_by = case when $2 = 'completed' then completing_by end
      where id = $1 and state = 'open'`,
    [id, state, isoOf(at)],
  );

/** Notes that the engine took the completion of a person, whoever tried besides and whoever looked first. */
export const setCompleted = (db: Queryable, { id, personId, at }: { id: string; personId: string; at: number }) =>
  db.query(
    `update casework.task
        set state = 'completed', ended_at = coalesce(ended_at, $3), draft = null, completing_by = $2, completed_by = $2
      where id = $1`,
    [id, personId, isoOf(at)],
  );

/** Notes who sent a task back without its form, and why, whoever saw first that it has ended. */
export const setSentBack = (
  db: Queryable,
  { id, personId, reason }: { id: string; personId: string; reason: string },
) =>
  db.query('update casework.task set sent_back_by = $2, sent_back_reason = $3 where id = $1', [id, personId, reason]);

export const setAssignee = (db: Queryable, { id, assignee, at }: { id: string; assignee: string | null; at: number }) =>
  db.query("update casework.task set assignee = $2, assigned_at = $3 where id = $1 and state = 'open'", [
    id,
    assignee,
    isoOf(at),
  ]);

/** Takes over who has a task from the engine, unless it was assigned here after `before`: then the engine was read too early. */
export const adoptAssignee = (
  db: Queryable,
  { id, assignee, before }: { id: string; assignee: string | null; before: number },
) =>
  db.query(
    `update casework.task set assignee = (select p.id from casework.person p where p.id = $2)
      where id = $1 and state = 'open' and (assigned_at is null or assigned_at < $3)`,
    [id, assignee, isoOf(before)],
  );

/** Nobody completes it after all: the engine refused. */
export const forgetCompletion = (db: Queryable, id: string) =>
  db.query(
    `update casework.task
        set completing_by = null, proposal = null, proposal_hash = null, approved = null, approved_hash = null,
            answers = null
      where id = $1 and state = 'open'`,
    [id],
  );

export const setCompletingBy = (db: Queryable, { id, personId }: { id: string; personId: string }) =>
  db.query('update casework.task set completing_by = $2 where id = $1', [id, personId]);

export const setTaskDraft = (db: Queryable, { id, data }: { id: string; data: FormData }) =>
  db.query('update casework.task set draft = $2::jsonb where id = $1', [id, jsonOf(data)]);

/** Who completed which element of a case, for four eyes. */
export const listPerformers = async (
  db: Queryable,
  { caseId, elementIds }: { caseId: string; elementIds: readonly string[] },
): Promise<string[]> => {
  const rows = await db.query<{ completed_by: string }>(
    `select distinct completed_by from casework.task
      where case_id = $1 and state = 'completed' and element_id = any($2::text[]) and completed_by is not null`,
    [caseId, elementIds],
  );
  return rows.map((row) => row.completed_by);
};

export interface Performer extends Row {
  name: string;
  element_id: string;
}

/**
 * Who last completed a task of a case, or one of some elements. A task under completion comes first: the process may run on
 * before the engine's answer is noted here.
 */
export const findPerformer = async (
  db: Queryable,
  { caseId, elementIds = null }: { caseId: string; elementIds?: readonly string[] | null },
): Promise<Performer | undefined> => {
  const [row] = await db.query<Performer>(
    `select p.name, t.element_id
       from casework.task t
       join casework.person p on p.id = coalesce(t.completed_by, t.completing_by)
      where t.case_id = $1 and t.state <> 'canceled' and ($2::text[] is null or t.element_id = any($2::text[]))
      order by t.state = 'open' desc, t.ended_at desc, t.id desc
      limit 1`,
    [caseId, elementIds],
  );
  return row;
};

/** Name of who last completed a task of a case, else undefined. */
export const findLastPerformer = async (db: Queryable, caseId: string): Promise<string | undefined> =>
  (await findPerformer(db, { caseId }))?.name;
