import { answer, type PaymentView, platform, type WaitingFilter } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;
/** An act on a payment moves sums of any receivable, of the lists and of the accounts: all of them are read anew. */
const touched = ['receivable', 'receivables', 'waiting-payments', 'movements', 'books'] as const;

const useTouched = () => {
  const queries = useQueryClient();
  return () => Promise.all(touched.map((part) => queries.invalidateQueries({ queryKey: [part] })));
};

export interface WaitingFilters {
  readonly filter: WaitingFilter;
  readonly search?: string;
}

/** Money that came in and that nobody has recognized, or that is to be given back. */
export const useWaitingPayments = (filters: WaitingFilters) =>
  useInfiniteQuery({
    queryKey: ['waiting-payments', filters],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/payments/waiting', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const of = (paymentId: string) => ({ params: { path: { paymentId } } });

/** One payment with its entries and what it may be for. */
export const usePayment = (paymentId: string) =>
  useQuery({
    queryKey: ['payment', paymentId],
    queryFn: () => answer(platform.GET('/api/payments/{paymentId}', of(paymentId))),
  });

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
  const onSuccess = useTouched();
  return useMutation({
    mutationFn: (body: PaymentToEnter) => answer(platform.POST('/api/payments', { body })),
    onSuccess,
  });
};

/** An act on a payment that answers it as it stands after it. */
const usePaymentAct = <Input>(act: (input: Input) => Promise<PaymentView>) => {
  const queries = useQueryClient();
  const touch = useTouched();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['payment', view.id], view);
      return touch();
    },
  });
};

interface AllotmentPart {
  readonly receivableId: string;
  readonly amount: string;
}

export const useAllotPayment = (paymentId: string) =>
  usePaymentAct((parts: AllotmentPart[]) =>
    answer(platform.POST('/api/payments/{paymentId}/allotments', { ...of(paymentId), body: { parts } })),
  );

export const useGiveBack = (paymentId: string) =>
  usePaymentAct((body: { readonly amount: string; readonly reason: string }) =>
    answer(platform.POST('/api/payments/{paymentId}/refund', { ...of(paymentId), body })),
  );

/** The provider pays out what people paid online, less what it keeps. */
export const useBookPayout = (paymentId: string) =>
  usePaymentAct((body: { readonly fee?: string }) =>
    answer(platform.POST('/api/payments/{paymentId}/payout', { ...of(paymentId), body })),
  );

export const useNotePayment = (paymentId: string) =>
  usePaymentAct((text: string) =>
    answer(platform.POST('/api/payments/{paymentId}/notes', { ...of(paymentId), body: { text } })),
  );

export const useReverseEntryOfPayment = (paymentId: string) =>
  usePaymentAct((body: { readonly entryId: string; readonly reason: string }) =>
    answer(platform.POST('/api/payments/{paymentId}/reversals', { ...of(paymentId), body })),
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
