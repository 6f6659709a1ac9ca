import type { Cents } from '../amount.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Account, PaymentChannel } from '../views/money.ts';
import { type Act, post } from './post.ts';
import { reverseStanding } from './reverse.ts';
import { settle } from './settle.ts';
import { tellOfPayment } from './tell-of-payment.ts';

export const accountOf: Readonly<Record<PaymentChannel, Account>> = {
  counter: 'cash',
  bank: 'bank',
  statement: 'bank',
  online: 'provider',
};

interface Paid {
  readonly receivable: Receivable;
  readonly paymentId: string;
  readonly amount: Cents;
  /** Where the money is: what just came in, or what waited to be recognized. */
  readonly from: Account;
}

/** Who pays after all owes after all: what was given up of the debt is back. */
const revive = async (surroundings: Surroundings, act: Act, { id, writtenOff }: Receivable): Promise<void> => {
  if (writtenOff > 0n)
    await reverseStanding(surroundings, act, { receivableId: id, kind: 'writeOff', reason: 'A payment came in.' });
};

/** Books money on a receivable, puts aside what is too much, and leaves word for the process of its case. */
export const bookOn = async (
  surroundings: Surroundings,
  act: Act,
  { receivable, paymentId, amount, from }: Paid,
): Promise<Receivable> => {
  const { id, administration } = receivable;
  await revive(surroundings, act, receivable);
  await post(surroundings, act, {
    administration,
    kind: from === 'suspense' ? 'allotment' : 'payment',
    receivableId: id,
    paymentId,
    lines: [
      { account: from, amount },
      { account: 'receivable', amount: -amount },
    ],
  });
  const after = await settle(surroundings, act, id);
  await tellOfPayment(surroundings, act, { name: 'payment.received', receivable: after, amount });
  return after;
};

/** Books money of which nobody knows what it is for. */
export const bookInSuspense = (
  surroundings: Surroundings,
  act: Act,
  { administration, paymentId, amount, from }: Omit<Paid, 'receivable'> & { readonly administration: string },
): Promise<string> =>
  post(surroundings, act, {
    administration,
    kind: 'payment',
    receivableId: null,
    paymentId,
    lines: [
      { account: from, amount },
      { account: 'suspense', amount: -amount },
    ],
  });
