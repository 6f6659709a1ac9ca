import { LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Amount } from '@irisflow/ledger';
import { Type } from 'typebox';
import { operationsOf } from './operation.ts';

const access = 'connector';
const method = 'POST';
const path = <const T extends string>(operation: T) => `/api/connector/case/${operation}` as const;

/** What a process sets aside of a budget; every answer is a branch of it. */
export const budgetVerbs = operationsOf({
  engageBudget: {
    method,
    path: path('engagements'),
    summary:
      'Sets an amount aside on the budget line of this year; answers `noBudgetLeft` where its credit does not cover it.',
    access,
    body: Type.Object({
      budgetLine: Type.String({ minLength: 1, maxLength: 40 }),
      amount: Amount,
      label: LocalizedText,
    }),
    reply: Type.Object({
      result: oneOf(['engaged', 'noBudgetLeft']),
      engagementId: nullable(OpaqueId),
      available: Amount,
    }),
  },
  setEngagement: {
    method,
    path: path('engagement-changes'),
    summary: 'Raises or lowers what the case has set aside.',
    access,
    body: Type.Object({ engagementId: OpaqueId, amount: Amount }),
    reply: Type.Object({ result: oneOf(['engaged', 'noBudgetLeft', 'alreadyUsed', 'closed']), available: Amount }),
  },
  closeEngagement: {
    method,
    path: path('engagement-closings'),
    summary: 'Gives back what no order took of what the case had set aside.',
    access,
    body: Type.Object({ engagementId: OpaqueId }),
    reply: Type.Object({ released: Amount }),
  },
});
