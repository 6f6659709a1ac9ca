import { amountOf, type Cents } from '../amount.ts';
import { insertNews, type NewsName } from '../storage/news.ts';
import type { Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Act } from './post.ts';

interface Told {
  readonly name: Exclude<NewsName, 'payment.overdue'>;
  /** The receivable as it stands after it. */
  readonly receivable: Receivable;
  readonly amount: Cents;
}

/** Leaves word for the process of its case of what became of a receivable. */
export const tellOfPayment = async (
  { clock }: Pick<Surroundings, 'clock'>,
  { tx, day }: Act,
  { name, receivable, amount }: Told,
): Promise<void> => {
  const { id: receivableId, administration, caseId, rest } = receivable;
  if (caseId === null) return;
  const payment = { receivableId, amount: amountOf(amount), rest: amountOf(rest), day };
  await insertNews(tx, { receivableId, administration, caseId, name, payment }, clock.now());
};

/** Leaves word that less is owed than before, though nobody paid: it was lowered, taken back or given up. */
export const tellOfLess = async (
  surroundings: Pick<Surroundings, 'clock'>,
  act: Act,
  { before, after }: { readonly before: Receivable; readonly after: Receivable },
): Promise<void> => {
  if (after.rest >= before.rest) return;
  await tellOfPayment(surroundings, act, {
    name: 'payment.lowered',
    receivable: after,
    amount: before.rest - after.rest,
  });
};
