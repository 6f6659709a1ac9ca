import { answer, platform, type LetterDraft, type TaskView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byTask = (taskId: string) => ({ params: { path: { taskId } } });

type OfTask = Pick<TaskView, 'id' | 'bar'>;

/** As often as the task itself: what somebody else changed in it is seen before it is signed. */
const REFRESH_MILLISECONDS = 20_000;

/** Below the key of its task, and another one once the task is theirs: then they may write in it. */
export const letterKey = ({ id, bar }: OfTask) => ['task', id, 'letter-draft', bar] as const;

/** The letter of a task, part by part. */
export const useLetterDraft = (task: OfTask) =>
  useQuery({
    queryKey: letterKey(task),
    queryFn: () => answer(platform.GET('/api/tasks/{taskId}/letter-draft', byTask(task.id))),
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** Writes one part otherwise, or as its template says it; the other parts stay as they are. */
export const useWritePart = (task: OfTask, draft: LetterDraft, path: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string | null) => {
      const others = draft.parts.flatMap((part) =>
        part.isEdited && part.path !== path && part.text !== null ? [{ path: part.path, text: part.text }] : [],
      );
      const edits = text === null ? others : [{ path, text }, ...others];
      return answer(
        platform.PUT('/api/tasks/{taskId}/letter-draft', {
          ...byTask(task.id),
          body: { version: draft.version, edits },
        }),
      );
    },
    onSuccess: (next) => queries.setQueryData(letterKey(task), next),
  });
};

/** What was changed in letters of a case before they were signed. */
export const useLetterEdits = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'letter-edits'],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/letter-edits', { params: { path: { caseId } } })),
  });
