import { answer, platform, type LetterDraft, type TaskView } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { useLocalized } from '@irisflow/frame';
import { useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { checklistKey } from '../checklist/use-checklist.ts';
import { letterKey } from '../letter/use-letter.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { findNextTask, wantsNextTask } from './next-task.ts';

/** Where an agent goes after a task: to the next one when asked for and there, else to the list. */
const placeAfter = async (taskId: string): Promise<string> => {
  if (!wantsNextTask()) return '/';
  try {
    const next = await findNextTask(taskId);
    return next === undefined ? '/' : `/tasks/${next.id}`;
  } catch {
    return '/';
  }
};

/** The change to the letter that stands on the page: nobody signs another one. */
const letterRead = (draft: LetterDraft | undefined) =>
  draft === undefined || draft.version === 0 ? {} : { letterVersion: draft.version };

/** Completes a task and moves on. After a refusal the task is asked again, so that the page shows why. */
export const useCompletion = (task: TaskView) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (data: FormData) =>
      answer(
        platform.POST('/api/tasks/{taskId}/completion', {
          params: { path: { taskId: task.id } },
          body: { data: { ...data }, ...letterRead(queries.getQueryData<LetterDraft>(letterKey(task))) },
        }),
      ),
    onSuccess: async () => {
      const place = await placeAfter(task.id);
      toast(t('complete.done', { task: read(task.name), reference: task.reference }));
      navigate(place);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['task', task.id], refetchType: 'none' }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
        queries.invalidateQueries({ queryKey: ['task-counters'] }),
        queries.invalidateQueries({ queryKey: ['case', task.caseId] }),
      ]);
    },
    onError: () =>
      Promise.all(
        [['task', task.id], checklistKey(task.id)].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
};
