import {
  answer,
  platform,
  type RightControls,
  type RightImportView,
  type RightRowKind,
  uploadFile,
} from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const REFRESH_MILLISECONDS = 1500;
const keyOf = (importId: string) => ['right-import', importId] as const;
const byImport = (rightImportId: string) => ({ params: { path: { rightImportId } } });

/** Whether the platform is at work on it. */
export const isAtWork = ({ state }: Pick<RightImportView, 'state'>): boolean =>
  state === 'checking' || state === 'running';

export const useRightImports = () =>
  useQuery({ queryKey: ['right-imports'], queryFn: () => answer(platform.GET('/api/right-imports')) });

/** A file of rights, asked again while the platform is at work on it. */
export const useRightImport = (importId: string) =>
  useQuery({
    queryKey: keyOf(importId),
    queryFn: () => answer(platform.GET('/api/right-imports/{rightImportId}', byImport(importId))),
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data) ? REFRESH_MILLISECONDS : false),
  });

export const useImportableKinds = () =>
  useQuery({ queryKey: ['right-import-kinds'], queryFn: () => answer(platform.GET('/api/right-import-kinds')) });

interface KindPath {
  readonly procedureKey: string;
  readonly kind: string;
}

export const templateAddress = ({ procedureKey, kind }: KindPath): string =>
  `/api/procedures/${encodeURIComponent(procedureKey)}/rights/${encodeURIComponent(kind)}/import-template`;

interface Upload extends KindPath {
  readonly file: File;
  readonly onProgress: (part: number) => void;
}

export const useUploadRights = () =>
  useMutation({
    mutationFn: ({ procedureKey, kind, file, onProgress }: Upload) =>
      uploadFile<RightImportView>({
        url: `/api/procedures/${encodeURIComponent(procedureKey)}/rights/${encodeURIComponent(kind)}/imports`,
        file,
        onProgress,
      }),
  });

/** What is done with a file answers how it stands then; its rows are asked anew. */
const useStep = <Input>(importId: string, take: (input: Input) => Promise<RightImportView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: (view) => {
      queries.setQueryData(keyOf(importId), view);
      return Promise.all(
        [['right-imports'], ['right-import-rows', importId], ['rights']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
};

const path = '/api/right-imports/{rightImportId}';

export const useCheckRights = (importId: string) =>
  useStep(importId, () => answer(platform.POST(`${path}/check`, byImport(importId))));

export const useNoteControls = (importId: string) =>
  useStep(importId, (controls: RightControls) =>
    answer(platform.PUT(`${path}/controls`, { ...byImport(importId), body: { controls } })),
  );

interface Acceptance {
  readonly accept: 'file' | 'here';
  /** Every difference where it is left out. */
  readonly positions?: number[];
}

export const useAcceptDifferences = (importId: string) =>
  useStep(importId, (body: Acceptance) => answer(platform.POST(`${path}/acceptance`, { ...byImport(importId), body })));

export const useStartRights = (importId: string) =>
  useStep(importId, (revision: number) =>
    answer(platform.POST(`${path}/start`, { ...byImport(importId), body: { revision } })),
  );

export const useStopRights = (importId: string) =>
  useStep(importId, () => answer(platform.POST(`${path}/stop`, byImport(importId))));

export const useConfirmRights = (importId: string) =>
  useStep(importId, (remark: string) =>
    answer(
      platform.POST(`${path}/confirmation`, {
        ...byImport(importId),
        body: remark.trim() === '' ? {} : { remark },
      }),
    ),
  );

export const useEraseRights = (importId: string) =>
  useStep(importId, () => answer(platform.DELETE(path, byImport(importId))));

/** Rows of one kind, page after page; another dry run asks for them anew. */
export const useRightRows = ({ id, revision, state }: RightImportView, kind: RightRowKind) =>
  useInfiniteQuery({
    queryKey: ['right-import-rows', id, kind, revision, state],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET(`${path}/rows`, { params: { path: { rightImportId: id }, query: { kind, after: pageParam } } }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
