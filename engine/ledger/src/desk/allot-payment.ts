import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { bookOn } from '../acts/pay.ts';
import { amountOf, centsOf } from '../amount.ts';
import { findUnrecognized } from '../storage/payments.ts';
import type { UseCase } from '../surroundings.ts';
import type { ReceivableView } from '../views/money.ts';
import { onBooks, requireReceivable } from './accountant.ts';
import { viewForAccountant } from './read-books.ts';

export interface Allotment {
  readonly paymentId: string;
  readonly receivableId: string;
  /** `125.00`, at most what waits of the payment. */
  readonly amount: string;
}

/** Books what nobody had recognized, or a part of it, on what it is for. */
export const allotPayment: UseCase<Allotment, ReceivableView> = (
  surroundings,
  actor,
  { paymentId, receivableId, amount },
) =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const { administration } = clerk;
    const waiting = await findUnrecognized(act.tx, paymentId);
    if (waiting?.administration !== administration)
      throw new CaseworkError(
        'NOT_FOUND',
        `Expected a payment ${paymentId.slice(0, 40)} that waits, but there is none`,
      );
    const cents = centsOf(amount);
    if (cents > BigInt(waiting.suspense))
      throw new CaseworkError(
        'TOO_MUCH_ALLOTTED',
        `Expected at most ${amountOf(BigInt(waiting.suspense))}, but found ${amount}`,
      );
    const receivable = await requireReceivable(act.tx, clerk, receivableId);
    await bookOn(surroundings, act, { receivable, paymentId, amount: cents, from: 'suspense' });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'payment.allotted',
      object: `payment:${paymentId}`,
      administration,
      detail: { receivable: receivableId, amount },
    });
    return viewForAccountant(surroundings, clerk, receivableId, act.tx);
  });
