import type { TaskSummary } from '@irisflow/client';

/** As many tasks as the platform decides together. */
export const MAX_SELECTED = 500;

export interface Ticked {
  readonly tasks: ReadonlyMap<string, TaskSummary>;
  readonly refused: 'mixed' | 'full' | null;
}

export const isSameKind = (one: TaskSummary, other: TaskSummary): boolean =>
  one.procedureKey === other.procedureKey && one.elementId === other.elementId;

/** Whether a task can be decided together with others: its author offers it, and no colleague has it. */
export const isOffered = (task: TaskSummary, personId: string): boolean =>
  task.bulk && task.state === 'open' && (task.assignee === null || task.assignee.id === personId);

/** The tasks of a list from one to another, both included, whichever stands first; the other alone where the one is gone. */
export const spanOf = (tasks: readonly TaskSummary[], from: string | undefined, to: string): readonly TaskSummary[] => {
  const end = tasks.findIndex(({ id }) => id === to);
  const start = tasks.findIndex(({ id }) => id === from);
  return start === -1 ? tasks.slice(end, end + 1) : tasks.slice(Math.min(start, end), Math.max(start, end) + 1);
};

/** Adds tasks to those that are ticked, as far as they are of their kind and go together. */
export const putTicks = (ticked: Ticked['tasks'], more: readonly TaskSummary[]): Ticked => {
  const [like = more[0]] = ticked.values();
  const fitting = more.filter((task) => like !== undefined && isSameKind(task, like));
  const together = [...ticked, ...fitting.map((task) => [task.id, task] as const)];
  const tasks = new Map(together);
  if (tasks.size > MAX_SELECTED) return { tasks: new Map([...tasks].slice(0, MAX_SELECTED)), refused: 'full' };
  return { tasks, refused: fitting.length < more.length ? 'mixed' : null };
};
