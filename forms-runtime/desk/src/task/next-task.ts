import { answer, platform, type TaskSummary } from '@irisflow/client';

const STORAGE_KEY = 'irisflow:next-task';

/** Whether the next task opens by itself after one is done, on this device. */
export const wantsNextTask = (): boolean => {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'open';
  } catch {
    return false;
  }
};

export const rememberNextTask = (choice: 'open' | 'list'): void => {
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // The choice then lasts as long as the page.
  }
};

/** The next of my tasks, the closest legal limit first; undefined when all are done. */
export const findNextTask = async (doneId: string): Promise<TaskSummary | undefined> => {
  const query = { view: 'mine', sort: 'due', limit: 2 } as const;
  const { items } = await answer(platform.GET('/api/tasks', { params: { query } }));
  return items.find(({ id }) => id !== doneId);
};
