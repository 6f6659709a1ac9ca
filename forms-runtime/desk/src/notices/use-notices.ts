import { answer, type FateToSay, platform, type PostRoomView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

/** The letters of a case of which it matters when they arrive. */
export const useCaseNotices = (caseId: string) =>
  useQuery({
    queryKey: ['notices', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/notices', { params: { path: { caseId } } })),
  });

export interface PostRoomLook {
  readonly work: 'toPost' | 'underway';
  readonly number?: string;
}

/** What the post room has to do, or the letters of a number. */
export const usePostRoom = (look: PostRoomLook) =>
  useInfiniteQuery({
    queryKey: ['post-room', look],
    queryFn: ({ pageParam }): Promise<PostRoomView> =>
      answer(
        platform.GET('/api/post-room', {
          params: { query: { ...look, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Notes what became of a letter. Terms of its case may move. */
export const useSayFate = (noticeId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: FateToSay) =>
      answer(platform.POST('/api/notices/{noticeId}/fates', { params: { path: { noticeId } }, body })),
    onSuccess: () =>
      Promise.all(['notices', 'post-room', 'case'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
};
