import { type Actor, appendAudit, type Clerk } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import type { Act } from '../acts/post.ts';
import { amountOf, type Cents } from '../amount.ts';
import type { Payment } from '../storage/payments.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PaymentView } from '../views/money.ts';
import { onBooks } from './accountant.ts';
import { requirePayment, viewPayment } from './read-payments.ts';

interface ActOnPayment {
  readonly paymentId: string;
  readonly action: string;
  /** Answers what is noted of it in the audit. */
  readonly work: (act: Act, payment: Payment, clerk: Clerk) => Promise<Readonly<Record<string, unknown>>>;
}

/** One act on a payment of somebody's administration, on record; answers the payment as it stands after it. */
export const onPayment = (
  surroundings: Surroundings,
  actor: Actor,
  { paymentId, action, work }: ActOnPayment,
): Promise<PaymentView> =>
  onBooks(surroundings, actor, async (act, clerk) => {
    const detail = await work(act, await requirePayment(act.tx, clerk, paymentId), clerk);
    const view = await viewPayment(surroundings, act.tx, await requirePayment(act.tx, clerk, paymentId));
    await appendAudit(surroundings, act.tx, {
      actor,
      action,
      object: `payment:${paymentId}`,
      administration: clerk.administration,
      detail,
    });
    return view;
  });

/** Nothing is booked twice: what is allotted and given back together is what waits, at most. */
export const requireWaiting = ({ suspense }: Payment, wanted: Cents): void => {
  if (wanted <= suspense) return;
  throw new CaseworkError('TOO_MUCH_ALLOTTED', `Expected at most ${amountOf(suspense)}, but found ${amountOf(wanted)}`);
};
