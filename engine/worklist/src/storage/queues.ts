import { type CaseReach, namedProcedures } from '@irisflow/access';
import { sql, type Queryable } from '@irisflow/database';
import { lessApart, listApartTasks } from './apart-tasks.ts';
import { tables } from './tables.ts';

/** Open tasks with the same candidate groups wait in one queue. */
export interface Queue {
  readonly queue: string;
  /** Of which procedure; left out for all. */
  readonly procedureKey?: string;
  readonly tasks: number;
  readonly unassigned: number;
  /** Those whose term is over. */
  readonly overdue: number;
  /** Which of its tasks `t` are meant, where not all are; its numbers are then too high. */
  readonly within?: ReturnType<typeof sql<boolean>>;
}

export interface QueuesWanted {
  readonly administration: string;
  /** Rank of the day. */
  readonly today: number;
  /** What rules of access leave to whoever asks: they are told of each procedure that they see. */
  readonly reach?: readonly CaseReach[];
  /** Whether each procedure is told by itself. */
  readonly byProcedure?: true;
  /** Whether who asks has a conflict of interest with some cases, whose tasks do not count. */
  readonly isApart?: true;
  /** Of which tasks; all of them where it is left out. */
  readonly kind?: TaskKind;
}

/** What kept counts are narrowed down to; null for any. */
export interface TaskKind {
  readonly procedureKey: string | null;
  readonly language: string | null;
}

const overdueOn = (today: number) =>
  sql<number>`coalesce(sum(c.tasks) filter (where c.due_rank < case when c.halted then 0 else ${today}::integer end), 0)::integer`;
const tasks = sql<number>`sum(c.tasks)::integer`;
const unassigned = sql<number>`coalesce(sum(c.tasks) filter (where not c.assigned), 0)::integer`;

/** What is kept of queues, of all kinds of tasks or of one. */
const listKept = async (
  db: Queryable,
  { administration, today, kind, reach, byProcedure }: QueuesWanted,
): Promise<Queue[]> => {
  const overdue = overdueOn(today);
  if (kind === undefined && reach === undefined && byProcedure === undefined)
    return tables(db)
      .selectFrom('task_count as c')
      .select(['c.queue', tasks.as('tasks'), unassigned.as('unassigned'), overdue.as('overdue')])
      .where('c.administration', '=', administration)
      .groupBy('c.queue')
      .execute();
  const { procedureKey, language } = kind ?? { procedureKey: null, language: null };
  let ofKind = tables(db)
    .selectFrom('task_kind_count as c')
    .select(['c.queue', tasks.as('tasks'), unassigned.as('unassigned'), overdue.as('overdue')])
    .where('c.administration', '=', administration);
  if (procedureKey !== null) ofKind = ofKind.where('c.procedure_key', '=', procedureKey);
  if (language !== null) ofKind = ofKind.where('c.language', '=', language);
  if (reach === undefined && byProcedure === undefined) return ofKind.groupBy('c.queue').execute();
  const { procedures } = namedProcedures(reach);
  if (procedures !== undefined) ofKind = ofKind.where('c.procedure_key', 'in', procedures);
  const rows = await ofKind.select('c.procedure_key').groupBy(['c.queue', 'c.procedure_key']).execute();
  return rows.flatMap(({ procedure_key: key, ...queue }) => (key === null ? [] : [{ ...queue, procedureKey: key }]));
};

/** What waits for whom, of all kinds of tasks or of one. */
export const listQueues = async (db: Queryable, wanted: QueuesWanted): Promise<Queue[]> => {
  const kept = await listKept(db, wanted);
  return wanted.isApart ? lessApart(kept, { ...wanted, apart: await listApartTasks(db) }) : kept;
};

/** Of these a task may have none; joined by what can be hashed. */
const mayBeEmpty: readonly string[] = ['procedure_key', 'language'];

const isSame = (column: string): string =>
  mayBeEmpty.includes(column) ? `coalesce(c.${column}, '') = coalesce(s.${column}, '')` : `c.${column} = s.${column}`;

const fold = (db: Queryable, table: 'task_count' | 'task_kind_count', kinds: readonly string[]) => {
  const columns = ['administration', 'queue', 'assigned', 'halted', 'due_rank', ...kinds];
  const names = columns.join(', ');
  return db.query(
    `with several as (
       select ${names} from casework.${table} group by ${names} having count(*) > 1 or sum(tasks) = 0),
     gone as (
       delete from casework.${table} c using several s
        where ${columns.map(isSame).join(' and ')}
       returning ${columns.map((column) => `c.${column}`).join(', ')}, c.tasks)
     insert into casework.${table} (${names}, tasks)
     select ${names}, sum(tasks) from gone group by ${names} having sum(tasks) <> 0`,
  );
};

/** Sums up what changed; rows that were added meanwhile stay for the next time. */
export const foldTaskCounts = async (db: Queryable): Promise<void> => {
  await fold(db, 'task_count', []);
  await fold(db, 'task_kind_count', mayBeEmpty);
};
