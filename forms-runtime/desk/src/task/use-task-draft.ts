import { answer, platform } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { checklistKey } from '../checklist/use-checklist.ts';
import { useSavedDraft, type SavedDraft } from '../app/use-saved-draft.ts';

/** Keeps the unfinished answers of a task with the platform. */
export const useTaskDraft = (taskId: string): SavedDraft => {
  const queries = useQueryClient();
  return useSavedDraft(
    useCallback(
      async (data: FormData) => {
        await answer(
          platform.PUT('/api/tasks/{taskId}/draft', { params: { path: { taskId } }, body: { data: { ...data } } }),
        );
        // What is answered may tick a point of the checklist, or hide it.
        await queries.invalidateQueries({ queryKey: checklistKey(taskId) });
      },
      [taskId, queries],
    ),
  );
};
