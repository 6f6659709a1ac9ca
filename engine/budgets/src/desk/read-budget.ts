import { namesOf } from '@irisflow/access';
import { cursorNumber, cursorOf, instantOf, pageLimit, positionOf } from '@irisflow/foundation';
import { amountOf, requireAccountant } from '@irisflow/ledger';
import { yearOf } from '../acts/change-engagement.ts';
import { countOfLine, type Engagement, listOfLine, restOf } from '../storage/engagements.ts';
import { countMovements, listMovements as listRows } from '../storage/movements.ts';
import type { UseCase } from '../surroundings.ts';
import type {
  BudgetLineView,
  BudgetMovementPage,
  BudgetView,
  EngagementPage,
  EngagementState,
  EngagementView,
} from '../views/budget.ts';
import { requireBudgetLine } from './on-budget.ts';
import { viewBudget, viewLine } from './view-line.ts';

/** The lines of a year; of this one where none is named. */
export const getBudget: UseCase<{ readonly year?: number }, BudgetView> = async (surroundings, actor, { year }) =>
  viewBudget(surroundings.database, requireAccountant(actor), year ?? yearOf(surroundings));

export const getLine: UseCase<{ readonly lineId: string }, BudgetLineView> = async ({ database }, actor, { lineId }) =>
  viewLine(database, requireAccountant(actor), lineId);

export interface PageOfLine {
  readonly lineId: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const stateOf = (one: Engagement): EngagementState => {
  if (one.closedAt !== null) return 'closed';
  if (restOf(one) > 0n) return 'open';
  return one.carriedOut > 0n ? 'carriedOver' : 'used';
};

const viewEngagement = (one: Engagement): EngagementView => ({
  id: one.id,
  caseId: one.caseId,
  label: one.label,
  openedAt: instantOf(one.openedAt),
  state: stateOf(one),
  amount: amountOf(one.engaged + one.carriedIn),
  liquidated: amountOf(one.liquidated),
  paid: amountOf(one.paid),
  rest: amountOf(restOf(one)),
});

/** What is set aside of a line, the eldest first. */
export const listEngagements: UseCase<PageOfLine, EngagementPage> = async (
  { database },
  actor,
  { lineId, cursor, limit },
) => {
  await requireBudgetLine(database, requireAccountant(actor), lineId);
  const most = pageLimit(limit);
  const rows = await listOfLine(database, { lineId, after: positionOf(cursor, 'instant'), limit: most + 1 });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  return {
    items: page.map(viewEngagement),
    total: await countOfLine(database, lineId),
    nextCursor:
      rows.length > most && last !== undefined ? cursorOf({ sort: instantOf(last.openedAt), id: last.id }) : null,
  };
};

const PERSON = 'person:';

/** What was done to a line, the latest first. */
export const listMovements: UseCase<PageOfLine, BudgetMovementPage> = async (
  { database },
  actor,
  { lineId, cursor, limit },
) => {
  await requireBudgetLine(database, requireAccountant(actor), lineId);
  const most = pageLimit(limit);
  const before = cursorNumber(cursor);
  const rows = await listRows(database, {
    lineId,
    before: before === null ? null : String(before),
    limit: most + 1,
  });
  const page = rows.slice(0, most);
  const people = page.flatMap(({ madeBy }) => (madeBy.startsWith(PERSON) ? [madeBy.slice(PERSON.length)] : []));
  const names = await namesOf(database, [...new Set(people)]);
  return {
    items: page.map(({ madeBy, at, reason, id, kind, engagementId: _of, ...sums }) => ({
      id,
      kind,
      at: instantOf(at),
      by: names.get(madeBy.slice(PERSON.length)) ?? null,
      reason,
      engagementCredit: amountOf(sums.engagementCredit),
      liquidationCredit: amountOf(sums.liquidationCredit),
      engaged: amountOf(sums.engaged),
      carried: amountOf(sums.carried),
      liquidated: amountOf(sums.liquidated),
      paid: amountOf(sums.paid),
    })),
    total: await countMovements(database, lineId),
    nextCursor: rows.length > most ? (page.at(-1)?.id ?? null) : null,
  };
};
