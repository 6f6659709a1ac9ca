import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

export const statementKey = (administration: string) => ['accessibility-statement', administration] as const;

/** What an administration says of how accessible its pages are. */
export const useStatement = (administration: string) =>
  useQuery({
    queryKey: statementKey(administration),
    queryFn: () =>
      answer(
        platform.GET('/api/administrations/{administration}/accessibility-statement', {
          params: { path: { administration } },
        }),
      ),
    // Whoever opens it to write must not begin from what somebody else has replaced since.
    gcTime: 0,
  });
