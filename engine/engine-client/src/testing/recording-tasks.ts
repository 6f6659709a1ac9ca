import { EngineFailure } from '../engine-failure.ts';
import type { EngineTask, EngineTasks, Variables } from '../engine.ts';

export interface TaskRecording {
  readonly taskList: EngineTask[];
  readonly taskVariables: Map<string, Variables>;
  readonly completions: { userTaskKey: string; variables: Variables }[];
  readonly sentBack: { userTaskKey: string; elementIds: readonly string[] }[];
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

/** User tasks that tests put in by hand. */
export const recordingTasks = (recording: TaskRecording, perform: Perform): EngineTasks => ({
  search: ({ state, from, limit }) =>
    perform(() => {
      const items = recording.taskList.filter((task) => task.state === state);
      return { items: items.slice(from, from + limit), total: items.length };
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
        return { ...task, state: 'completed' };
      }),
    ),
  sendBack: ({ userTaskKey, elementIds }) =>
    perform(() =>
      change(recording, userTaskKey, (task) => {
        recording.sentBack.push({ userTaskKey, elementIds });
        return { ...task, state: 'canceled' };
      }),
    ),
  variables: ({ userTaskKey }) => perform(() => recording.taskVariables.get(userTaskKey) ?? {}),
});
