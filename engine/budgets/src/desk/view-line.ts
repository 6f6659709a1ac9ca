import { type Clerk, isAccountOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { amountOf } from '@irisflow/ledger';
import { type CreditRow, listCreditsOf, listWaitingLines } from '../storage/credits.ts';
import { type Line, listLines, listYears } from '../storage/lines.ts';
import type { BudgetLineSummary, BudgetLineView, BudgetSums, BudgetView, CreditView } from '../views/budget.ts';
import { requireBudgetLine } from './on-budget.ts';

type Sums = Omit<Line, 'id' | 'administration' | 'code' | 'year' | 'label'>;

const none: Sums = {
  engagementCredit: 0n,
  liquidationCredit: 0n,
  engaged: 0n,
  carriedIn: 0n,
  carriedOut: 0n,
  liquidated: 0n,
  paid: 0n,
};

const add = (left: Sums, right: Sums): Sums => ({
  engagementCredit: left.engagementCredit + right.engagementCredit,
  liquidationCredit: left.liquidationCredit + right.liquidationCredit,
  engaged: left.engaged + right.engaged,
  carriedIn: left.carriedIn + right.carriedIn,
  carriedOut: left.carriedOut + right.carriedOut,
  liquidated: left.liquidated + right.liquidated,
  paid: left.paid + right.paid,
});

const viewSums = (sums: Sums): BudgetSums => ({
  engagementCredit: amountOf(sums.engagementCredit),
  engaged: amountOf(sums.engaged),
  available: amountOf(sums.engagementCredit - sums.engaged),
  carriedIn: amountOf(sums.carriedIn),
  carriedOut: amountOf(sums.carriedOut),
  liquidationCredit: amountOf(sums.liquidationCredit),
  liquidated: amountOf(sums.liquidated),
  paid: amountOf(sums.paid),
  toLiquidate: amountOf(sums.liquidationCredit - sums.liquidated),
  outstanding: amountOf(sums.engaged + sums.carriedIn - sums.carriedOut - sums.liquidated),
});

const summarize = (line: Line, waiting: ReadonlySet<string>): BudgetLineSummary => {
  const { id, code, year, label } = line;
  return { id, code, year, label, isAsked: waiting.has(id), ...viewSums(line) };
};

/** The lines of a year with what they come to together. */
export const viewBudget = async (db: Queryable, { administration }: Clerk, year: number): Promise<BudgetView> => {
  const lines = await listLines(db, { administration, year });
  const waiting = await listWaitingLines(db, administration);
  return {
    year,
    years: await listYears(db, administration),
    lines: lines.map((line) => summarize(line, waiting)),
    total: viewSums(lines.reduce<Sums>(add, none)),
  };
};

const viewCredit = async (db: Queryable, { person }: Clerk, row: CreditRow): Promise<CreditView> => ({
  id: row.id,
  engagement: amountOf(row.engagement),
  liquidation: amountOf(row.liquidation),
  givenOn: row.givenOn,
  reason: row.reason,
  askedAt: instantOf(row.askedAt),
  state: row.state,
  isOwn: await isAccountOf(db, row.askedBy, person),
});

/** One line as it stands, with what was asked of its credits. */
export const viewLine = async (db: Queryable, clerk: Clerk, id: string): Promise<BudgetLineView> => {
  const line = await requireBudgetLine(db, clerk, id);
  const rows = await listCreditsOf(db, id);
  const credits: CreditView[] = [];
  for (const row of rows) credits.push(await viewCredit(db, clerk, row));
  const isAsked = rows.some(({ state }) => state === 'asked');
  return { ...summarize(line, new Set(isAsked ? [id] : [])), credits };
};
