import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBookAct } from './use-receivables.ts';

/** Money that came in and that nobody has recognized. */
export const useUnrecognized = () =>
  useQuery({ queryKey: ['unrecognized'], queryFn: () => answer(platform.GET('/api/payments/unrecognized')) });

export interface PaymentToEnter {
  readonly channel: 'counter' | 'bank';
  /** `125.00` */
  readonly amount: string;
  readonly day: string;
  readonly reference: string;
  readonly payer: string;
  readonly receivableId?: string;
}

/** Enters money that came in. It may change any receivable: the one that its communication names. */
export const useTakePayment = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PaymentToEnter) => answer(platform.POST('/api/payments', { body })),
    onSuccess: () =>
      Promise.all(
        ['receivable', 'receivables', 'unrecognized', 'books'].map((part) =>
          queries.invalidateQueries({ queryKey: [part] }),
        ),
      ),
  });
};

export const useAllotPayment = (paymentId: string) =>
  useBookAct((body: { readonly receivableId: string; readonly amount: string }) =>
    answer(platform.POST('/api/payments/{paymentId}/allotments', { params: { path: { paymentId } }, body })),
  );

/** What each account of the administration stands at. */
export const useBooks = () => useQuery({ queryKey: ['books'], queryFn: () => answer(platform.GET('/api/books')) });

/** To which account people pay; null where nobody has said so. */
export const usePayee = () => useQuery({ queryKey: ['payee'], queryFn: () => answer(platform.GET('/api/payee')) });

export const useSetPayee = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly iban: string; readonly name: string; readonly revision: number }) =>
      answer(platform.PUT('/api/payee', { body })),
    onSuccess: (payee) => queries.setQueryData(['payee'], payee),
  });
};
