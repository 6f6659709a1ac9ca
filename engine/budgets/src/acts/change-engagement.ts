import { dayOf } from '@irisflow/calendar';
import type { Cents } from '@irisflow/ledger';
import { closeRow, type Engagement, restOf } from '../storage/engagements.ts';
import { insertMovements } from '../storage/movements.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Act, amountOfAll, type Held, leftOf, lessOf, movementOf, sumOfAll } from './engagement-act.ts';

/** What became of it, as a branch of a process. */
export type Changed = 'engaged' | 'noBudgetLeft' | 'alreadyUsed' | 'closed';

export interface Outcome {
  readonly result: Changed;
  /** What could be engaged on its line besides, before it. */
  readonly available: Cents;
}

export const yearOf = ({ clock }: Pick<Surroundings, 'clock'>): number => Number(dayOf(clock.now()).slice(0, 4));

/** What can still be engaged on its line; with its year, the credits of a line are over. */
const availableOn = (surroundings: Surroundings, { line }: Held): Cents =>
  line.year < yearOf(surroundings) ? 0n : line.engagementCredit - line.engaged;

/** Takes something off, the latest year first. */
const takeOff = (years: readonly Engagement[], amount: Cents): { readonly one: Engagement; readonly by: Cents }[] => {
  let open = amount;
  return leftOf(years)
    .toReversed()
    .flatMap((one) => {
      const by = open < restOf(one) ? open : restOf(one);
      open -= by;
      return by > 0n ? [{ one, by }] : [];
    });
};

/** Raises or lowers an engagement to an amount. */
export const changeAmount = async (
  surroundings: Surroundings,
  act: Act,
  held: Held,
  { amount, reason }: { readonly amount: Cents; readonly reason?: string },
): Promise<Outcome> => {
  const { years, latest } = held;
  const available = availableOn(surroundings, held);
  if (latest.closedAt !== null) return { result: 'closed', available };
  if (amount < sumOfAll(years, ({ liquidated }) => liquidated)) return { result: 'alreadyUsed', available };
  const more = amount - amountOfAll(years);
  if (more > available) return { result: 'noBudgetLeft', available };
  const moved =
    more > 0n
      ? [movementOf(surroundings, act, latest, { kind: 'raise', reason, engaged: more })]
      : takeOff(years, -more).map(({ one, by }) =>
          movementOf(surroundings, act, one, { kind: 'lower', reason, ...lessOf(one, by) }),
        );
  await insertMovements(act.tx, moved);
  return { result: 'engaged', available };
};

/** Closes an engagement: what no order took goes back. A second time changes nothing. Answers what went back. */
export const close = async (surroundings: Surroundings, act: Act, { years }: Held, reason?: string): Promise<Cents> => {
  const left = leftOf(years);
  await insertMovements(
    act.tx,
    left.map((one) => movementOf(surroundings, act, one, { kind: 'close', reason, ...lessOf(one, restOf(one)) })),
  );
  for (const { id } of years) await closeRow(act.tx, id, surroundings.clock.now());
  return sumOfAll(left, restOf);
};
