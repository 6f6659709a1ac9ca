import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** The published procedures. */
export const useProcedures = () =>
  useQuery({ queryKey: ['procedures'], queryFn: () => answer(platform.GET('/api/procedures')), staleTime: 60_000 });

/** What one procedure asks and gives. */
export const useProcedure = (key: string) =>
  useQuery({
    queryKey: ['procedures', key],
    queryFn: () => answer(platform.GET('/api/procedures/{key}', { params: { path: { key } } })),
    staleTime: 60_000,
  });
