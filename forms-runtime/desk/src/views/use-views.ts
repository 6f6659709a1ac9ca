import {
  answer,
  platform,
  type SavedView,
  type TaskSummary,
  type ViewDefinition,
  type ViewPage,
} from '@irisflow/client';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const FIELDS_KEPT_MILLISECONDS = 5 * 60_000;
const VIEWS_KEPT_MILLISECONDS = 30_000;
/** A view looks into its tasks one by one: it asks less often than the usual list. */
const REFRESH_MILLISECONDS = 15_000;
const PAGE_SIZE = 25;

export const useViews = () =>
  useQuery({
    queryKey: ['views'],
    queryFn: () => answer(platform.GET('/api/views')),
    staleTime: VIEWS_KEPT_MILLISECONDS,
  });

export const useViewFields = () =>
  useQuery({
    queryKey: ['view-fields'],
    queryFn: () => answer(platform.GET('/api/views/fields')),
    staleTime: FIELDS_KEPT_MILLISECONDS,
  });

/** The tasks of a view, saved or not; what was shown stays until the answer to a change of it is there. */
export const useViewTasks = (definition: ViewDefinition) =>
  useInfiniteQuery({
    queryKey: ['tasks', 'view', definition],
    queryFn: ({ pageParam }): Promise<ViewPage> =>
      answer(
        platform.POST('/api/views/tasks', {
          body: { definition, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** A page of what a view has of the kind of a task. */
export const findLikeInView = (
  definition: ViewDefinition,
  like: TaskSummary,
  cursor: string | null,
): Promise<ViewPage> =>
  answer(
    platform.POST('/api/views/tasks', {
      body: {
        // Nothing of a case has to be shown to tick it.
        definition: { ...definition, columns: ['task'] },
        procedure: like.procedureKey,
        element: like.elementId,
        limit: 100,
        ...(cursor !== null && { cursor }),
      },
    }),
  );

export interface WrittenView {
  readonly name: string;
  readonly definition: ViewDefinition;
  readonly shared: boolean;
}

/** Whatever one does to views, the list of them is asked again. */
const useViewChange = <Input, Output>(change: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['views'] }),
  });
};

export const useSaveView = () =>
  useViewChange((view: WrittenView) => answer(platform.POST('/api/views', { body: view })));

export const useChangeView = () =>
  useViewChange(({ id, revision, ...view }: WrittenView & Pick<SavedView, 'id' | 'revision'>) =>
    answer(platform.PUT('/api/views/{viewId}', { params: { path: { viewId: id } }, body: { ...view, revision } })),
  );

export const useDeleteView = () =>
  useViewChange((id: string) => answer(platform.DELETE('/api/views/{viewId}', { params: { path: { viewId: id } } })));

export const useChooseDefault = () =>
  useViewChange((viewId: string | null) => answer(platform.PUT('/api/desk/default-view', { body: { viewId } })));

/** The list as CSV, handed to the browser as a file under the name of the view. */
export const useDownloadView = () =>
  useMutation({
    mutationFn: async ({ definition, name }: Pick<WrittenView, 'definition' | 'name'>) => {
      const file = await answer(platform.POST('/api/views/csv', { body: { definition }, parseAs: 'blob' }));
      const address = URL.createObjectURL(file);
      const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.csv` });
      link.click();
      URL.revokeObjectURL(address);
    },
  });
