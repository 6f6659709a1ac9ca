import { takeWord } from './acts/take-word.ts';
import { findOnlinePayment, takeToAsk, type ToAsk } from './storage/online-payments.ts';
import type { PaymentProvider } from './provider/payment-provider.ts';
import type { Surroundings } from './surroundings.ts';

/** Payments of one round; the bell calls the next. */
const ROUND = 20;
/** A process that dies while it asks leaves them to another one after this time. */
const KEEP_MS = 60_000;

const ask = async (
  surroundings: Surroundings,
  provider: PaymentProvider,
  { id, providerId, until }: ToAsk,
): Promise<void> => {
  const one = await findOnlinePayment(surroundings.database, id);
  if (one === undefined) return;
  const asked = { id, until, administration: one.administration };
  try {
    await takeWord(surroundings, { ...asked, word: await provider.read(providerId) });
  } catch (thrown) {
    await takeWord(surroundings, { ...asked, word: null });
    throw thrown;
  }
};

/** Asks the provider what became of the payments whose time has come; answers of how many. What fails is asked again later. */
export const askProvider = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, paymentProvider, onlinePaymentBell } = surroundings;
  if (paymentProvider === null) return 0;
  const now = clock.now();
  const due = await takeToAsk(database, { now, until: now + KEEP_MS, limit: ROUND });
  const outcomes = await Promise.allSettled(due.map((one) => ask(surroundings, paymentProvider, one)));
  if (due.length === ROUND) onlinePaymentBell.ring();
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return due.length;
};
