import { answer, platform, uploadFile, type CaseFacts } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const keyOf = (caseId: string) => ['facts', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** What the sources said about the applicant for a case. */
export const useFacts = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: (): Promise<CaseFacts> => answer(platform.GET('/api/my/cases/{caseId}/facts', byCase(caseId))),
    staleTime: 60_000,
  });

export interface CorrectionDraft {
  readonly sourceKey: string;
  readonly field: string;
  readonly claimed: string;
  readonly reason: string;
  readonly proof: File;
}

/** Sends the proof, then the correction that names it. */
export const useCorrectFact = (caseId: string, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ proof, ...correction }: CorrectionDraft): Promise<CaseFacts> => {
      const url = `/api/my/cases/${encodeURIComponent(caseId)}/documents`;
      const { id: documentId } = await uploadFile({ url, file: proof });
      const body = { ...correction, documentId };
      return answer(platform.POST('/api/my/cases/{caseId}/facts/corrections', { ...byCase(caseId), body }));
    },
    onSuccess: async (facts) => {
      queries.setQueryData(keyOf(caseId), facts);
      onDone();
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};
