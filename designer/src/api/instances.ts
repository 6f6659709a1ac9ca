import { answer, platform, type InstanceView, type InterventionCategory } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

export type InstanceState = InstanceView['state'];

/** Why somebody looks behind the masks or repairs. */
export interface Justification {
  reason: string;
  category: InterventionCategory;
}

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

/** What may be done to a running instance, each time with a reason; each change reads the instance again. */
export const useInstanceChanges = (processInstanceKey: string) => {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: instanceKey(processInstanceKey) });
  const setVariables = useMutation({
    mutationFn: (body: Justification & { scopeKey: string; variables: Record<string, unknown> }) =>
      answer(
        platform.PUT('/api/designer/instances/{processInstanceKey}/variables', { ...at(processInstanceKey), body }),
      ),
    onSuccess,
  });
  const resolve = useMutation({
    mutationFn: ({ incidentKey, ...body }: Justification & { incidentKey: string; retries?: number }) =>
      answer(
        platform.POST('/api/designer/incidents/{incidentKey}/resolution', {
          params: { path: { incidentKey } },
          body,
        }),
      ),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: (body: Justification) =>
      answer(
        platform.POST('/api/designer/instances/{processInstanceKey}/cancellation', {
          ...at(processInstanceKey),
          body,
        }),
      ),
    onSuccess,
  });
  const suspend = useMutation({
    mutationFn: (body: Justification) =>
      answer(
        platform.POST('/api/designer/instances/{processInstanceKey}/suspension', { ...at(processInstanceKey), body }),
      ),
    onSuccess,
  });
  const resume = useMutation({
    mutationFn: (body: Justification) =>
      answer(
        platform.POST('/api/designer/instances/{processInstanceKey}/resumption', { ...at(processInstanceKey), body }),
      ),
    onSuccess,
  });
  const move = useMutation({
    mutationFn: (body: Justification & { elementInstanceKey: string; elementId: string }) =>
      answer(platform.POST('/api/designer/instances/{processInstanceKey}/move', { ...at(processInstanceKey), body })),
    onSuccess,
  });
  return { setVariables, resolve, cancel, suspend, resume, move };
};

/** Lifts the masks of an instance for a while, and puts them back. */
export const useMasks = (processInstanceKey: string) => {
  const queries = useQueryClient();
  // What was shown in clear goes from the memory of the browser before the instance is read again.
  const forget = useCallback(
    () => void queries.resetQueries({ queryKey: instanceKey(processInstanceKey) }),
    [queries, processInstanceKey],
  );
  const unmask = useMutation({
    mutationFn: (body: Justification) =>
      answer(
        platform.POST('/api/designer/instances/{processInstanceKey}/unmasking', { ...at(processInstanceKey), body }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: instanceKey(processInstanceKey) }),
  });
  const mask = useMutation({
    mutationFn: () =>
      answer(platform.DELETE('/api/designer/instances/{processInstanceKey}/unmasking', at(processInstanceKey))),
    onSuccess: forget,
  });
  return { unmask, mask, forget };
};
