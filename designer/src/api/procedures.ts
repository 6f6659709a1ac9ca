import { answer, platform, type Locale, type ProcedureFile, type ProcedureProblem } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface SavedFile {
  revision: number;
  problems: ProcedureProblem[];
}

const listKey = ['procedures'] as const;
const versionsKey = (key: string) => ['procedures', key, 'versions'] as const;

export const useProcedures = () =>
  useQuery({ queryKey: listKey, queryFn: () => answer(platform.GET('/api/designer/procedures')) });

export interface NewProcedure {
  key: string;
  title: string;
  copyOf?: string;
}

export const useCreateProcedure = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewProcedure) => answer(platform.POST('/api/designer/procedures', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  });
};

const at = (key: string) => ({ params: { path: { key } } });

/** Reads and writes the draft of one procedure, one call a function. */
export const draftCalls = (key: string, sitting?: string) => ({
  load: () => answer(platform.GET('/api/designer/procedures/{key}/draft', at(key))),
  save: (body: { path: string; content: string; revision: number }): Promise<SavedFile> =>
    answer(
      platform.PUT('/api/designer/procedures/{key}/draft/files', {
        ...at(key),
        body: { ...body, ...(sitting !== undefined && { sitting }) },
      }),
    ),
  changeFiles: (files: { path: string; content: string | null; revision: number }[]): Promise<SavedFile> =>
    answer(platform.POST('/api/designer/procedures/{key}/draft/changes', { ...at(key), body: { files } })),
  setAside: (body: { path: string; content: string }) =>
    answer(platform.POST('/api/designer/procedures/{key}/draft/set-aside', { ...at(key), body })),
  restore: (body: { path: string; revision: number; seen: number }) =>
    answer(platform.POST('/api/designer/procedures/{key}/draft/file-restoration', { ...at(key), body })),
  lint: async (): Promise<ProcedureProblem[]> =>
    (await answer(platform.POST('/api/designer/procedures/{key}/lint', at(key)))).problems,
  discard: () => answer(platform.DELETE('/api/designer/procedures/{key}/draft', at(key))),
  publish: (body: { note: string; revision: number; reason?: string }) =>
    answer(platform.POST('/api/designer/procedures/{key}/publication', { ...at(key), body })),
});

interface Attendance {
  windowId: string;
  path: string | null;
  isEditing: boolean;
  revision: number;
}

/** Says that a window has the draft open; answers who else has and what they wrote since a revision. */
export const attendDraft = (key: string, body: Attendance) =>
  answer(platform.POST('/api/designer/procedures/{key}/draft/presence', { ...at(key), body }));

/** Says that a window is closed; the browser sends it although the page goes. */
export const leaveDraft = (key: string, windowId: string) =>
  platform.POST('/api/designer/procedures/{key}/draft/departure', { ...at(key), body: { windowId }, keepalive: true });

/** What a file says and said, the newest first; another revision of the draft may have another list. */
export const useFileRevisions = (key: string, path: string, revision: number) =>
  useQuery({
    queryKey: ['file-revisions', key, path, revision],
    queryFn: () =>
      answer(
        platform.GET('/api/designer/procedures/{key}/draft/history', { params: { path: { key }, query: { path } } }),
      ),
  });

/** What a file said in a revision; that never changes. */
export const useFileText = (key: string, path: string, revision: number | null) =>
  useQuery({
    queryKey: ['file-text', key, path, revision],
    queryFn: () =>
      answer(
        platform.GET('/api/designer/procedures/{key}/draft/history/text', {
          params: { path: { key }, query: { path, revision: revision ?? 0 } },
        }),
      ),
    enabled: revision !== null,
    staleTime: Infinity,
  });

export const useRemovedFiles = (key: string, revision: number) =>
  useQuery({
    queryKey: ['removed-files', key, revision],
    queryFn: () => answer(platform.GET('/api/designer/procedures/{key}/draft/removed-files', at(key))),
  });

export const useVersions = (key: string) =>
  useQuery({
    queryKey: versionsKey(key),
    queryFn: () => answer(platform.GET('/api/designer/procedures/{key}/versions', at(key))),
  });

/** Approves the reasons for asking about others that somebody else published. */
export const useApproveVersion = (key: string) => {
  const refresh = usePublished(key);
  return useMutation({
    mutationFn: (version: number) =>
      answer(
        platform.POST('/api/designer/procedures/{key}/versions/{version}/approval', {
          params: { path: { key, version } },
        }),
      ),
    onSettled: refresh,
  });
};

/** The files of a published version; they never change, so they stay in the cache. */
export const useVersionFiles = (key: string, version: number | null) =>
  useQuery({
    queryKey: [...versionsKey(key), version],
    queryFn: (): Promise<ProcedureFile[]> =>
      answer(
        platform.GET('/api/designer/procedures/{key}/versions/{version}', {
          params: { path: { key, version: version ?? 0 } },
        }),
      ),
    enabled: version !== null,
    staleTime: Infinity,
  });

export const usePublished = (key: string) => {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: versionsKey(key) }),
      queries.invalidateQueries({ queryKey: listKey }),
    ]);
};

export const exportUrl = (key: string): string => `/api/designer/procedures/${encodeURIComponent(key)}/export`;

/** The blocks of the platform, which every draft may call. */
export const useBlocks = () =>
  useQuery({
    queryKey: ['blocks'],
    queryFn: () => answer(platform.GET('/api/designer/blocks')),
    staleTime: Infinity,
  });

export type BlockView = NonNullable<ReturnType<typeof useBlocks>['data']>[number];

/** The connectors as element templates in one language; the format belongs to the modeling library. */
export const useElementTemplates = (locale: Locale) =>
  useQuery({
    queryKey: ['element-templates', locale],
    queryFn: () => answer(platform.GET('/api/designer/element-templates', { params: { query: { locale } } })),
    staleTime: Infinity,
  });
