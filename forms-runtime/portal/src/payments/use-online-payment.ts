import { answer, platform } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

const of = (receivableId: string) => ({ params: { path: { receivableId } } });
const keyOf = (receivableId: string) => ['my-payments', receivableId, 'online'] as const;

/** Whether it can be paid online, and what became of the last time. */
export const useOnlinePayment = (receivableId: string) =>
  useQuery({
    queryKey: keyOf(receivableId),
    queryFn: () => answer(platform.GET('/api/my/payments/{receivableId}/online', of(receivableId))),
  });

/** Where to pay it. */
export const usePayOnline = (receivableId: string, locale: Locale) =>
  useMutation({
    mutationFn: () =>
      answer(platform.POST('/api/my/payments/{receivableId}/online', { ...of(receivableId), body: { locale } })),
    onSuccess: ({ page }) => window.location.assign(page),
  });

/** Says once that I am back, so that the provider is asked at once. */
export const useReturn = (receivableId: string) =>
  useQuery({
    queryKey: [...keyOf(receivableId), 'return'],
    queryFn: () => answer(platform.POST('/api/my/payments/{receivableId}/online/return', of(receivableId))),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** Looks often at first, then rarely; a provider that says nothing for minutes is not waited for. */
const pauses = [
  { upTo: 15, ms: 2_000 },
  { upTo: 40, ms: 10_000 },
] as const;
/** From here on it takes longer than usual. */
const LONG_MS = 20_000;

/** What became of it, looked at again and again while nobody knows. */
export const useOutcome = (receivableId: string, isBack: boolean) => {
  const [since] = useState(() => Date.now());
  const query = useQuery({
    queryKey: [...keyOf(receivableId), 'outcome'],
    queryFn: () => answer(platform.GET('/api/my/payments/{receivableId}/online', of(receivableId))),
    enabled: isBack,
    refetchInterval: ({ state }) => {
      if (state.data?.latest?.state !== 'open') return false;
      return pauses.find(({ upTo }) => state.dataUpdateCount < upTo)?.ms ?? false;
    },
  });
  return { query, isLong: query.dataUpdatedAt - since > LONG_MS };
};
