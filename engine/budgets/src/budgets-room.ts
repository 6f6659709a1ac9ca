import { room } from '@irisflow/access';
import { carryOver, previewCarryOver } from './desk/carry-over.ts';
import { exportBudget } from './desk/export-budget.ts';
import { changeEngagement, closeByHand } from './desk/keep-engagement.ts';
import { askCredit, decideOnCredit, openLine } from './desk/keep-lines.ts';
import { getBudget, getLine, listEngagements, listMovements } from './desk/read-budget.ts';
import type { Surroundings } from './surroundings.ts';

/** What an administration may spend, and what is set aside of it. */
export const budgetsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    getBudget,
    exportBudget,
    openLine,
    getLine,
    listMovements,
    listEngagements,
    askCredit,
    decideOnCredit,
    changeEngagement,
    closeByHand,
    previewCarryOver,
    carryOver,
  });
