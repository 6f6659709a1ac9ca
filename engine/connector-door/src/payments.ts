import type { LocalizedText } from '@irisflow/foundation';
import {
  askPayment as ask,
  type AskedPayment,
  cancelPayment as cancel,
  type CanceledPayment,
  grantInstallments as grant,
  type GrantedInstallments,
  lowerPayment as lower,
  type LoweredPayment,
  type PaymentAsked,
} from '@irisflow/ledger';
import type { CaseRow } from '@irisflow/casework';
import { once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export type AskPayment = ConnectorCall &
  Pick<PaymentAsked, 'kind' | 'legalReference' | 'amount' | 'days' | 'dueOn' | 'reminderDays' | 'noticeDays'> & {
    readonly label: LocalizedText;
  };

/** Who applied owes it. */
const debtorIn = ({
  id: caseId,
  administration,
  procedure_key: procedureKey,
  person_id: personId,
  applicant,
}: CaseRow) => ({
  caseId,
  administration,
  procedureKey,
  personId,
  debtor: applicant,
});

/** Asks the applicant of the case to pay; what comes in is told by `payment.received`, what does not by `payment.overdue`. */
export const askPayment: UseCase<AskPayment, AskedPayment> = (surroundings, actor, call) => {
  const { kind, label, legalReference, amount, days, dueOn, reminderDays, noticeDays } = call;
  const wanted = { kind, label, legalReference, amount };
  const due = {
    ...(days === undefined ? {} : { days }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(reminderDays === undefined ? {} : { reminderDays }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
  };
  return once(surroundings, actor, {
    ...call,
    operation: 'payment',
    work: ({ tx, row }) => ask(surroundings, tx, { actor, asked: { ...wanted, ...due, ...debtorIn(row) } }),
  });
};

export type CancelPayment = ConnectorCall & { readonly receivableId: string; readonly reason: string };

/** Takes back what the case had asked: nothing of it is owed any more, and what was paid is to be given back. */
export const cancelPayment: UseCase<CancelPayment, CanceledPayment> = (surroundings, actor, call) => {
  const { receivableId, reason } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'paymentCancellation',
    work: ({ tx, row }) => cancel(surroundings, tx, { actor, caseId: row.id, receivableId, reason }),
  });
};

export type LowerPayment = CancelPayment & { readonly amount: string };

/** Asks for less than the case had asked; what was paid beyond that is to be given back. */
export const lowerPayment: UseCase<LowerPayment, LoweredPayment> = (surroundings, actor, call) => {
  const { receivableId, amount, reason } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'paymentReduction',
    work: ({ tx, row }) => lower(surroundings, tx, { actor, caseId: row.id, receivableId, amount, reason }),
  });
};

export type GrantInstallments = ConnectorCall & {
  readonly receivableId: string;
  readonly count: number;
  readonly firstDueOn: string;
  readonly graceDays?: number;
};

/** Lets the applicant pay what is left in parts, one a month. */
export const grantInstallments: UseCase<GrantInstallments, GrantedInstallments> = (surroundings, actor, call) => {
  const { receivableId, count, firstDueOn, graceDays } = call;
  const asked = { receivableId, count, firstDueOn, ...(graceDays === undefined ? {} : { graceDays }) };
  return once(surroundings, actor, {
    ...call,
    operation: 'installments',
    work: ({ tx, row }) => grant(surroundings, tx, { actor, caseId: row.id, asked }),
  });
};
