import { answer, platform, uploadFile, type CaseMessage } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const POLL_MILLISECONDS = 30_000;

const keyOf = (caseId: string) => ['messages', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** What my office and I wrote to each other; what it wrote counts as read. */
export const useMessages = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: (): Promise<CaseMessage[]> => answer(platform.GET('/api/my/cases/{caseId}/messages', byCase(caseId))),
    refetchInterval: POLL_MILLISECONDS,
  });

/** How many messages wait in each of my cases. */
export const useUnread = () =>
  useQuery({
    queryKey: ['messages'],
    queryFn: () => answer(platform.GET('/api/my/messages')),
    refetchInterval: POLL_MILLISECONDS,
  });

export interface MessageDraft {
  readonly text: string;
  readonly files: readonly File[];
}

/** Sends the files, then the message that names them. */
export const useWrite = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ text, files }: MessageDraft): Promise<CaseMessage[]> => {
      const url = `/api/my/cases/${encodeURIComponent(caseId)}/documents`;
      const documents: string[] = [];
      for (const file of files) documents.push((await uploadFile({ url, file })).id);
      return answer(platform.POST('/api/my/cases/{caseId}/messages', { ...byCase(caseId), body: { text, documents } }));
    },
    onSuccess: (messages) => queries.setQueryData(keyOf(caseId), messages),
  });
};
