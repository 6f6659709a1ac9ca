import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** Counters to which one may come for a procedure. */
export const useCounters = (procedureKey: string) =>
  useQuery({
    queryKey: ['counters', procedureKey],
    queryFn: () =>
      answer(platform.GET('/api/procedures/{procedureKey}/counters', { params: { path: { procedureKey } } })),
  });
