import { answer, platform, type LetterDraft, type Locale, type TaskView } from '@irisflow/client';
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

/** A part of a letter in one of its languages. */
export interface PartOf {
  readonly language: Locale;
  readonly path: string;
}

/** What differs from the template in every language, but for one part. */
const othersThan = ({ languages }: LetterDraft, { language, path }: PartOf) =>
  languages.flatMap((letter) =>
    letter.parts.flatMap((part) =>
      part.isEdited && part.text !== null && !(letter.language === language && part.path === path)
        ? [{ language: letter.language, path: part.path, text: part.text }]
        : [],
    ),
  );

/** Writes one part otherwise, or as its template says it; the other parts and languages stay as they are. */
export const useWritePart = (task: OfTask, draft: LetterDraft, part: PartOf, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string | null) => {
      const edits = [...(text === null ? [] : [{ ...part, text }]), ...othersThan(draft, part)];
      return answer(
        platform.PUT('/api/tasks/{taskId}/letter-draft', {
          ...byTask(task.id),
          body: { version: draft.version, edits },
        }),
      );
    },
    // Whoever looks at another language meanwhile has it saved and closed as well.
    onSuccess: (next) => {
      queries.setQueryData(letterKey(task), next);
      onDone();
    },
  });
};

/** What was changed in letters of a case before they were signed. */
export const useLetterEdits = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId, 'letter-edits'],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/letter-edits', { params: { path: { caseId } } })),
  });
