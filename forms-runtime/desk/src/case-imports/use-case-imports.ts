import { answer, platform, uploadFile, type CaseImportView, type ImportSettings, type RowKind } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const REFRESH_MILLISECONDS = 1500;
const keyOf = (importId: string) => ['case-import', importId] as const;
const byImport = (importId: string) => ({ params: { path: { importId } } });

/** Whether the platform is at work on it. */
export const isAtWork = ({ state }: Pick<CaseImportView, 'state'>): boolean =>
  state === 'checking' || state === 'running';

export const useCaseImports = () =>
  useQuery({ queryKey: ['case-imports'], queryFn: () => answer(platform.GET('/api/case-imports')) });

/** A file of cases, asked again while the platform is at work on it. */
export const useCaseImport = (importId: string) =>
  useQuery({
    queryKey: keyOf(importId),
    queryFn: () => answer(platform.GET('/api/case-imports/{importId}', byImport(importId))),
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data) ? REFRESH_MILLISECONDS : false),
  });

export const useImportForm = (key: string | undefined) =>
  useQuery({
    queryKey: ['import-form', key],
    queryFn: () => answer(platform.GET('/api/procedures/{key}/import-form', { params: { path: { key: key ?? '' } } })),
    enabled: key !== undefined,
  });

export const useUploadImport = () =>
  useMutation({
    mutationFn: ({ key, file, onProgress }: { key: string; file: File; onProgress: (part: number) => void }) =>
      uploadFile<CaseImportView>({ url: `/api/procedures/${encodeURIComponent(key)}/case-imports`, file, onProgress }),
  });

/** What is done with a file answers how it stands then; its rows are asked anew. */
const useStep = <Input>(importId: string, take: (input: Input) => Promise<CaseImportView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: (view) => {
      queries.setQueryData(keyOf(importId), view);
      return Promise.all(
        [['case-imports'], ['case-import-rows', importId], ['cases']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
};

export const useCheckImport = (importId: string) =>
  useStep(importId, (settings: ImportSettings) =>
    answer(platform.POST('/api/case-imports/{importId}/check', { ...byImport(importId), body: { settings } })),
  );

export const useStartImport = (importId: string) =>
  useStep(importId, (revision: number) =>
    answer(platform.POST('/api/case-imports/{importId}/start', { ...byImport(importId), body: { revision } })),
  );

export const useStopImport = (importId: string) =>
  useStep(importId, () => answer(platform.POST('/api/case-imports/{importId}/stop', byImport(importId))));

export const useEraseImport = (importId: string) =>
  useStep(importId, () => answer(platform.DELETE('/api/case-imports/{importId}', byImport(importId))));

/** Rows of one kind, page after page; another dry run asks for them anew. */
export const useImportRows = ({ id, revision, state }: CaseImportView, kind: RowKind) =>
  useInfiniteQuery({
    queryKey: ['case-import-rows', id, kind, revision, state],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/case-imports/{importId}/rows', {
          params: { path: { importId: id }, query: { kind, after: pageParam } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
