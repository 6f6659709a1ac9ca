import { answer, platform, type InstanceView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type InstanceState = InstanceView['state'];

export interface InstanceFilter {
  version?: number;
  state?: InstanceState;
  incidents?: boolean;
}

/** Numbers on a monitor should be of this minute. */
const freshness = 10_000;

export const useInstances = (key: string, filter: InstanceFilter) =>
  useInfiniteQuery({
    queryKey: ['instances', key, filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/designer/procedures/{key}/instances', {
          params: { path: { key }, query: { ...filter, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: freshness,
  });

export const useStatistics = (key: string, version: number | undefined) =>
  useQuery({
    queryKey: ['statistics', key, version],
    queryFn: () =>
      answer(
        platform.GET('/api/designer/procedures/{key}/statistics', {
          params: { path: { key }, query: version === undefined ? {} : { version } },
        }),
      ),
    refetchInterval: freshness,
  });

const instanceKey = (processInstanceKey: string) => ['instance', processInstanceKey] as const;
const at = (processInstanceKey: string) => ({ params: { path: { processInstanceKey } } });

export const useInstance = (processInstanceKey: string) =>
  useQuery({
    queryKey: instanceKey(processInstanceKey),
    queryFn: () => answer(platform.GET('/api/designer/instances/{processInstanceKey}', at(processInstanceKey))),
    refetchInterval: freshness,
  });

/** What an analyst may do to a running instance; each change reads the instance again. */
export const useInstanceChanges = (processInstanceKey: string) => {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: instanceKey(processInstanceKey) });
  const setVariables = useMutation({
    mutationFn: (body: { scopeKey: string; variables: Record<string, unknown> }) =>
      answer(
        platform.PUT('/api/designer/instances/{processInstanceKey}/variables', { ...at(processInstanceKey), body }),
      ),
    onSuccess,
  });
  const resolve = useMutation({
    mutationFn: ({ incidentKey, retries }: { incidentKey: string; retries?: number }) =>
      answer(
        platform.POST('/api/designer/incidents/{incidentKey}/resolution', {
          params: { path: { incidentKey } },
          body: retries === undefined ? {} : { retries },
        }),
      ),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: (reason: string) =>
      answer(
        platform.POST('/api/designer/instances/{processInstanceKey}/cancellation', {
          ...at(processInstanceKey),
          body: { reason },
        }),
      ),
    onSuccess,
  });
  const suspend = useMutation({
    mutationFn: (reason: string) =>
      answer(
        platform.POST('/api/designer/instances/{processInstanceKey}/suspension', {
          ...at(processInstanceKey),
          body: { reason },
        }),
      ),
    onSuccess,
  });
  const resume = useMutation({
    mutationFn: () =>
      answer(platform.POST('/api/designer/instances/{processInstanceKey}/resumption', at(processInstanceKey))),
    onSuccess,
  });
  return { setVariables, resolve, cancel, suspend, resume };
};
