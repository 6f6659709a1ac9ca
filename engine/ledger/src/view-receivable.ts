import { addDays, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { structuredCommunication } from '@irisflow/identifiers';
import { paidOf } from './acts/post.ts';
import { amountOf, most } from './amount.ts';
import { nextOf } from './next-due.ts';
import { type InstallmentRow, latestPlans, partsOfPlans, type PlanRow } from './storage/plans.ts';
import type { Receivable } from './storage/receivables.ts';
import type { PlanView, ReceivableState, ReceivableSummary } from './views/money.ts';

interface Seen {
  /** The day in Brussels. */
  readonly today: string;
  readonly plan: PlanRow | undefined;
  /** The parts of the plan, in their order. */
  readonly parts: readonly InstallmentRow[];
}

/** What the books and the day say of it: nobody types a state. */
export const stateOf = (receivable: Receivable, { today, plan }: Pick<Seen, 'today' | 'plan'>): ReceivableState => {
  const { charged, rest, refund, writtenOff, dueOn, disputedOn } = receivable;
  if (refund > 0n) return 'overpaid';
  if (charged === 0n) return 'canceled';
  if (rest === 0n) return writtenOff > 0n ? 'writtenOff' : 'paid';
  if (plan?.fallen_on === null) return 'inInstallments';
  if (disputedOn === null && (plan !== undefined || dueOn < today)) return 'overdue';
  return paidOf(receivable) > 0n ? 'partlyPaid' : 'open';
};

const viewNext = (receivable: Receivable, { plan, parts }: Seen): ReceivableSummary['next'] => {
  const next = nextOf(receivable, plan, parts);
  return next === null ? null : { ...next, amount: amountOf(next.amount) };
};

export const summarize = (receivable: Receivable, seen: Seen): ReceivableSummary => ({
  id: receivable.id,
  administration: receivable.administration,
  caseId: receivable.caseId,
  kind: receivable.kind,
  label: receivable.label,
  communication: structuredCommunication.format(receivable.communication),
  askedOn: dayOf(+new Date(receivable.askedAt)),
  dueOn: receivable.dueOn,
  disputedOn: receivable.disputedOn,
  state: stateOf(receivable, seen),
  amount: amountOf(receivable.charged),
  paid: amountOf(most(0n, paidOf(receivable))),
  rest: amountOf(receivable.rest),
  refundDue: amountOf(receivable.refund),
  next: viewNext(receivable, seen),
});

/** Many at once, with one look at their plans and one at the parts of these. */
export const summarizeAll = async (
  db: Queryable,
  all: readonly Receivable[],
  today: string,
): Promise<ReceivableSummary[]> => {
  const plans = await latestPlans(
    db,
    all.map(({ id }) => id),
  );
  const parts = await partsOfPlans(
    db,
    [...plans.values()].map(({ id }) => id),
  );
  return all.map((one) => {
    const plan = plans.get(one.id);
    return summarize(one, { today, plan, parts: parts.get(plan?.id ?? '') ?? [] });
  });
};

/** The day after the last one on which the first part that is missed may still be paid. */
const fallsOn = (
  receivable: Receivable,
  { grace_days: days, fallen_on: fallen }: PlanRow,
  parts: readonly InstallmentRow[],
): string | null => {
  if (days === null || fallen !== null || receivable.disputedOn !== null || receivable.rest === 0n) return null;
  const paid = paidOf(receivable);
  const warnedOn = parts.find((part) => part.warned_on !== null && BigInt(part.paid_by_then) > paid)?.warned_on ?? null;
  return warnedOn === null ? null : addDays(warnedOn, days + 1);
};

export const viewPlan = (receivable: Receivable, plan: PlanRow, parts: readonly InstallmentRow[]): PlanView => {
  const paid = paidOf(receivable);
  return {
    grantedOn: plan.granted_on,
    fallenOn: plan.fallen_on,
    fallsOn: fallsOn(receivable, plan, parts),
    installments: parts.map(({ number, due_on: dueOn, amount, paid_by_then: until }) => ({
      number,
      dueOn,
      amount: amountOf(BigInt(amount)),
      isPaid: receivable.rest === 0n || paid >= BigInt(until),
    })),
  };
};
