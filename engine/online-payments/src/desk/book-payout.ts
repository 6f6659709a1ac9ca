import { CaseworkError } from '@irisflow/foundation';
import {
  amountOf,
  type Cents,
  centsOf,
  listBalances,
  onPayment,
  type PaymentChannel,
  type PaymentView,
  post,
} from '@irisflow/ledger';
import type { Queryable } from '@irisflow/database';
import type { UseCase } from '../surroundings.ts';

export interface Payout {
  readonly paymentId: string;
  /** What the provider kept for itself; left out where that is nothing. */
  readonly fee?: string;
}

const requireAtProvider = async (tx: Queryable, administration: string, wanted: Cents): Promise<void> => {
  const there = (await listBalances(tx, administration)).find(({ account }) => account === 'provider')?.balance ?? 0n;
  if (wanted <= there) return;
  throw new CaseworkError(
    'PAYOUT_TOO_LARGE',
    `Expected the provider to have ${amountOf(wanted)}, but it has ${amountOf(there)}`,
  );
};

/** What a provider took in, and what lies in a till, is not what it pays out. */
const requireOnAccount = (channel: PaymentChannel): void => {
  if (channel === 'statement' || channel === 'bank') return;
  throw new CaseworkError('NOT_A_PAYOUT', `Expected money that came on the account, but it came by ${channel}`);
};

/**
 * Says that money which came in and waits is what the provider pays out: it empties the account of the provider, together with
 * what the provider kept for itself, which is a cost.
 */
export const bookPayout: UseCase<Payout, PaymentView> = (surroundings, actor, { paymentId, fee }) =>
  onPayment(surroundings, actor, {
    paymentId,
    action: 'payment.paidOut',
    work: async (act, payment) => {
      const { administration, suspense } = payment;
      requireOnAccount(payment.channel);
      if (suspense <= 0n)
        throw new CaseworkError('NOTHING_LEFT', `Expected ${paymentId} to wait, but nothing of it does`);
      const kept = fee === undefined ? 0n : centsOf(fee);
      await requireAtProvider(act.tx, administration, suspense + kept);
      await post(surroundings, act, {
        administration,
        kind: 'payout',
        receivableId: null,
        paymentId,
        lines: [
          { account: 'suspense', amount: suspense },
          ...(kept === 0n ? [] : [{ account: 'expense' as const, amount: kept }]),
          { account: 'provider', amount: -(suspense + kept) },
        ],
      });
      return { amount: amountOf(suspense), fee: amountOf(kept) };
    },
  });
