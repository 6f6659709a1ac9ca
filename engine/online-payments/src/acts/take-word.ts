import { appendAudit, job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { structuredCommunication } from '@irisflow/identifiers';
import { amountOf, centsOf, lockLedger, type Receivable, reread, takeIn } from '@irisflow/ledger';
import type { Queryable } from '@irisflow/database';
import type { Capture, ProviderWord } from '../provider/payment-provider.ts';
import { insertCapture, listCaptures } from '../storage/captures.ts';
import {
  findOnlinePayment,
  noteAsked,
  type OnlinePayment,
  type State,
  type ToAsk,
} from '../storage/online-payments.ts';
import type { Surroundings } from '../surroundings.ts';
import { standing } from './standing.ts';

/** The day in Brussels on which the provider took it in; never before it was asked, never after today. */
const dayIn = ({ startedAt }: OnlinePayment, { at }: Capture, now: number): string =>
  dayOf(Math.min(now, Math.max(at, +new Date(startedAt))));

interface Booked {
  readonly one: OnlinePayment;
  readonly receivable: Receivable;
  readonly capture: Capture;
}

const book = async (surroundings: Surroundings, tx: Queryable, { one, receivable, capture }: Booked): Promise<void> => {
  const { administration, receivableId } = one;
  const amount = centsOf(capture.amount);
  const actor = job('onlinePayments');
  const paymentId = await takeIn(
    surroundings,
    { tx, actor, day: dayIn(one, capture, surroundings.clock.now()) },
    {
      administration,
      channel: 'online',
      amount,
      reference: structuredCommunication.format(receivable.communication),
      payer: receivable.debtor ?? '',
      receivable,
    },
  );
  await insertCapture(tx, { onlinePaymentId: one.id, capture: capture.id, paymentId });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'onlinePayment.booked',
    object: `receivable:${receivableId}`,
    administration,
    detail: { onlinePayment: one.id, payment: paymentId, amount: amountOf(amount) },
  });
};

/** That it is paid, by whoever says so without any money, is not believed. */
const stateAfter = ({ state }: OnlinePayment, word: ProviderWord, booked: number): State => {
  if (word.state === 'open' || (word.state === 'paid' && booked === 0)) return state;
  return word.state;
};

/** Books what has not been booked; answers where the payment stands by it. */
const bookAll = async (
  surroundings: Surroundings,
  tx: Queryable,
  { one, word }: { readonly one: OnlinePayment; readonly word: ProviderWord },
): Promise<State> => {
  const known = new Set(await listCaptures(tx, one.id));
  for (const capture of word.captures) {
    if (known.has(capture.id)) continue;
    await book(surroundings, tx, { one, receivable: await reread(tx, one.receivableId), capture });
    known.add(capture.id);
  }
  return stateAfter(one, word, known.size);
};

export interface Asked extends Pick<ToAsk, 'id' | 'until'>, Pick<OnlinePayment, 'administration'> {
  /** Null where it said nothing that can be believed. */
  readonly word: ProviderWord | null;
}

/**
 * Books what the provider took in and has not been booked, and notes where the payment stands, in one transaction that has locked
 * the books: however often it says so, in whatever order, each capture is booked once.
 */
export const takeWord = (surroundings: Surroundings, { id, until, administration, word }: Asked): Promise<void> =>
  surroundings.database.transaction(async (tx) => {
    await lockLedger(tx, administration);
    const one = await findOnlinePayment(tx, id);
    if (one === undefined) return;
    const state = word === null ? one.state : await bookAll(surroundings, tx, { one, word });
    await noteAsked(tx, { id, until, ...standing(one, state, surroundings.clock.now()) });
  });
