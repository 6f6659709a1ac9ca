import { Type } from 'typebox';

import { Amount, Key, LocalDate, LocalizedTexts } from './call-shapes.ts';

/** What a process asks of the money of its case: what is owed, what is set aside, what is paid out. */
export const MONEY_CALLS = {
  askPayment: {
    path: 'payments',
    request: Type.Object({
      kind: Type.Enum(['fee', 'fine', 'recovery']),
      /** What it is for, as whoever pays reads it. */
      label: LocalizedTexts,
      legalReference: Type.String({ minLength: 1, maxLength: 300 }),
      amount: Amount,
      /** Days to pay, from tomorrow on; or the last day itself; 30 days when both are left out. */
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
      dueOn: Type.Optional(LocalDate),
      /** Days overdue after which `payment.overdue` comes with the step `reminder`; without it, never. */
      reminderDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
      /** Days after the reminder after which it comes with the step `formalNotice`; without it, never. */
      noticeDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    }),
    response: Type.Object({
      /** What `payment.received` and `payment.overdue` are correlated on. */
      receivableId: Type.String(),
      communication: Type.String(),
      dueOn: Type.String(),
      amount: Type.String(),
      iban: Type.String(),
    }),
  },
  cancelPayment: {
    path: 'payment-cancellations',
    request: Type.Object({ receivableId: Key, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    response: Type.Object({ refundDue: Type.String() }),
  },
  lowerPayment: {
    path: 'payment-reductions',
    request: Type.Object({
      receivableId: Key,
      /** What is owed in all from now on, less than before. */
      amount: Amount,
      reason: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    response: Type.Object({ rest: Type.String(), refundDue: Type.String() }),
  },
  grantInstallments: {
    path: 'installments',
    request: Type.Object({
      receivableId: Key,
      /** Into how many parts what is left is divided, one a month. */
      count: Type.Integer({ minimum: 2, maximum: 60 }),
      firstDueOn: LocalDate,
      /** Days for which the plan holds on after a missed part, which `payment.missed` tells; it falls at once without them. */
      graceDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    }),
    response: Type.Object({
      installments: Type.Array(Type.Object({ dueOn: Type.String(), amount: Type.String() })),
    }),
  },
  engageBudget: {
    path: 'engagements',
    request: Type.Object({
      /** The code of a budget line of the administration. */
      budgetLine: Type.String({ minLength: 1, maxLength: 40 }),
      amount: Amount,
      /** What it is for, as the accountants read it. */
      label: LocalizedTexts,
    }),
    response: Type.Object({
      /** That no budget is left is an answer and no fault. */
      result: Type.Enum(['engaged', 'noBudgetLeft']),
      engagementId: Type.Union([Type.String(), Type.Null()]),
      /** What can still be engaged on the line. */
      available: Type.String(),
    }),
  },
  setEngagement: {
    path: 'engagement-changes',
    request: Type.Object({ engagementId: Key, amount: Amount }),
    response: Type.Object({
      result: Type.Enum(['engaged', 'noBudgetLeft', 'alreadyUsed', 'closed']),
      available: Type.String(),
    }),
  },
  closeEngagement: {
    path: 'engagement-closings',
    request: Type.Object({ engagementId: Key }),
    response: Type.Object({ released: Type.String() }),
  },
  orderPayment: {
    path: 'orders',
    request: Type.Object({
      /** What it is for, as whoever gets it reads it. */
      label: LocalizedTexts,
      amount: Amount,
      /** The account that gets it; its check digits have to fit. */
      iban: Type.String({ minLength: 1, maxLength: 50 }),
      /** A role that somebody has in the case; or the name of somebody else; the applicant when both are left out. */
      payeeRole: Type.Optional(Key),
      payeeName: Type.Optional(Type.String({ minLength: 1, maxLength: 140 })),
      /** The day on which it is to be paid; today when it is left out. */
      dueOn: Type.Optional(LocalDate),
      communication: Type.Optional(Type.String({ minLength: 1, maxLength: 140 })),
      rightId: Type.Optional(Key),
      /** The engagement that it takes from; without it, no budget is asked. */
      engagementId: Type.Optional(Key),
    }),
    response: Type.Object({
      /** Beyond its engagement or the credit of its line, nothing is ordered. */
      result: Type.Enum(['ordered', 'beyondEngagement', 'noCreditLeft']),
      /** What `payment.executed` and `payment.rejected` are correlated on. */
      payableId: Type.Union([Type.String(), Type.Null()]),
      amount: Type.String(),
      dueOn: Type.String(),
      /** What would have been covered; null where it was ordered. */
      available: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  cancelOrder: {
    path: 'order-cancellations',
    request: Type.Object({ payableId: Key, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    response: Type.Object({ isCanceled: Type.Boolean() }),
  },
} as const;
