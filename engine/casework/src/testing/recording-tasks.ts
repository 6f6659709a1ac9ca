import { EngineFailure } from '../engine/engine-failure.ts';
import type { EngineTask, EngineTasks, Variables } from '../engine/engine.ts';

export interface TaskRecording {
  readonly taskList: EngineTask[];
  readonly taskVariables: Map<string, Variables>;
  readonly completions: { userTaskKey: string; variables: Variables }[];
}

type Perform = <T>(work: () => T) => Promise<T>;

const change = (list: EngineTask[], key: string, next: (task: EngineTask) => EngineTask): void => {
  const index = list.findIndex(({ userTaskKey }) => userTaskKey === key);
  const task = list[index];
  if (task === undefined) throw new EngineFailure('notFound', `Expected user task ${key}, but there is none`);
  list[index] = next(task);
};

/** User tasks that tests put in by hand. */
export const recordingTasks = (
  { taskList, taskVariables, completions }: TaskRecording,
  perform: Perform,
): EngineTasks => ({
  search: ({ state, from, limit }) =>
    perform(() => {
      const items = taskList.filter((task) => task.state === state);
      return { items: items.slice(from, from + limit), total: items.length };
    }),
  get: (key) =>
    perform(() => {
      const task = taskList.find(({ userTaskKey }) => userTaskKey === key);
      if (task === undefined) throw new EngineFailure('notFound', `Expected user task ${key}, but there is none`);
      return task;
    }),
  assign: ({ userTaskKey, assignee, override }) =>
    perform(() =>
      change(taskList, userTaskKey, (task) => {
        if (override === 'allowed' || task.assignee === null) return { ...task, assignee };
        throw new EngineFailure('conflict', `Expected an unassigned task, but ${task.assignee} has it`);
      }),
    ),
  unassign: (key) => perform(() => change(taskList, key, (task) => ({ ...task, assignee: null }))),
  complete: ({ userTaskKey, variables }) =>
    perform(() =>
      change(taskList, userTaskKey, (task) => {
        if (task.state !== 'open')
          throw new EngineFailure('conflict', `Expected an open task, but it is ${task.state}`);
        completions.push({ userTaskKey, variables });
        return { ...task, state: 'completed' };
      }),
    ),
  variables: ({ userTaskKey }) => perform(() => taskVariables.get(userTaskKey) ?? {}),
});
