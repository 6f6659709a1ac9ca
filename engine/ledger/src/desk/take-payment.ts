import { appendAudit } from '@irisflow/access';
import { daysBetween } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { structuredCommunication } from '@irisflow/identifiers';
import type { Act } from '../acts/post.ts';
import { takeIn } from '../acts/take-in.ts';
import { centsOf } from '../amount.ts';
import { findByCommunication, type Receivable } from '../storage/receivables.ts';
import type { UseCase } from '../surroundings.ts';
import type { PaymentChannel } from '../views/money.ts';
import { onBooks, requireReceivable } from './accountant.ts';

export interface TakenPayment {
  readonly channel: Exclude<PaymentChannel, 'statement' | 'online'>;
  readonly amount: string;
  /** On which the money came in; not after today. */
  readonly day: string;
  /** What the payer wrote: a communication is recognized, anything else waits for a person. */
  readonly reference: string;
  readonly payer: string;
  /** What it is for, where a person says so. */
  readonly receivableId?: string;
}

export interface Taken {
  readonly paymentId: string;
  /** What it was booked on; null where it waits to be recognized. */
  readonly receivableId: string | null;
}

const FARTHEST_BACK = 366;

const requirePast = (today: string, day: string): void => {
  const ago = daysBetween(day, today);
  if (ago >= 0 && ago <= FARTHEST_BACK) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day within the year up to ${today}, but found ${day}`);
};

const recognize = async (act: Act, administration: string, reference: string): Promise<Receivable | undefined> => {
  const checked = structuredCommunication.check(reference);
  return checked.ok ? findByCommunication(act.tx, { administration, communication: checked.value }) : undefined;
};

/** Enters money that came in, at a counter or on the account: on what it is for, or in suspense. */
export const takePayment: UseCase<TakenPayment, Taken> = (surroundings, actor, taken) =>
  onBooks(surroundings, actor, async (now, clerk) => {
    const { administration } = clerk;
    const { channel, day, reference, payer, receivableId: named } = taken;
    requirePast(now.day, day);
    const act = { ...now, day };
    const amount = centsOf(taken.amount);
    const receivable =
      named === undefined
        ? await recognize(act, administration, reference)
        : await requireReceivable(act.tx, clerk, named);
    const receivableId = receivable?.id ?? null;
    const paymentId = await takeIn(surroundings, act, {
      administration,
      channel,
      amount,
      reference,
      payer,
      receivable,
    });
    await appendAudit(surroundings, act.tx, {
      actor,
      action: 'payment.taken',
      object: `payment:${paymentId}`,
      administration,
      detail: { channel, amount: taken.amount, day, receivable: receivableId },
    });
    return { paymentId, receivableId };
  });
