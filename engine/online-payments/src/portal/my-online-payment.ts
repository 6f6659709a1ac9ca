import { actingFor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { amountOf, nextDue, type Receivable, requireMine } from '@irisflow/ledger';
import { receivedBy } from '../storage/captures.ts';
import { askAtOnce, findLatest, type State } from '../storage/online-payments.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { OnlinePaymentState, OnlinePaymentView } from '../views/online-payment.ts';

const shown: Readonly<Record<State, OnlinePaymentState>> = {
  begun: 'open',
  open: 'open',
  replaced: 'open',
  paid: 'paid',
  refused: 'refused',
  abandoned: 'abandoned',
  expired: 'expired',
};

const viewLatest = async (db: Queryable, { id }: Receivable): Promise<OnlinePaymentView['latest']> => {
  const latest = await findLatest(db, id);
  if (latest === undefined) return null;
  const received = await receivedBy(db, latest.id);
  return {
    amount: amountOf(latest.amount),
    received: received > 0n ? amountOf(received) : null,
    state: shown[latest.state],
    startedAt: instantOf(latest.startedAt),
  };
};

const view = async (
  { database, paymentProvider }: Surroundings,
  receivable: Receivable,
): Promise<OnlinePaymentView> => {
  const due = paymentProvider === null ? 0n : await nextDue(database, receivable);
  return { payable: due > 0n ? amountOf(due) : null, latest: await viewLatest(database, receivable) };
};

/** Whether something that I owe can be paid online, and what became of the last time that somebody went to. */
export const getMine: UseCase<{ readonly receivableId: string }, OnlinePaymentView> = async (
  surroundings,
  actor,
  { receivableId },
) => view(surroundings, await requireMine(surroundings.database, actor, receivableId));

/** Whoever comes back from the provider's page wants to know now: the provider is asked at once. */
export const comeBack: UseCase<{ readonly receivableId: string }, OnlinePaymentView> = async (
  surroundings,
  actor,
  { receivableId },
) => {
  const receivable = await requireMine(surroundings.database, actor, receivableId);
  const { database, clock, onlinePaymentBell } = actingFor(surroundings, actor, 'onlinePayments');
  if (await askAtOnce(database, { receivableId }, clock.now())) onlinePaymentBell.ring();
  return view(surroundings, receivable);
};
