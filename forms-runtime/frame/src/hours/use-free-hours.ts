import { answer, platform } from '@irisflow/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

export const freeHoursKey = ['free-hours'] as const;

/** The free hours of a counter in a week; today's where no day is named. Others book meanwhile: they are asked for again. */
export const useFreeHours = (counterId: string, from: string | undefined) =>
  useQuery({
    queryKey: [...freeHoursKey, counterId, from ?? 'today'],
    queryFn: () =>
      answer(
        platform.GET('/api/free-hours', {
          params: { query: from === undefined ? { counterId } : { counterId, from } },
        }),
      ),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
