import type { Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { amountOf, requireAccountant } from '@irisflow/ledger';
import { yearOf } from '../acts/change-engagement.ts';
import { type Act, movementOf, sumOfAll } from '../acts/engagement-act.ts';
import { type Engagement, insertEngagements, listLeft, listAllOfLine, restOf } from '../storage/engagements.ts';
import { findLineOf, insertLine, type Line, listLines, lockLines } from '../storage/lines.ts';
import { insertMovements } from '../storage/movements.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CarryOverView } from '../views/budget.ts';
import { onBudget } from './on-budget.ts';

export interface OfYear {
  readonly year: number;
}

/** What of a line no order took. */
interface Left {
  readonly line: Line;
  readonly engagements: readonly Engagement[];
}

const leftIn = async (db: Queryable, { administration }: Clerk, year: number): Promise<Left[]> => {
  const byLine = new Map<string, Engagement[]>();
  for (const one of await listLeft(db, { administration, year }))
    byLine.set(one.lineId, [...(byLine.get(one.lineId) ?? []), one]);
  return (await listLines(db, { administration, year })).flatMap((line) => {
    const engagements = byLine.get(line.id);
    return engagements === undefined ? [] : [{ line, engagements }];
  });
};

const view = async (db: Queryable, clerk: Clerk, year: number): Promise<CarryOverView> => {
  const { administration } = clerk;
  const left = await leftIn(db, clerk, year);
  const next = new Set((await listLines(db, { administration, year: year + 1 })).map(({ code }) => code));
  const all = left.flatMap(({ engagements }) => engagements);
  return {
    year,
    lines: left.map(({ line: { code, label }, engagements }) => ({
      code,
      label,
      engagements: engagements.length,
      amount: amountOf(sumOfAll(engagements, restOf)),
      isNew: !next.has(code),
    })),
    engagements: all.length,
    amount: amountOf(sumOfAll(all, restOf)),
  };
};

/** What would go over from a year to the next one. */
export const previewCarryOver: UseCase<OfYear, CarryOverView> = async ({ database }, actor, { year }) =>
  view(database, requireAccountant(actor), year);

/** The line of the next year; one without credits is made where there is none. */
const nextOf = async ({ random, clock }: Surroundings, tx: Queryable, clerk: Clerk, line: Line): Promise<string> => {
  const { administration, code, label } = line;
  const key = { administration, code, year: line.year + 1 };
  const found = await findLineOf(tx, key);
  if (found !== undefined) return found.id;
  const id = random.id();
  await insertLine(tx, { ...key, id, label, madeAt: clock.now(), madeBy: clerk.person.id });
  return (await findLineOf(tx, key))?.id ?? id;
};

interface Crossing extends Act {
  readonly left: Left;
  readonly nextId: string;
}

/** Carries what is left of a line over: each engagement goes on in a row of the next year's line. */
const cross = async (surroundings: Surroundings, { left, nextId, ...act }: Crossing): Promise<void> => {
  const { clock, random } = surroundings;
  const there = new Map((await listAllOfLine(act.tx, nextId)).map((one) => [one.rootId, one.id]));
  const all = left.engagements.map((one) => {
    const id = there.get(one.rootId) ?? random.id();
    return { one, next: { ...one, id, lineId: nextId }, isNew: !there.has(one.rootId) };
  });
  const openedAt = clock.now();
  await insertEngagements(
    act.tx,
    all.filter(({ isNew }) => isNew).map(({ next }) => ({ ...next, openedAt, openedBy: 'carryOver' })),
  );
  await insertMovements(
    act.tx,
    all.flatMap(({ one, next }) => [
      movementOf(surroundings, act, one, { kind: 'carryOut', carriedOut: restOf(one) }),
      movementOf(surroundings, act, next, { kind: 'carryIn', carriedIn: restOf(one) }),
    ]),
  );
};

const requireOver = (surroundings: Surroundings, year: number): void => {
  if (year < yearOf(surroundings)) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a year that is over, but found ${year}`, {
    errors: [{ pointer: '/year', keyword: 'future' }],
  });
};

/** Carries over what somebody saw would be: no more and no less. */
export const carryOver: UseCase<OfYear & { readonly engagements: number; readonly amount: string }, CarryOverView> = (
  surroundings,
  actor,
  { year, engagements, amount },
) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    requireOver(surroundings, year);
    const known = await leftIn(tx, clerk, year);
    const next = new Map<string, string>();
    for (const { line } of known) next.set(line.id, await nextOf(surroundings, tx, clerk, line));
    await lockLines(tx, [...next.keys(), ...next.values()]);
    const done = await view(tx, clerk, year);
    if (done.engagements !== engagements || done.amount !== amount)
      throw new CaseworkError(
        'BUDGET_MOVED',
        `Expected ${engagements} engagements of ${amount} to carry over, but ${done.engagements} of ${done.amount} are left`,
      );
    for (const left of await leftIn(tx, clerk, year)) {
      const nextId = next.get(left.line.id);
      if (nextId !== undefined) await cross(surroundings, { tx, actor, left, nextId });
    }
    const detail = { year, engagements, amount };
    return { reply: done, audited: { action: 'budget.carriedOver', object: `budget:${year}`, detail } };
  });
