import { answer, platform, type TaskSummary } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeskText } from '../texts/desk-texts.ts';

/** Takes a task of the list. Whatever the answer, the list is asked again: a refusal means that it was out of date. */
export const useClaim = () => {
  const t = useDeskText();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Pick<TaskSummary, 'id' | 'reference'>) =>
      answer(platform.POST('/api/tasks/{taskId}/claim', { params: { path: { taskId: id } } })),
    onSuccess: (_, { reference }) => toast(t('claim.done', { reference })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['task-counters'] }),
      ]),
  });
};
