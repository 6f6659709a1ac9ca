import {
  closeEngagement as close,
  engage,
  type Engaged,
  type Engaging,
  type EngagementClosed,
  type EngagementSet,
  setEngagement as set,
} from '@irisflow/budgets';
import { once, type ConnectorCall } from './once.ts';
import type { UseCase } from './surroundings.ts';

export type EngageBudget = ConnectorCall & Pick<Engaging, 'budgetLine' | 'amount' | 'label'>;

/** Sets something aside on a budget line; that nothing is left of it is an answer, and no fault. */
export const engageBudget: UseCase<EngageBudget, Engaged> = (surroundings, actor, call) => {
  const { budgetLine, amount, label } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'engagement',
    work: ({ tx, row: { id: caseId, administration, procedure_key: procedureKey } }) =>
      engage(surroundings, tx, { actor, wanted: { administration, caseId, procedureKey, budgetLine, amount, label } }),
  });
};

export type SetEngagement = ConnectorCall & { readonly engagementId: string; readonly amount: string };

/** Raises or lowers what the case has set aside. */
export const setEngagement: UseCase<SetEngagement, EngagementSet> = (surroundings, actor, call) => {
  const { engagementId, amount } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'engagementChange',
    work: ({ tx, row: { id: caseId } }) => set(surroundings, tx, { actor, caseId, engagementId, amount }),
  });
};

export type CloseEngagement = ConnectorCall & { readonly engagementId: string };

/** Gives back what no order took of what the case had set aside. */
export const closeEngagement: UseCase<CloseEngagement, EngagementClosed> = (surroundings, actor, call) => {
  const { engagementId } = call;
  return once(surroundings, actor, {
    ...call,
    operation: 'engagementClosing',
    work: ({ tx, row: { id: caseId } }) => close(surroundings, tx, { actor, caseId, engagementId }),
  });
};
