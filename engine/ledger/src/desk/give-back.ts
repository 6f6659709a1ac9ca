import { requireReason } from '@irisflow/foundation';
import { post } from '../acts/post.ts';
import { centsOf } from '../amount.ts';
import type { UseCase } from '../surroundings.ts';
import type { PaymentView } from '../views/money.ts';
import { onPayment, requireWaiting } from './on-payment.ts';

export interface GivenBack {
  readonly paymentId: string;
  /** `125.00`, at most what waits of the payment. */
  readonly amount: string;
  readonly reason: string;
}

/** Says that money which waits, or a part of it, is for nothing that the administration asked: it is to be given back. */
export const giveBackPayment: UseCase<GivenBack, PaymentView> = (
  surroundings,
  actor,
  { paymentId, amount: written, reason },
) =>
  onPayment(surroundings, actor, {
    paymentId,
    action: 'payment.givenBack',
    work: async (act, payment) => {
      const amount = centsOf(written);
      requireWaiting(payment, amount);
      await post(surroundings, act, {
        administration: payment.administration,
        kind: 'allotment',
        receivableId: null,
        paymentId,
        reason: requireReason(reason),
        lines: [
          { account: 'suspense', amount },
          { account: 'refund', amount: -amount },
        ],
      });
      return { amount: written };
    },
  });
