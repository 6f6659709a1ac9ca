import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { askProvider } from './ask-provider.ts';
import { bookPayout } from './desk/book-payout.ts';
import { hearProvider } from './hear-provider.ts';
import { comeBack, getMine } from './portal/my-online-payment.ts';
import { payOnline } from './portal/pay-online.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. Answers of how many payments the provider was asked. */
const ask: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return askProvider(actingAs(surroundings, job('onlinePayments')));
};

/** Receivables that are paid on the page of a payment provider. */
export const onlinePaymentsRoom = (surroundings: Surroundings) =>
  room(surroundings, { payOnline, getMine, comeBack, hearProvider, bookPayout, ask });
