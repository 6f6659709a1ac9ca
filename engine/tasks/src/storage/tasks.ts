import type { Queryable, Row } from '@irisflow/database';
import type { EngineTask } from '@irisflow/engine-client';
import { type FormData, instantOf, isoOf, jsonOf, type Locale } from '@irisflow/foundation';

/** Puts the tasks of cases right by their terms, should one have been written while the other was. */
export const orderTasks = (db: Queryable, caseIds: readonly string[]) =>
  db.query('select casework.order_tasks($1::text[])', [caseIds]);

export interface TaskRow extends Row {
  id: string;
  administration: string;
  case_id: string;
  process_instance_key: string;
  /** Of the procedure, for a task of a process that began with a right; null for one of the case's own, which has its version. */
  process_version: number | null;
  element_id: string;
  state: 'open' | 'completed' | 'canceled';
  assignee: string | null;
  candidate_groups: string[];
  priority: number;
  created_at: Date | string;
  completed_by: string | null;
  /** Of an attempt whose answer is awaited, or was lost. */
  completing_by: string | null;
  /** Under which delegation, of that attempt and of who did it. */
  completing_under: string | null;
  completed_under: string | null;
  draft: FormData | null;
  /** Both of its case. */
  language: Locale;
  commune: string | null;
}

export const taskColumnNames = [
  't.id',
  't.administration',
  't.case_id',
  't.process_instance_key',
  't.process_version',
  't.element_id',
  't.state',
  't.assignee',
  't.candidate_groups',
  't.priority',
  't.created_at',
  't.completed_by',
  't.completing_by',
  't.completing_under',
  't.completed_under',
  't.draft',
  't.language',
  't.commune',
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

/** A task that the engine has, and the case that it is of. */
export interface NewTask {
  readonly task: EngineTask;
  readonly caseId: string;
  readonly administration: string;
  /** Of the procedure, where its process began with a right; null for the case's own process. */
  readonly processVersion: number | null;
}

/** Writes tasks that the engine has; known ones keep what happened to them here. Unknown assignees count as nobody. */
export const insertTasks = (db: Queryable, found: readonly NewTask[]) =>
  db.query(
    `insert into casework.task (id, administration, case_id, process_instance_key, process_version, element_id, state, assignee,
       candidate_groups, priority, created_at, due_on, days_left, procedure_key, language, commune)
     select r.id, r.administration, r.case_id, r.process_instance_key, r.process_version, r.element_id, 'open', p.id,
            r.candidate_groups, r.priority, r.created_at, term.due_on, term.days_left, f.procedure_key, f.language, f.commune
       from jsonb_to_recordset($1::jsonb) as r (id text, administration text, case_id text, process_instance_key text,
              process_version integer, element_id text, assignee text, candidate_groups text[], priority integer, created_at timestamptz)
       join casework.case_file f on f.id = r.case_id
       left join casework.person p on p.id = r.assignee
       left join lateral (
         select due_on, days_left from casework.term
          where case_id = r.case_id and binds = 'administration' and not is_service_target
            and state in ('running', 'suspended', 'interrupted', 'expired')
          order by state = 'expired', due_on limit 1) term on true
     on conflict (id) do nothing`,
    [
      jsonOf(
        found.map(({ task, caseId, administration, processVersion }) => ({
          id: task.userTaskKey,
          administration,
          case_id: caseId,
          process_instance_key: task.processInstanceKey,
          process_version: processVersion,
          element_id: task.elementId,
          assignee: task.assignee,
          candidate_groups: task.candidateGroups,
          priority: task.priority,
          created_at: task.createdAt,
        })),
      ),
    ],
  );

/** Elements of cases of which somebody did a task that others had to approve: they may be there again. */
export const listProposedElements = (db: Queryable, caseIds: readonly string[]) =>
  db.query<Row & { case_id: string; element_id: string }>(
    `select distinct case_id, element_id from casework.task
      where case_id = any($1::text[]) and state = 'completed' and proposal is not null`,
    [caseIds],
  );

export const listCasesOfTasks = async (db: Queryable, ids: readonly string[]): Promise<string[]> => {
  const rows = await db.query<Row & { case_id: string }>(
    'select distinct case_id from casework.task where id = any($1::text[])',
    [ids],
  );
  return rows.map((row) => row.case_id);
};

/** Open tasks created after a moment and until another, the eldest first. */
export const listOpenTasks = (
  db: Queryable,
  { after, until, limit }: { after: string | null; until: string; limit: number },
) =>
  db.query<Row & { id: string; created_at: Date | string }>(
    `select id, created_at from casework.task
      where state = 'open' and created_at > coalesce($1::timestamptz, '-infinity') and created_at <= $2::timestamptz
      order by created_at, id limit $3`,
    [after, until, limit],
  );

/** When the eldest open task was created; null when none is open. */
export const eldestOpenTask = async (db: Queryable): Promise<string | null> => {
  const [row] = await db.query<Row & { created_at: Date | string }>(
    "select created_at from casework.task where state = 'open' order by created_at limit 1",
  );
  return row === undefined ? null : instantOf(row.created_at);
};

/** Who asked for the completion completed it; tasks that already ended stay as they ended. */
export const endTasks = (
  db: Queryable,
  { ids, state, at }: { ids: readonly string[]; state: 'completed' | 'canceled'; at: number },
) =>
  db.query(
    `update casework.task
        set state = $2, ended_at = $3, draft = null,
            completed_by = case when $2 = 'completed' then completing_by end,
            completed_under = case when $2 = 'completed' then completing_under end
      where id = any($1::text[]) and state = 'open'`,
    [ids, state, isoOf(at)],
  );

/** Who completes a task, and under which delegation; null for whoever may do it themselves. */
interface Completing {
  readonly id: string;
  readonly personId: string;
  readonly under: string | null;
}

/** Notes that the engine took the completion of a person, whoever tried besides and whoever looked first. */
export const setCompleted = (db: Queryable, { id, personId, under, at }: Completing & { readonly at: number }) =>
  db.query(
    `update casework.task
        set state = 'completed', ended_at = coalesce(ended_at, $3), draft = null, completing_by = $2, completed_by = $2,
            completing_under = $4, completed_under = $4
      where id = $1`,
    [id, personId, isoOf(at), under],
  );

/** Notes who sent a task back without its form, and why, whoever saw first that it has ended. */
export const setSentBack = (
  db: Queryable,
  { id, personId, reason }: { id: string; personId: string; reason: string },
) =>
  db.query('update casework.task set sent_back_by = $2, sent_back_reason = $3 where id = $1', [id, personId, reason]);

export interface Assignment {
  readonly id: string;
  readonly assignee: string | null;
  /** By which delegation they have it; null for their own right, and for nobody. */
  readonly under: string | null;
  readonly at: number;
}

export const setAssignee = (db: Queryable, { id, assignee, under, at }: Assignment) =>
  db.query(
    "update casework.task set assignee = $2, assigned_at = $3, held_under = $4 where id = $1 and state = 'open'",
    [id, assignee, isoOf(at), under],
  );

/** Takes over who has a task from the engine, unless it was assigned here after `before`: then the engine was read too early. */
export const adoptAssignee = (
  db: Queryable,
  { id, assignee, before }: { id: string; assignee: string | null; before: number },
) =>
  db.query(
    `update casework.task set assignee = (select p.id from casework.person p where p.id = $2), held_under = null
      where id = $1 and state = 'open' and (assigned_at is null or assigned_at < $3)`,
    [id, assignee, isoOf(before)],
  );

/** Nobody completes it after all: the engine refused. */
export const forgetCompletion = (db: Queryable, id: string) =>
  db.query(
    `update casework.task
        set completing_by = null, completing_under = null, proposal = null, proposal_hash = null, approved = null, approved_hash = null,
            answers = null
      where id = $1 and state = 'open'`,
    [id],
  );

export const setCompletingBy = (db: Queryable, { id, personId, under }: Completing) =>
  db.query('update casework.task set completing_by = $2, completing_under = $3 where id = $1', [id, personId, under]);

export const setTaskDraft = (db: Queryable, { id, data }: { id: string; data: FormData }) =>
  db.query('update casework.task set draft = $2::jsonb where id = $1', [id, jsonOf(data)]);
