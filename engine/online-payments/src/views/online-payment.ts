import { Instant, nullable, oneOf } from '@irisflow/foundation';
import { Amount } from '@irisflow/ledger';
import { Type, type Static } from 'typebox';

/** Open while nobody knows yet what became of it. */
export const OnlinePaymentState = oneOf(['open', 'paid', 'refused', 'abandoned', 'expired']);
export type OnlinePaymentState = Static<typeof OnlinePaymentState>;

/** Whether something can be paid online, and what became of the last time that somebody went to pay it. */
export const OnlinePaymentView = Type.Object({
  /** What one would pay now: what is left, or the next part of a plan; null where nothing can be paid online. */
  payable: nullable(Amount),
  latest: nullable(
    Type.Object({
      amount: Amount,
      /** What came in by it. */
      received: nullable(Amount),
      state: OnlinePaymentState,
      startedAt: Instant,
    }),
  ),
});
export type OnlinePaymentView = Static<typeof OnlinePaymentView>;

export const OfferedPage = Type.Object({
  /** On the pages of the payment provider. */
  page: Type.String(),
});
export type OfferedPage = Static<typeof OfferedPage>;
