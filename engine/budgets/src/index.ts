export { budgetsRoom } from './budgets-room.ts';
export { coverOf, giveBackOrders, payOrders, returnOrders, takeForOrder, type Uncovered } from './acts/orders.ts';
export { checkBudgets } from './storage/check-budgets.ts';
export { budgetsMigrations } from './storage/migrations.ts';
export type { BudgetsTables } from './storage/tables.gen.ts';
export { engage, type Engaged, type Engaging } from './verbs/engage.ts';
export { closeEngagement, type EngagementClosed, type EngagementSet, setEngagement } from './verbs/set-engagement.ts';
export {
  BudgetLineSummary,
  BudgetLineView,
  BudgetMovement,
  BudgetMovementPage,
  BudgetView,
  BudgetYear,
  CarryOverView,
  CreditAsked,
  CreditView,
  EngagementPage,
  EngagementView,
  NewLine,
} from './views/budget.ts';
export { budgetWalls } from './walls/budget-walls.ts';
