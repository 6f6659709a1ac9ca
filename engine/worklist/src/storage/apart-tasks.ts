import { isWithin } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import type { Queue, QueuesWanted } from './queues.ts';

/** Open tasks of the cases with which who reads has a conflict of interest, as they are in kept counts. */
interface ApartTasks {
  readonly queue: string;
  readonly procedure_key: string;
  readonly language: string;
  readonly assigned: boolean;
  readonly halted: boolean;
  readonly due_rank: number;
  readonly tasks: number;
}

export const listApartTasks = (db: Queryable): Promise<ApartTasks[]> =>
  db.query<ApartTasks & Record<string, unknown>>(
    `select queue, procedure_key, language, assigned, halted, due_rank, sum(tasks)::integer as tasks
       from casework.apart_tasks() group by 1, 2, 3, 4, 5, 6`,
  );

interface Less extends QueuesWanted {
  readonly apart: readonly ApartTasks[];
}

/** Whether the kept counts that were asked for hold them. */
const isAsked = ({ kind, reach }: QueuesWanted, { procedure_key: procedureKey, language }: ApartTasks): boolean => {
  if (kind !== undefined && kind.procedureKey !== null && kind.procedureKey !== procedureKey) return false;
  if (kind !== undefined && kind.language !== null && kind.language !== language) return false;
  // As tasks are counted: the communes of rules are looked at one by one.
  const counted = reach?.map((each) => ({ ...each, communes: null }));
  return isWithin(counted, { procedureKey, language, commune: null });
};

const sum = (apart: readonly ApartTasks[]): number => apart.reduce((all, { tasks }) => all + tasks, 0);

/** Kept counts without these tasks. */
export const lessApart = (kept: readonly Queue[], { apart, today, ...wanted }: Less): Queue[] => {
  const asked = apart.filter((each) => isAsked({ ...wanted, today }, each));
  return kept.map((queue) => {
    const own = asked.filter(
      (each) =>
        each.queue === queue.queue && (queue.procedureKey === undefined || queue.procedureKey === each.procedure_key),
    );
    return {
      ...queue,
      tasks: queue.tasks - sum(own),
      unassigned: queue.unassigned - sum(own.filter(({ assigned }) => !assigned)),
      overdue: queue.overdue - sum(own.filter(({ halted, due_rank: rank }) => rank < (halted ? 0 : today))),
    };
  });
};
