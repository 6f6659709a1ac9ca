import { type Actor, type Clerk, requireStaff, requireWhole } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { Act } from '../acts/post.ts';
import { lockLedger } from '../storage/entries.ts';
import { findReceivable, type Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';

/** Whoever keeps the books of an administration: all of them, because a part of books says nothing. */
export const requireAccountant = (actor: Actor): Clerk => {
  const clerk = requireStaff(actor, ['accountant']);
  requireWhole(clerk);
  return clerk;
};

/** A receivable of their administration. */
export const requireReceivable = async (db: Queryable, { administration }: Clerk, id: string): Promise<Receivable> => {
  const found = await findReceivable(db, id);
  if (found?.administration === administration) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a receivable ${id.slice(0, 40)}, but there is none`);
};

/** One act on the books of somebody's administration, in one transaction, one after the other. */
export const onBooks = <Reply>(
  { database, clock }: Surroundings,
  actor: Actor,
  work: (act: Act, clerk: Clerk) => Promise<Reply>,
): Promise<Reply> => {
  const clerk = requireAccountant(actor);
  return database.transaction(async (tx) => {
    await lockLedger(tx, clerk.administration);
    return work({ tx, actor, day: dayOf(clock.now()) }, clerk);
  });
};
