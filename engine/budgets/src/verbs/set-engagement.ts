import type { Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { amountOf, centsOf } from '@irisflow/ledger';
import { changeAmount, type Changed, close } from '../acts/change-engagement.ts';
import { holdOfCase, type OnEngagement } from '../acts/orders.ts';
import type { Surroundings } from '../surroundings.ts';

interface OfCase extends OnEngagement {
  readonly actor: Actor;
}

export interface EngagementSet {
  readonly result: Changed;
  /** What could be engaged on the line besides, before it. */
  readonly available: string;
}

/** Raises or lowers an engagement of a case to an amount. */
export const setEngagement = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, amount, ...on }: OfCase & { readonly amount: string },
): Promise<EngagementSet> => {
  const wanted = centsOf(amount);
  const act = { tx, actor };
  const { result, available } = await changeAmount(surroundings, act, await holdOfCase(act, on), { amount: wanted });
  return { result, available: amountOf(available) };
};

export interface EngagementClosed {
  /** What no order took, and went back. */
  readonly released: string;
}

/** Closes an engagement of a case; a second time changes nothing. */
export const closeEngagement = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, ...on }: OfCase,
): Promise<EngagementClosed> => {
  const act = { tx, actor };
  return { released: amountOf(await close(surroundings, act, await holdOfCase(act, on))) };
};
