import type { Queryable } from '@irisflow/database';
import { foldText } from '@irisflow/foundation';
import { structuredCommunication } from '@irisflow/identifiers';
import { amountOf } from './amount.ts';
import type { Payment } from './storage/payments.ts';
import { listReceivables, listWithRest, type Receivable } from './storage/receivables.ts';
import type { ProposalReason, ProposalView } from './views/money.ts';

const MOST = 5;

const wordsOf = (name: string): string[] =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

/** Banks write names in whatever order, in capitals and with titles: every word of one has to stand in the other. */
export const isSameName = (one: string, other: string): boolean => {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  return short.length > 0 && short.every((word) => long.includes(word)) && (short.length > 1 || long.length === 1);
};

const view = (receivable: Receivable, reasons: ProposalReason[]): ProposalView => ({
  receivableId: receivable.id,
  label: receivable.label,
  debtor: receivable.debtor,
  communication: structuredCommunication.format(receivable.communication),
  dueOn: receivable.dueOn,
  rest: amountOf(receivable.rest),
  reasons,
});

const isNamed = ({ payer }: Payment, { debtor }: Receivable): boolean => debtor !== null && isSameName(payer, debtor);

const fitting = (db: Queryable, { administration, suspense }: Payment): Promise<Receivable[]> =>
  suspense > 0n ? listWithRest(db, { administration, rest: suspense }) : Promise.resolve([]);

/** The only open receivable of the payer's name of which just that is left; null where there is none, or another one. */
export const proposeOne = async (db: Queryable, payment: Payment): Promise<ProposalView | null> => {
  const [one, ...others] = (await fitting(db, payment)).filter((receivable) => isNamed(payment, receivable));
  return one === undefined || others.length > 0 ? null : view(one, ['name', 'amount']);
};

/** Open receivables of whoever is called so. */
const named = async (db: Queryable, payment: Payment, today: string): Promise<Receivable[]> => {
  const words = wordsOf(payment.payer);
  if (words.length === 0) return [];
  const { administration } = payment;
  const wanted = { administration, filter: 'open', words: words.join(' '), communication: null, today } as const;
  return listReceivables(db, { ...wanted, limit: MOST, after: null });
};

/** What a payment may be for: by name and amount, by name, by amount, in this order. */
export const proposeAll = async (db: Queryable, payment: Payment, today: string): Promise<ProposalView[]> => {
  const byAmount = await fitting(db, payment);
  const byName = await named(db, payment, today);
  const all = new Map([...byAmount, ...byName].map((receivable) => [receivable.id, receivable]));
  const reasonsOf = (receivable: Receivable): ProposalReason[] => [
    ...(isNamed(payment, receivable) ? (['name'] as const) : []),
    ...(receivable.rest === payment.suspense ? (['amount'] as const) : []),
  ];
  const weight = ({ reasons }: ProposalView): number => reasons.length * 2 + (reasons.includes('name') ? 1 : 0);
  return [...all.values()]
    .map((receivable) => view(receivable, reasonsOf(receivable)))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, other) => weight(other) - weight(one) || one.dueOn.localeCompare(other.dueOn))
    .slice(0, MOST);
};
