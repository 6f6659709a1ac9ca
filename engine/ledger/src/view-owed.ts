import type { Queryable } from '@irisflow/database';
import { iban, structuredCommunication } from '@irisflow/identifiers';
import { amountOf } from './amount.ts';
import { type EntryRow, type LineRow, listEntriesOf, listLinesOf } from './storage/entries.ts';
import { listSteps } from './storage/news.ts';
import { findPayee } from './storage/payees.ts';
import { latestPlans, listInstallments } from './storage/plans.ts';
import type { Receivable } from './storage/receivables.ts';
import { transferText } from './transfer-text.ts';
import { summarize, viewPlan } from './view-receivable.ts';
import type { OwedView } from './views/money.ts';

const paying: readonly EntryRow['kind'][] = ['payment', 'allotment'];

/** What came in for it, and what of that was taken back. */
const paymentsIn = (entries: readonly EntryRow[], lines: readonly LineRow[]): OwedView['payments'] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const isPaying = ({ kind, reverses }: EntryRow): boolean =>
    paying.includes(kind) || (reverses !== null && paying.includes(byId.get(reverses)?.kind ?? 'charge'));
  return entries.filter(isPaying).map(({ id, day }) => {
    const line = lines.find(({ entryId, account }) => entryId === id && account === 'receivable');
    return { day, amount: amountOf(-(line?.amount ?? 0n)) };
  });
};

export interface Owed {
  readonly view: OwedView;
  readonly entries: readonly EntryRow[];
  readonly lines: readonly LineRow[];
}

/** One receivable with how it is paid, what was paid, and in which parts. */
export const viewOwed = async (db: Queryable, receivable: Receivable, today: string): Promise<Owed> => {
  const { id, administration, communication } = receivable;
  const plan = (await latestPlans(db, [id])).get(id);
  const parts = plan === undefined ? [] : await listInstallments(db, plan.id);
  const summary = summarize(receivable, { today, plan, parts });
  const payee = await findPayee(db, administration);
  const entries = await listEntriesOf(db, id);
  const lines = await listLinesOf(
    db,
    entries.map((entry) => entry.id),
  );
  const view: OwedView = {
    ...summary,
    legalReference: receivable.legalReference,
    payee: payee === null ? null : { ...payee, iban: iban.format(payee.iban) },
    plan: plan === undefined ? null : viewPlan(receivable, plan, parts),
    payments: paymentsIn(entries, lines),
    steps: await listSteps(db, id),
    transfer:
      payee === null || summary.next === null
        ? null
        : transferText({
            ...payee,
            amount: summary.next.amount,
            communication: structuredCommunication.format(communication),
          }),
  };
  return { view, entries, lines };
};
