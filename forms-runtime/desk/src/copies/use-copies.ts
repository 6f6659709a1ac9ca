import { answer, platform, type FileCopyView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byCase = (caseId: string) => ({ params: { path: { caseId } } });
/** While one is being made, in milliseconds. */
const SOON = 1500;

const isWaiting = ({ state }: FileCopyView): boolean => state === 'waiting';

export const useCopies = (caseId: string) =>
  useQuery({
    queryKey: ['copies', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/copies', byCase(caseId))),
    refetchInterval: ({ state }) => (state.data?.some(isWaiting) === true ? SOON : false),
  });

export interface CopyToMake {
  readonly audience: FileCopyView['audience'];
  readonly recipient: string;
  readonly reason: string;
  readonly handOver: boolean;
  readonly withhold: { readonly documentId: string; readonly reason: string }[];
}

export const useCopyFile = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CopyToMake) => answer(platform.POST('/api/cases/{caseId}/copies', { ...byCase(caseId), body })),
    onSuccess: async (copies) => {
      queries.setQueryData(['copies', caseId], copies);
      // The timeline tells of it.
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

export const copyUrl = (caseId: string, copyId: string, as: 'pdf' | 'zip'): string =>
  `/api/cases/${encodeURIComponent(caseId)}/copies/${encodeURIComponent(copyId)}?as=${as}`;
