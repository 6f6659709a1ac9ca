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

/** What a step or flow that left the canvas was called, for the case that it comes back. */
export type LeftNames<Name> = ReadonlyMap<object, { readonly id: string; readonly name: Name }>;

export interface FollowedNames<Name> {
  readonly names: Readonly<Record<string, Name>>;
  readonly left: LeftNames<Name>;
}

/** Names go with the step or flow that is renamed, go with one that is removed, and come back when that is undone. */
export const followNames = <Name>(
  before: DrawnTasks,
  after: DrawnTasks,
  { names, left }: FollowedNames<Name>,
): FollowedNames<Name> => {
  const stays = new Set(after.values());
  const kept = new Map(left);
  const drawnAs = new Map([...before].map(([drawn, id]) => [id, drawn]));
  const next = new Map<string, Name>();
  for (const [id, name] of Object.entries(names)) {
    const drawn = drawnAs.get(id);
    // What changed its kind stands there again, with another object behind its shape.
    const now = drawn === undefined || stays.has(id) ? id : after.get(drawn);
    if (now !== undefined) next.set(now, name);
    else if (drawn !== undefined) kept.set(drawn, { id, name });
  }
  for (const [drawn, id] of after) {
    if (before.has(drawn) || next.has(id)) continue;
    const known = kept.get(drawn) ?? [...kept.values()].find((one) => one.id === id);
    if (known !== undefined) next.set(id, known.name);
  }
  return { names: Object.fromEntries(next), left: kept };
};
