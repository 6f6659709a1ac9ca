import { actorReference } from '@irisflow/access';
import type { Cents } from '../amount.ts';
import { insertPayment } from '../storage/payments.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PaymentChannel } from '../views/money.ts';
import { accountOf, bookInSuspense, bookOn } from './pay.ts';
import type { Act } from './post.ts';

/** Money that came in on the day of the act. */
export interface Incoming {
  readonly administration: string;
  readonly channel: PaymentChannel;
  readonly amount: Cents;
  /** What the payer wrote, and who they said they are. */
  readonly reference: string;
  readonly payer: string;
  /** What it is for; undefined where nobody knows yet. */
  readonly receivable: Receivable | undefined;
}

/** The only way in for money: on what it is for, or in suspense. Answers the key of the payment. */
export const takeIn = async (
  surroundings: Surroundings,
  act: Act,
  { receivable, ...incoming }: Incoming,
): Promise<string> => {
  const paymentId = surroundings.random.id();
  const { administration, channel, amount } = incoming;
  await insertPayment(act.tx, {
    ...incoming,
    id: paymentId,
    receivableId: receivable?.id ?? null,
    day: act.day,
    recordedAt: surroundings.clock.now(),
    recordedBy: actorReference(act.actor),
  });
  const from = accountOf[channel];
  if (receivable === undefined) await bookInSuspense(surroundings, act, { administration, paymentId, amount, from });
  else await bookOn(surroundings, act, { receivable, paymentId, amount, from });
  return paymentId;
};
