import { answer, platform, type AssessedTask, type BulkAssessment } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

/** As many as the platform looks through in one request. */
const CHUNK = 25;

export interface Assessment extends Omit<BulkAssessment, 'tasks'> {
  readonly ready: readonly AssessedTask[];
  readonly leftOut: readonly AssessedTask[];
}

const assess = (like: string, taskIds: readonly string[]) =>
  answer(platform.POST('/api/bulk-decisions/assessment', { body: { like, taskIds: [...taskIds] } }));

const assessAll = async (taskIds: readonly string[], tell: (done: number) => void): Promise<Assessment> => {
  const [like = ''] = taskIds;
  const { tasks: first, ...shared } = await assess(like, taskIds.slice(0, CHUNK));
  const tasks = [...first];
  for (let from = CHUNK; from < taskIds.length; from += CHUNK) {
    tell(from);
    tasks.push(...(await assess(like, taskIds.slice(from, from + CHUNK))).tasks);
  }
  return {
    ...shared,
    ready: tasks.filter(({ reason }) => reason === null),
    leftOut: tasks.filter(({ reason }) => reason !== null),
  };
};

/** Looks through the tasks that were ticked, a few at a time; each look is on record, so they are looked at once. */
export const useAssessment = (taskIds: readonly string[]) => {
  const [done, setDone] = useState(0);
  const query = useQuery({
    queryKey: ['bulk-assessment', taskIds],
    queryFn: () => assessAll(taskIds, setDone),
    enabled: taskIds.length > 0,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return { query, done };
};
