import { answer, platform } from '@irisflow/client';
import { useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';

/** Sends a task back to who proposed; the list comes next, for this task is over. */
export const useSendBack = (taskId: string) => {
  const t = useDeskText();
  const toast = useToast();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(platform.POST('/api/tasks/{taskId}/return', { params: { path: { taskId } }, body: { reason } })),
    onSuccess: () => {
      toast(t('sendBack.done'));
      navigate('/');
    },
    onSettled: () =>
      Promise.all(
        [['tasks'], ['task-counters'], ['task', taskId]].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
};
