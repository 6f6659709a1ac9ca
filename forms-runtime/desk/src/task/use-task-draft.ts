import { answer, platform } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { useCallback } from 'react';
import { useSavedDraft, type SavedDraft } from '../app/use-saved-draft.ts';

/** Keeps the unfinished answers of a task with the platform. */
export const useTaskDraft = (taskId: string): SavedDraft =>
  useSavedDraft(
    useCallback(
      (data: FormData) =>
        answer(
          platform.PUT('/api/tasks/{taskId}/draft', { params: { path: { taskId } }, body: { data: { ...data } } }),
        ),
      [taskId],
    ),
  );
