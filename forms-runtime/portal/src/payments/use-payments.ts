import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** What I owe and paid, or whom I act for. */
export const useMyPayments = () =>
  useQuery({ queryKey: ['my-payments'], queryFn: () => answer(platform.GET('/api/my/payments')) });

/** What I get or got, or whom I act for. */
export const useMyPayouts = () =>
  useQuery({ queryKey: ['my-payouts'], queryFn: () => answer(platform.GET('/api/my/payouts')) });

export const useMyPayment = (receivableId: string) =>
  useQuery({
    queryKey: ['my-payments', receivableId],
    queryFn: () => answer(platform.GET('/api/my/payments/{receivableId}', { params: { path: { receivableId } } })),
  });
