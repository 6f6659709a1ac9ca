import { actorReference } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { amountOf, type Cents } from '@irisflow/ledger';
import { restOf } from '../storage/engagements.ts';
import { lockLines } from '../storage/lines.ts';
import { insertMovements, listTaken, type NewMovement, type Taken } from '../storage/movements.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Act, type Held, hold, lessOf, movementOf } from './engagement-act.ts';

export interface OnEngagement {
  readonly caseId: string;
  /** As the process knows it. */
  readonly engagementId: string;
}

/** An engagement of a case, behind the lock of its lines. */
export const holdOfCase = async ({ tx }: Act, { caseId, engagementId }: OnEngagement): Promise<Held> => {
  const held = await hold(tx, engagementId);
  if (held?.latest.caseId === caseId) return held;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected an engagement of this case, but found ${engagementId.slice(0, 80)}`,
    { errors: [{ pointer: '/engagementId', keyword: 'unknown' }] },
  );
};

/** Why an order is not covered, and what would be. */
export interface Uncovered {
  readonly result: 'beyondEngagement' | 'noCreditLeft';
  readonly available: string;
}

/** Whether an engagement of the case and the credits of its line cover an order; else why they do not. */
export const coverOf = async (
  act: Act,
  on: OnEngagement,
  amount: Cents,
): Promise<{ readonly held: Held } | Uncovered> => {
  const held = await holdOfCase(act, on);
  const rest = restOf(held.latest);
  const credit = held.line.liquidationCredit - held.line.liquidated;
  const most = rest < credit ? rest : credit;
  if (amount <= most) return { held };
  return { result: amount > rest ? 'beyondEngagement' : 'noCreditLeft', available: amountOf(most) };
};

/** Takes what an order comes to from the engagement that covers it. */
export const takeForOrder = async (
  surroundings: Surroundings,
  act: Act,
  { held, payableId, amount }: { readonly held: Held; readonly payableId: string; readonly amount: Cents },
): Promise<void> => {
  const moved = { kind: 'order', payableId, liquidated: amount } as const;
  await insertMovements(act.tx, [movementOf(surroundings, act, held.latest, moved)]);
};

type Ending = 'pay' | 'giveBack' | 'return';

const moves: Readonly<Record<Ending, (amount: Cents) => Pick<NewMovement, 'liquidated' | 'paid'>>> = {
  pay: (amount) => ({ paid: amount }),
  giveBack: (amount) => ({ liquidated: -amount }),
  return: (amount) => ({ liquidated: -amount, paid: -amount }),
};

/** What comes back to an engagement that is closed goes back to its line. */
const backToLine = (all: readonly Taken[]): (Taken & { readonly less: ReturnType<typeof lessOf> })[] => {
  const engaged = new Map<string, Cents>();
  return all
    .filter(({ isClosed }) => isClosed)
    .map((one) => {
      const less = lessOf({ engaged: engaged.get(one.engagementId) ?? one.engaged }, one.amount);
      engaged.set(one.engagementId, (engaged.get(one.engagementId) ?? one.engaged) + (less.engaged ?? 0n));
      return { ...one, less };
    });
};

const endOrders = async (
  { clock }: Surroundings,
  { tx, actor }: Act,
  { kind, payableIds }: { readonly kind: Ending; readonly payableIds: readonly string[] },
): Promise<void> => {
  const known = await listTaken(tx, payableIds);
  if (known.length === 0) return;
  await lockLines(tx, [...new Set(known.map(({ lineId }) => lineId))]);
  const taken = await listTaken(tx, payableIds);
  const by = { at: clock.now(), madeBy: actorReference(actor) };
  const on = ({ administration, lineId, engagementId }: Taken) => ({ ...by, administration, lineId, engagementId });
  await insertMovements(
    tx,
    taken.map((one) => ({ ...on(one), kind, payableId: one.payableId, ...moves[kind](one.amount) })),
  );
  if (kind === 'pay') return;
  await insertMovements(
    tx,
    backToLine(taken).map((one) => ({ ...on(one), kind: 'lower', ...one.less })),
  );
};

/** Banks have paid orders: what they took is paid. */
export const payOrders = (surroundings: Surroundings, act: Act, payableIds: readonly string[]): Promise<void> =>
  endOrders(surroundings, act, { kind: 'pay', payableIds });

/** Orders were canceled or rejected: what they took can be ordered again. */
export const giveBackOrders = (surroundings: Surroundings, act: Act, payableIds: readonly string[]): Promise<void> =>
  endOrders(surroundings, act, { kind: 'giveBack', payableIds });

/** What was paid came back. */
export const returnOrders = (surroundings: Surroundings, act: Act, payableIds: readonly string[]): Promise<void> =>
  endOrders(surroundings, act, { kind: 'return', payableIds });
