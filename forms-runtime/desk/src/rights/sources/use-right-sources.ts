import { answer, platform, type RightQuestionPage } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const useRightSources = () =>
  useQuery({ queryKey: ['right-sources'], queryFn: () => answer(platform.GET('/api/right-sources')) });

export interface QuestionFilters {
  readonly rightId?: string;
}

/** What others asked of the rights of the administration. */
export const useRightQuestions = (filters: QuestionFilters) =>
  useInfiniteQuery({
    queryKey: ['right-questions', filters],
    queryFn: ({ pageParam }): Promise<RightQuestionPage> =>
      answer(
        platform.GET('/api/right-questions', {
          params: { query: { ...filters, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export interface Steering {
  readonly action: 'stop' | 'resume';
  readonly reason: string;
}

export const useSteerSource = (key: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Steering) =>
      answer(platform.POST('/api/right-sources/{key}/steering', { params: { path: { key } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['right-sources'] }),
  });
};
