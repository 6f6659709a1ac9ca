import type { ProcedureTask } from '../settings/procedure-file.ts';

/** The user tasks on the canvas by what stays when a task is renamed: the object behind its shape. */
export type DrawnTasks = ReadonlyMap<object, string>;

export type DescribedTasks = Readonly<Record<string, ProcedureTask>>;

/** What a task that left the canvas had, for the case that it comes back. */
export interface LeftTask {
  readonly id: string;
  readonly task: ProcedureTask;
  /** Tasks that somebody else had to do than this one. */
  readonly separated: readonly string[];
}

export interface Followed {
  readonly tasks: DescribedTasks;
  readonly left: ReadonlyMap<object, LeftTask>;
}

const mapTasks = (tasks: DescribedTasks, change: (task: ProcedureTask, id: string) => ProcedureTask): DescribedTasks =>
  Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, change(task, id)]));

const rename = (tasks: DescribedTasks, from: string, to: string): DescribedTasks => {
  const named = (id: string): string => (id === from ? to : id);
  const moved = Object.fromEntries(Object.entries(tasks).map(([id, task]) => [named(id), task]));
  return mapTasks(moved, (task) =>
    task.separateFrom === undefined ? task : { ...task, separateFrom: task.separateFrom.map(named) },
  );
};

const takeOut = (tasks: DescribedTasks, gone: string): DescribedTasks => {
  const rest = Object.fromEntries(Object.entries(tasks).filter(([id]) => id !== gone));
  return mapTasks(rest, (task) =>
    task.separateFrom?.includes(gone) === true
      ? { ...task, separateFrom: task.separateFrom.filter((id) => id !== gone) }
      : task,
  );
};

const putBack = (tasks: DescribedTasks, { task, separated }: LeftTask, id: string): DescribedTasks => {
  if (Object.hasOwn(tasks, id)) return tasks;
  const all = mapTasks(tasks, (other, otherId) =>
    separated.includes(otherId) ? { ...other, separateFrom: [...(other.separateFrom ?? []), id] } : other,
  );
  return { ...all, [id]: task };
};

const separatedFrom = (tasks: DescribedTasks, id: string): string[] =>
  Object.entries(tasks)
    .filter(([, { separateFrom }]) => separateFrom?.includes(id) === true)
    .map(([other]) => other);

/** Names and forms of tasks follow the drawing: renamed with a task, gone with it, and back when that is undone. */
export const followTasks = (before: DrawnTasks, after: DrawnTasks, { tasks, left }: Followed): Followed => {
  const kept = new Map(left);
  let next = tasks;
  for (const [drawn, id] of before) {
    const now = after.get(drawn);
    const task = next[id];
    if (now !== undefined && now !== id) next = rename(next, id, now);
    // A task that changed its kind may stand there again, with another object behind its shape.
    if (now !== undefined || task === undefined || [...after.values()].includes(id)) continue;
    kept.set(drawn, { id, task, separated: separatedFrom(next, id) });
    next = takeOut(next, id);
  }
  for (const [drawn, id] of after) {
    if (before.has(drawn)) continue;
    const known = kept.get(drawn) ?? [...kept.values()].find((one) => one.id === id);
    if (known !== undefined) next = putBack(next, known, id);
  }
  return { tasks: next, left: kept };
};

/** Names go with the step or flow that is renamed; those of one that is gone are there when it comes back. */
export const followNames = <Name>(
  before: DrawnTasks,
  after: DrawnTasks,
  names: Readonly<Record<string, Name>>,
): Readonly<Record<string, Name>> => {
  const renamed = new Map([...before].map(([drawn, id]) => [id, after.get(drawn) ?? id]));
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [renamed.get(id) ?? id, name]));
};
