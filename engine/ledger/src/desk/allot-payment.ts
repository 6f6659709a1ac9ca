import { CaseworkError } from '@irisflow/foundation';
import { bookOn } from '../acts/pay.ts';
import { centsOf } from '../amount.ts';
import type { UseCase } from '../surroundings.ts';
import type { PaymentView } from '../views/money.ts';
import { requireReceivable } from './accountant.ts';
import { onPayment, requireWaiting } from './on-payment.ts';

export interface Allotment {
  readonly paymentId: string;
  /** What goes to which receivable, each once; `125.00`, together at most what waits of the payment. */
  readonly parts: readonly { readonly receivableId: string; readonly amount: string }[];
}

const refuseTwice = (parts: Allotment['parts']): void => {
  if (new Set(parts.map(({ receivableId }) => receivableId)).size === parts.length) return;
  throw new CaseworkError('INPUT_INVALID', 'Expected each receivable once, but found one twice');
};

/** Books what nobody had recognized, or a part of it, on what it is for: one receivable or several, all of them or none. */
export const allotPayment: UseCase<Allotment, PaymentView> = (surroundings, actor, { paymentId, parts }) =>
  onPayment(surroundings, actor, {
    paymentId,
    action: 'payment.allotted',
    work: async (act, payment, clerk) => {
      refuseTwice(parts);
      const amounts = parts.map(({ amount }) => centsOf(amount));
      requireWaiting(
        payment,
        amounts.reduce((sum, amount) => sum + amount, 0n),
      );
      for (const [place, { receivableId }] of parts.entries()) {
        const receivable = await requireReceivable(act.tx, clerk, receivableId);
        await bookOn(surroundings, act, { receivable, paymentId, amount: amounts[place] ?? 0n, from: 'suspense' });
      }
      return { parts: parts.map(({ receivableId, amount }) => ({ receivable: receivableId, amount })) };
    },
  });
