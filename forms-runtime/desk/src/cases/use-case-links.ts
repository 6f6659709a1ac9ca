import { answer, platform, type CaseLinkKind, type CaseLinksView, type CaseSummary } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byCase = (caseId: string) => ({ params: { path: { caseId } } });

export const useCaseLinks = (caseId: string) =>
  useQuery({
    queryKey: ['case-links', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/links', byCase(caseId))),
  });

/** Both files change: their links, and what their timelines say. */
const useLinksChange = <Input>(caseId: string, change: (input: Input) => Promise<CaseLinksView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (links) => {
      queries.setQueryData(['case-links', caseId], links);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

export interface LinkToMake {
  readonly kind: CaseLinkKind;
  readonly ofCaseId: string;
  readonly reason: string;
}

export const useLinkCase = (caseId: string) =>
  useLinksChange(caseId, (body: LinkToMake) =>
    answer(platform.POST('/api/cases/{caseId}/links', { ...byCase(caseId), body })),
  );

export const useUnlinkCase = (caseId: string) =>
  useLinksChange(caseId, ({ linkId, reason }: { readonly linkId: string; readonly reason: string }) =>
    answer(
      platform.POST('/api/cases/{caseId}/links/{linkId}/removal', {
        params: { path: { caseId, linkId } },
        body: { reason },
      }),
    ),
  );

/** Cases of the administration by reference or name, for a link: the few that fit best. */
export const useFindCases = () =>
  useMutation({
    mutationFn: async (search: string): Promise<readonly CaseSummary[]> =>
      (await answer(platform.GET('/api/cases', { params: { query: { search, limit: 8 } } }))).items,
  });
