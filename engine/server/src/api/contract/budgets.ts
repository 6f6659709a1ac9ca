import {
  BudgetLineView,
  BudgetMovementPage,
  BudgetView,
  BudgetYear,
  CarryOverView,
  CreditAsked,
  EngagementPage,
  NewLine,
} from '@irisflow/budgets';
import { Locale, OpaqueId, Ordinal, visibleText } from '@irisflow/foundation';
import { Amount } from '@irisflow/ledger';
import { Type } from 'typebox';
import { accountants, exportLimit, operationsOf } from './operation.ts';

const byLine = Type.Object({ lineId: OpaqueId });
const byEngagement = Type.Object({ engagementId: OpaqueId });
const Reason = visibleText(500);
const page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

/** What administrations may spend, and what is set aside of it. */
export const budgetOperations = operationsOf({
  getBudget: {
    method: 'GET',
    path: '/api/budget',
    summary: 'The budget lines of a year, or of this one, and what they come to together.',
    access: accountants,
    query: Type.Object({ year: Type.Optional(BudgetYear) }),
    reply: BudgetView,
  },
  exportBudget: {
    method: 'GET',
    path: '/api/budget/export',
    summary: 'The same as CSV; the audit says who took it.',
    access: accountants,
    limit: exportLimit,
    query: Type.Object({ year: BudgetYear, language: Locale }),
    reply: 'file',
  },
  openBudgetLine: {
    method: 'POST',
    path: '/api/budget/lines',
    summary: 'Opens a line for a year; it holds nothing until its credits are approved.',
    access: accountants,
    body: NewLine,
    reply: BudgetLineView,
  },
  getBudgetLine: {
    method: 'GET',
    path: '/api/budget/lines/{lineId}',
    summary: 'One line, with the changes of its credits.',
    access: accountants,
    params: byLine,
    reply: BudgetLineView,
  },
  listBudgetMovements: {
    method: 'GET',
    path: '/api/budget/lines/{lineId}/movements',
    summary: 'What was done to a line, the latest first.',
    access: accountants,
    params: byLine,
    query: page,
    reply: BudgetMovementPage,
  },
  listEngagements: {
    method: 'GET',
    path: '/api/budget/lines/{lineId}/engagements',
    summary: 'What cases have set aside of a line, the eldest first.',
    access: accountants,
    params: byLine,
    query: page,
    reply: EngagementPage,
  },
  askBudgetCredit: {
    method: 'POST',
    path: '/api/budget/lines/{lineId}/credits',
    summary: 'Asks that the credits of a line change; somebody else decides.',
    access: accountants,
    params: byLine,
    body: CreditAsked,
    reply: BudgetLineView,
  },
  decideBudgetCredit: {
    method: 'POST',
    path: '/api/budget/credits/{creditId}/decision',
    summary: 'Decides a change of credits that somebody else asked.',
    access: accountants,
    params: Type.Object({ creditId: OpaqueId }),
    body: Type.Object({ isApproved: Type.Boolean() }),
    reply: BudgetLineView,
  },
  changeEngagement: {
    method: 'POST',
    path: '/api/budget/engagements/{engagementId}/amount',
    summary: 'Raises or lowers what a case has set aside, and says why.',
    access: accountants,
    params: byEngagement,
    body: Type.Object({ amount: Amount, reason: Reason }),
    reply: BudgetLineView,
  },
  closeEngagementByHand: {
    method: 'POST',
    path: '/api/budget/engagements/{engagementId}/closing',
    summary: 'Closes it and says why: what no order took goes back.',
    access: accountants,
    params: byEngagement,
    body: Type.Object({ reason: Reason }),
    reply: BudgetLineView,
  },
  previewCarryOver: {
    method: 'GET',
    path: '/api/budget/carry-over',
    summary: 'What engagements of a year would go over to the next one.',
    access: accountants,
    query: Type.Object({ year: BudgetYear }),
    reply: CarryOverView,
  },
  carryOver: {
    method: 'POST',
    path: '/api/budget/carry-over',
    summary: 'Carries over what the preview showed, no more and no less.',
    access: accountants,
    body: Type.Object({ year: BudgetYear, engagements: Ordinal, amount: Amount }),
    reply: CarryOverView,
  },
});
