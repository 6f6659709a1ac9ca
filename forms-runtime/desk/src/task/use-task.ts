import { answer, platform, type TaskView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** Slower than the list: every look at a task is written in the audit log, and a conflict shows at the next save anyway. */
const REFRESH_MILLISECONDS = 20_000;

const byTask = (taskId: string) => ({ params: { path: { taskId } } });
const taskKey = (taskId: string) => ['task', taskId] as const;

/** A task with its form and the case file. */
export const useTask = (taskId: string) =>
  useQuery({
    queryKey: taskKey(taskId),
    queryFn: () => answer(platform.GET('/api/tasks/{taskId}', byTask(taskId))),
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** Takes a task or puts it back. Whatever the answer, the task and the lists are asked again. */
export const useTaskMove = (taskId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (move: 'claim' | 'release'): Promise<TaskView> =>
      move === 'claim'
        ? answer(platform.POST('/api/tasks/{taskId}/claim', byTask(taskId)))
        : answer(platform.POST('/api/tasks/{taskId}/release', byTask(taskId))),
    onSuccess: (task) => queries.setQueryData(taskKey(taskId), task),
    onError: () => queries.invalidateQueries({ queryKey: taskKey(taskId) }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['task-counters'] }),
      ]),
  });
};
