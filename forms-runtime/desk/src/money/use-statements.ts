import { answer, type MovementState, platform, type StatementSummary, uploadFile } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;
const REFRESH_MILLISECONDS = 1000;

/** The bank statements of the administration, the latest first; asked again while one is booked. */
export const useStatements = () =>
  useInfiniteQuery({
    queryKey: ['statements'],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/statements', {
          params: { query: { limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ isBooked }) => !isBooked)) === true
        ? REFRESH_MILLISECONDS
        : false,
  });

/** One of them; asked again until it is booked. */
export const useStatement = (statementId: string) =>
  useQuery({
    queryKey: ['statement', statementId],
    queryFn: () => answer(platform.GET('/api/statements/{statementId}', { params: { path: { statementId } } })),
    refetchInterval: ({ state }) => (state.data?.isBooked === false ? REFRESH_MILLISECONDS : false),
  });

export interface MovementFilters {
  readonly state?: MovementState;
  readonly search?: string;
}

/** What moved; asked anew once the statement is booked. */
export const useMovements = (statementId: string, isBooked: boolean, filters: MovementFilters) =>
  useInfiniteQuery({
    queryKey: ['movements', statementId, isBooked, filters],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/statements/{statementId}/movements', {
          params: {
            path: { statementId },
            query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useImportStatements = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, onProgress }: { file: File; onProgress: (part: number) => void }) =>
      uploadFile<StatementSummary[]>({ url: '/api/statements', file, onProgress }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['statements'] }),
  });
};
