import { answer, platform, type Locale } from '@irisflow/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

/** Of which days and which version numbers are asked. */
export interface WatchWish {
  readonly from: string;
  readonly to: string;
  /** All of them together when it is left out. */
  readonly version?: number;
}

/** The platform counts once a minute. */
const freshness = 60_000;

export const useWatch = (key: string, wish: WatchWish) =>
  useQuery({
    queryKey: ['watch', key, wish],
    queryFn: () =>
      answer(platform.GET('/api/designer/procedures/{key}/watch', { params: { path: { key }, query: { ...wish } } })),
    placeholderData: keepPreviousData,
    refetchInterval: freshness,
  });

/** Where cases stand still is asked of the engine itself. */
export const useProcedureIncidents = (key: string) =>
  useQuery({
    queryKey: ['procedure-incidents', key],
    queryFn: () => answer(platform.GET('/api/designer/procedures/{key}/incidents', { params: { path: { key } } })),
    refetchInterval: freshness,
  });

/** Where the browser takes the numbers from as CSV. */
export const watchExportAddress = (
  key: string,
  { version, from, to }: WatchWish,
  { part, language }: { readonly part: 'steps' | 'form'; readonly language: Locale },
): string => {
  const query = new URLSearchParams({
    from,
    to,
    part,
    language,
    ...(version === undefined ? {} : { version: String(version) }),
  });
  return `/api/designer/procedures/${encodeURIComponent(key)}/watch/export?${query.toString()}`;
};
