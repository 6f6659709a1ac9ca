import type { budgetOperations } from '../api/contract/budgets.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createBudgetHandlers = ({
  casework: { budgets },
}: HandlerOptions): Handlers<keyof typeof budgetOperations> => ({
  getBudget: ({ actor, query }) => budgets.getBudget(actor, query),
  exportBudget: async ({ actor, query }) => {
    const { name, content } = await budgets.exportBudget(actor, query);
    return { name, mediaType: 'text/csv', content: Buffer.from(content) };
  },
  openBudgetLine: ({ actor, body }) => budgets.openLine(actor, body),
  getBudgetLine: ({ actor, params }) => budgets.getLine(actor, params),
  listBudgetMovements: ({ actor, params, query }) => budgets.listMovements(actor, { ...params, ...query }),
  listEngagements: ({ actor, params, query }) => budgets.listEngagements(actor, { ...params, ...query }),
  askBudgetCredit: ({ actor, params, body }) => budgets.askCredit(actor, { ...params, ...body }),
  decideBudgetCredit: ({ actor, params, body }) => budgets.decideOnCredit(actor, { ...params, ...body }),
  changeEngagement: ({ actor, params, body }) => budgets.changeEngagement(actor, { ...params, ...body }),
  closeEngagementByHand: ({ actor, params, body }) => budgets.closeByHand(actor, { ...params, ...body }),
  previewCarryOver: ({ actor, query }) => budgets.previewCarryOver(actor, query),
  carryOver: ({ actor, body }) => budgets.carryOver(actor, body),
});
