import { EngineFailure } from '../engine-failure.ts';
import type { EngineTask, EngineTasks, EngineTaskSearch, Variables } from '../engine.ts';

export interface TaskRecording {
  readonly taskList: EngineTask[];
  readonly taskVariables: Map<string, Variables>;
  readonly completions: { userTaskKey: string; variables: Variables }[];
  readonly sentBack: { userTaskKey: string; elementIds: readonly string[] }[];
  /** What searches asked for, and how many tasks they were answered. */
  readonly taskSearches: (EngineTaskSearch & { readonly found: number })[];
  /** Keys of instances whose tasks nobody can move. */
  readonly suspended: Set<string>;
}

type Perform = <T>(work: () => T) => Promise<T>;

type Recording = Pick<TaskRecording, 'taskList' | 'suspended'>;

const change = ({ taskList, suspended }: Recording, key: string, next: (task: EngineTask) => EngineTask): void => {
  const index = taskList.findIndex(({ userTaskKey }) => userTaskKey === key);
  const task = taskList[index];
  if (task === undefined) throw new EngineFailure('notFound', `Expected user task ${key}, but there is none`);
  if (suspended.has(task.processInstanceKey))
    throw new EngineFailure('conflict', `Expected to move user task ${key}, but its instance is suspended`);
  taskList[index] = next(task);
};

/** As a REST search of an engine finds them: by one date, then by key. */
const find = ({ taskList }: TaskRecording, { are, since = '' }: EngineTaskSearch): EngineTask[] => {
  const dateOf = ({ createdAt, endedAt }: EngineTask) => (are === 'open' ? createdAt : (endedAt ?? ''));
  const placeOf = (task: EngineTask) => `${dateOf(task)} ${task.userTaskKey.padStart(20, '0')}`;
  return taskList
    .filter((task) => (task.state === 'open') === (are === 'open') && dateOf(task) >= since)
    .toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
};

/** User tasks that tests put in by hand; `now` is the time of the engine. */
export const recordingTasks = (recording: TaskRecording, perform: Perform, now: () => string): EngineTasks => ({
  search: (asked) =>
    perform(() => {
      const found = find(recording, asked);
      const items = found.slice(asked.from, asked.from + asked.limit);
      recording.taskSearches.push({ ...asked, found: items.length });
      return { items, total: found.length };
    }),
  get: (key) =>
    perform(() => {
      const task = recording.taskList.find(({ userTaskKey }) => userTaskKey === key);
      if (task === undefined) throw new EngineFailure('notFound', `Expected user task ${key}, but there is none`);
      return task;
    }),
  assign: ({ userTaskKey, assignee, override }) =>
    perform(() =>
      change(recording, userTaskKey, (task) => {
        if (override === 'allowed' || task.assignee === null) return { ...task, assignee };
        throw new EngineFailure('conflict', `Expected an unassigned task, but ${task.assignee} has it`);
      }),
    ),
  unassign: (key) => perform(() => change(recording, key, (task) => ({ ...task, assignee: null }))),
  complete: ({ userTaskKey, variables }) =>
    perform(() =>
      change(recording, userTaskKey, (task) => {
        if (task.state !== 'open')
          throw new EngineFailure('conflict', `Expected an open task, but it is ${task.state}`);
        recording.completions.push({ userTaskKey, variables });
        return { ...task, state: 'completed', endedAt: now() };
      }),
    ),
  sendBack: ({ userTaskKey, elementIds }) =>
    perform(() =>
      change(recording, userTaskKey, (task) => {
        recording.sentBack.push({ userTaskKey, elementIds });
        return { ...task, state: 'canceled', endedAt: now() };
      }),
    ),
  variables: ({ userTaskKey }) => perform(() => recording.taskVariables.get(userTaskKey) ?? {}),
});
