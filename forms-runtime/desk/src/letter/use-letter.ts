import { answer, platform, type LetterDraft } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byTask = (taskId: string) => ({ params: { path: { taskId } } });

/** Below the key of its task: whoever asks for the task again asks for its letter too. */
export const letterKey = (taskId: string) => ['task', taskId, 'letter-draft'] as const;

/** The letter of a task, part by part. */
export const useLetterDraft = (taskId: string) =>
  useQuery({
    queryKey: letterKey(taskId),
    queryFn: () => answer(platform.GET('/api/tasks/{taskId}/letter-draft', byTask(taskId))),
  });

/** Writes one part otherwise, or as its template says it; the other parts stay as they are. */
export const useWritePart = (taskId: string, draft: LetterDraft, path: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string | null) => {
      const others = draft.parts.flatMap((part) =>
        part.isEdited && part.path !== path && part.text !== null ? [{ path: part.path, text: part.text }] : [],
      );
      const edits = text === null ? others : [{ path, text }, ...others];
      return answer(
        platform.PUT('/api/tasks/{taskId}/letter-draft', {
          ...byTask(taskId),
          body: { version: draft.version, edits },
        }),
      );
    },
    onSuccess: (next) => queries.setQueryData(letterKey(taskId), next),
  });
};

/** What was changed in letters of a case before they were signed. */
export const useLetterEdits = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'letter-edits'],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/letter-edits', { params: { path: { caseId } } })),
  });
