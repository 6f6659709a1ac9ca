import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** Open tasks with the same candidate groups wait in one queue. */
export interface Queue {
  readonly queue: string;
  readonly tasks: number;
  readonly unassigned: number;
  /** Those whose term is over. */
  readonly overdue: number;
}

/** How many tasks of an administration wait in which queue; `today` is the rank of the day. */
export const listQueues = async (
  db: Queryable,
  { administration, today }: { administration: string; today: number },
): Promise<Queue[]> =>
  tables(db)
    .selectFrom('task_count as c')
    .select([
      'c.queue',
      sql<number>`sum(c.tasks)::integer`.as('tasks'),
      sql<number>`coalesce(sum(c.tasks) filter (where not c.assigned), 0)::integer`.as('unassigned'),
      sql<number>`coalesce(sum(c.tasks) filter (where c.due_rank < case when c.halted then 0 else ${today}::integer end), 0)::integer`.as(
        'overdue',
      ),
    ])
    .where('c.administration', '=', administration)
    .groupBy('c.queue')
    .execute();

/** Sums up what changed; rows that were added meanwhile stay for the next time. */
export const foldTaskCounts = (db: Queryable) =>
  db.query(
    `with several as (
       select administration, queue, assigned, halted, due_rank from casework.task_count
        group by 1, 2, 3, 4, 5 having count(*) > 1 or sum(tasks) = 0),
     gone as (
       delete from casework.task_count c using several s
        where c.administration = s.administration and c.queue = s.queue and c.assigned = s.assigned
          and c.halted = s.halted and c.due_rank = s.due_rank
       returning c.administration, c.queue, c.assigned, c.halted, c.due_rank, c.tasks)
     insert into casework.task_count (administration, queue, assigned, halted, due_rank, tasks)
     select administration, queue, assigned, halted, due_rank, sum(tasks) from gone
      group by 1, 2, 3, 4, 5 having sum(tasks) <> 0`,
  );
