import { answer, platform, uploadFile, useSession, type CaseMessage } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isClerk } from '../session/clerk.ts';

const REFRESH_MILLISECONDS = 30_000;

const keyOf = (caseId: string) => ['messages', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** The conversation of a case. */
export const useMessages = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: (): Promise<CaseMessage[]> => answer(platform.GET('/api/cases/{caseId}/messages', byCase(caseId))),
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** What waits to be read in the administration. */
export const useOfficeMessages = () => {
  const { data: session } = useSession();
  return useQuery({
    queryKey: ['messages'],
    queryFn: () => answer(platform.GET('/api/desk/messages')),
    enabled: session?.person != null && isClerk(session.person),
    refetchInterval: REFRESH_MILLISECONDS,
  });
};

export interface MessageDraft {
  readonly text: string;
  readonly asks: boolean;
  readonly files: readonly File[];
}

/** Sends the files, then the message that names them. */
export const useWrite = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ text, asks, files }: MessageDraft): Promise<CaseMessage[]> => {
      const url = `/api/cases/${encodeURIComponent(caseId)}/messages/documents`;
      const documents: string[] = [];
      for (const file of files) documents.push((await uploadFile({ url, file })).id);
      const body = { text, asks, documents };
      return answer(platform.POST('/api/cases/{caseId}/messages', { ...byCase(caseId), body }));
    },
    onSuccess: async (messages) => {
      queries.setQueryData(keyOf(caseId), messages);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};
