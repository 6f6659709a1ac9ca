import { answer, platform, type Locale } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** Which closed cases are replayed, and whose parameters the draft is given. */
export interface WhatIfWish {
  readonly from: string;
  readonly to: string;
  /** Null for those of the day on which each case was submitted. */
  readonly parametersOn: string | null;
}

/** Whoever looks on sees how far it is. */
const RUNNING_MS = 2000;

const at = (key: string) => ({ params: { path: { key } } });
const keyOf = (key: string) => ['what-if', key] as const;

/** The newest what-if of a procedure. */
export const useWhatIf = (key: string) =>
  useQuery({
    queryKey: keyOf(key),
    queryFn: () => answer(platform.GET('/api/designer/procedures/{key}/rehearsal', at(key))),
    refetchInterval: ({ state }) => (state.data?.rehearsal?.state === 'running' ? RUNNING_MS : false),
  });

/** Begins one, in the place of the one before, or ends the one that runs. */
export const useSteerWhatIf = (key: string) => {
  const queries = useQueryClient();
  const onSuccess = (now: object) => queries.setQueryData(keyOf(key), now);
  const start = useMutation({
    mutationFn: ({ from, to, parametersOn }: WhatIfWish) =>
      answer(
        platform.POST('/api/designer/procedures/{key}/rehearsal', {
          ...at(key),
          body: { from, to, ...(parametersOn === null ? {} : { parametersOn }) },
        }),
      ),
    onSuccess,
  });
  const stop = useMutation({
    mutationFn: () => answer(platform.POST('/api/designer/procedures/{key}/rehearsal/stop', at(key))),
    onSuccess,
  });
  return { start, stop };
};

/** Where the browser takes the result from as CSV. */
export const whatIfExportAddress = (key: string, language: Locale): string =>
  `/api/designer/procedures/${encodeURIComponent(key)}/rehearsal/export?language=${language}`;
