import {
  answer,
  type AppealEnd,
  type AppealRuling,
  type CaseAppeals,
  caseStatuses,
  platform,
  type CaseStatus,
  type CaseSummary,
  type CaseView,
} from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseFilters } from './case-filters.ts';

const PAGE_SIZE = 25;
/** Slower than the worklist: every look at a case is written in the audit log. */
const REFRESH_MILLISECONDS = 20_000;

interface CasePageAnswer {
  readonly items: readonly CaseSummary[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** As the platform asks it: an own status means something only with its procedure. */
const queryOf = ({ own, ...filters }: CaseFilters) => {
  const [procedure, ownStatus] = own?.split('/') ?? [];
  return procedure === undefined || ownStatus === undefined ? filters : { ...filters, procedure, ownStatus };
};

/** Cases of the administration that fit the filters. */
export const useCases = (filters: CaseFilters) =>
  useInfiniteQuery({
    queryKey: ['cases', filters],
    queryFn: ({ pageParam }): Promise<CasePageAnswer> =>
      answer(
        platform.GET('/api/cases', {
          params: {
            query: { ...queryOf(filters), limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Statuses that cases of the administration have; the chosen one stays in the list. */
export const useStatusChoices = (chosen: CaseStatus | undefined): readonly CaseStatus[] => {
  const { data = [] } = useQuery({
    queryKey: ['case-statuses'],
    queryFn: () => answer(platform.GET('/api/cases/statuses')),
    staleTime: 60_000,
  });
  return caseStatuses.filter((status) => status === chosen || data.includes(status));
};

/** Own statuses of procedures that cases of the administration have. */
export const useOwnStatuses = () =>
  useQuery({
    queryKey: ['case-statuses', 'own'],
    queryFn: () => answer(platform.GET('/api/cases/own-statuses')),
    staleTime: 60_000,
  }).data ?? [];

const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** The whole file of a case. */
export const useCase = (caseId: string) =>
  useQuery({
    queryKey: ['case', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}', byCase(caseId))),
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** Where the process of a case stands. */
export const useCaseProcess = (caseId: string) =>
  useQuery({
    queryKey: ['case-process', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/process', byCase(caseId))),
  });

/** Open tasks of a case that the reader's team may do, found by its reference. */
export const useCaseTasks = (reference: string) =>
  useQuery({
    queryKey: ['tasks', 'of-case', reference],
    queryFn: async () => {
      const query = { view: 'team', search: reference } as const;
      const { items } = await answer(platform.GET('/api/tasks', { params: { query } }));
      return items.filter((task) => task.reference === reference);
    },
  });

/** Adds an internal note; the file in view takes it over at once. */
export const useAddNote = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string): Promise<CaseView> =>
      answer(platform.POST('/api/cases/{caseId}/notes', { ...byCase(caseId), body: { text } })),
    onSuccess: async (file) => {
      queries.setQueryData(['case', caseId], file);
      await queries.invalidateQueries({ queryKey: ['task'] });
    },
  });
};

interface PaperAppeal {
  readonly receivedOn: string;
  readonly summary: string;
  readonly remedy?: number;
}

interface EndedAppeal {
  readonly outcome: AppealEnd;
  readonly ruling?: AppealRuling;
  readonly reason: string;
}

/** The appeals against the decisions of a case with what they suspend, and the remedies that its procedure declares. */
export const useAppeals = (caseId: string) =>
  useQuery({
    queryKey: ['appeals', caseId],
    queryFn: (): Promise<CaseAppeals> => answer(platform.GET('/api/cases/{caseId}/appeals', byCase(caseId))),
  });

/** How an appeal on paper ends by hand; the file in view says so at once, and the one that it is against when it is next read. */
export const useEndAppeal = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: EndedAppeal): Promise<CaseView> =>
      answer(platform.POST('/api/cases/{caseId}/appeal-end', { ...byCase(caseId), body })),
    onSuccess: async (file) => {
      queries.setQueryData(['case', caseId], file);
      await queries.invalidateQueries({ queryKey: ['reopenings'] });
      await queries.invalidateQueries({ queryKey: ['appeals'] });
    },
  });
};

/** Records an appeal that came on paper; the file in view links to it at once. */
export const useRecordAppeal = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PaperAppeal): Promise<CaseView> =>
      answer(platform.POST('/api/cases/{caseId}/appeals', { ...byCase(caseId), body })),
    onSuccess: async (file) => {
      queries.setQueryData(['case', caseId], file);
      await queries.invalidateQueries({ queryKey: ['appeals', caseId] });
    },
  });
};
