import { actorReference, isAccountOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { amountOf, type Cents } from '@irisflow/ledger';
import { signedCentsOf } from '../signed-cents.ts';
import { type CreditRow, decideCredit, findCredit, insertCredit } from '../storage/credits.ts';
import { insertLine, type Line, lockLine } from '../storage/lines.ts';
import { insertMovements } from '../storage/movements.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { BudgetLineView, CreditAsked, NewLine } from '../views/budget.ts';
import { onBudget, requireBudgetLine } from './on-budget.ts';
import { viewLine } from './view-line.ts';

/** Opens a line for a year. It holds nothing until somebody gives it credits and somebody else agrees. */
export const openLine: UseCase<NewLine, BudgetLineView> = (surroundings, actor, { code: written, year, label }) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    const { random, clock } = surroundings;
    const { administration, person } = clerk;
    const id = random.id();
    const code = written.trim();
    const { fr, nl } = label;
    // A budget has two languages; whoever reads a third one reads both.
    const named = { fr, nl, en: fr === nl ? fr : `${fr} / ${nl}` };
    const made = { madeAt: clock.now(), madeBy: person.id };
    if (!(await insertLine(tx, { id, administration, code, year, label: named, ...made })))
      throw new CaseworkError('BUDGET_LINE_KNOWN', `Expected a new budget line for ${year}, but ${code} is there`, {
        errors: [{ pointer: '/code', keyword: 'known' }],
      });
    const audited = { action: 'budgetLine.opened', object: `budgetLine:${id}`, detail: { code, year } };
    return { reply: await viewLine(tx, clerk, id), audited };
  });

const requireChange = (engagement: Cents, liquidation: Cents): void => {
  if (engagement !== 0n || liquidation !== 0n) return;
  throw new CaseworkError('INPUT_INVALID', 'Expected a change of credits, but both are nothing', {
    errors: [{ pointer: '/engagement', keyword: 'required' }],
  });
};

/** Credits of a year are given by an act of that year, of a later one, or of the year before, in which its budget was voted. */
const requireGiven = ({ clock }: Surroundings, { year }: Pick<Line, 'year'>, day: string): void => {
  const first = `${String(year - 1).padStart(4, '0')}-01-01`;
  const isTaken = day <= dayOf(clock.now());
  if (isTaken && day >= first) return;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected the day of an act that is taken, from ${first} on, but found ${day}`,
    { errors: [{ pointer: '/givenOn', keyword: isTaken ? 'minimum' : 'future', params: { limit: first } }] },
  );
};

/** Asks that the credits of a line change; somebody else decides. */
export const askCredit: UseCase<CreditAsked & { readonly lineId: string }, BudgetLineView> = (
  surroundings,
  actor,
  { lineId, givenOn, reason, ...written },
) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    const { administration, person } = clerk;
    const line = await requireBudgetLine(tx, clerk, lineId);
    const engagement = signedCentsOf(written.engagement);
    const liquidation = signedCentsOf(written.liquidation);
    requireChange(engagement, liquidation);
    requireGiven(surroundings, line, givenOn);
    const id = surroundings.random.id();
    await insertCredit(tx, {
      id,
      administration,
      lineId,
      engagement,
      liquidation,
      givenOn,
      reason: requireReason(reason),
      askedAt: surroundings.clock.now(),
      askedBy: person.id,
    });
    const detail = { line: lineId, engagement: amountOf(engagement), liquidation: amountOf(liquidation) };
    const audited = { action: 'budgetCredit.asked', object: `budgetCredit:${id}`, detail };
    return { reply: await viewLine(tx, clerk, lineId), audited };
  });

/** Credits do not go below what is engaged and ordered by them. */
const requireUnused = (line: Line, { engagement, liquidation }: CreditRow): void => {
  const isEnough =
    line.engagementCredit + engagement >= line.engaged && line.liquidationCredit + liquidation >= line.liquidated;
  if (isEnough) return;
  throw new CaseworkError(
    'BUDGET_IN_USE',
    `Expected credits that cover what is engaged and ordered on ${line.code}, but they would not`,
  );
};

/** Decides a change of credits that somebody else asked. */
export const decideOnCredit: UseCase<{ readonly creditId: string; readonly isApproved: boolean }, BudgetLineView> = (
  surroundings,
  actor,
  { creditId, isApproved },
) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    const credit = await findCredit(tx, creditId);
    if (credit?.administration !== clerk.administration)
      throw new CaseworkError('NOT_FOUND', `Expected a change of credits ${creditId.slice(0, 40)}, but there is none`);
    if (await isAccountOf(tx, credit.askedBy, clerk.person))
      throw new CaseworkError(
        'FOUR_EYES',
        'Expected somebody else to decide it than who asked, but it is the same person',
      );
    const { administration, lineId, engagement, liquidation, reason } = credit;
    const line = await lockLine(tx, lineId);
    const at = surroundings.clock.now();
    const state = isApproved ? 'approved' : 'refused';
    if (!(await decideCredit(tx, { id: creditId, state, at, by: clerk.person.id })))
      throw new CaseworkError('CREDIT_DECIDED', `Expected ${creditId} to wait for a decision, but it is decided`);
    if (isApproved) {
      requireUnused(line, credit);
      const by = { at, madeBy: actorReference(actor), reason };
      const moved = { engagementCredit: engagement, liquidationCredit: liquidation };
      await insertMovements(tx, [{ administration, lineId, creditId, kind: 'credit', ...by, ...moved }]);
    }
    const audited = { action: `budgetCredit.${state}`, object: `budgetCredit:${creditId}`, detail: { line: lineId } };
    return { reply: await viewLine(tx, clerk, lineId), audited };
  });
