import { type Actor, requireApplying } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findReceivable, listOfParty, type Receivable } from '../storage/receivables.ts';
import type { UseCase } from '../surroundings.ts';
import { viewOwed } from '../view-owed.ts';
import { summarizeAll } from '../view-receivable.ts';
import type { OwedView, ReceivableSummary } from '../views/money.ts';

/** Something that an actor owes, or whom they act for. */
export const requireMine = async (db: Queryable, actor: Actor, receivableId: string): Promise<Receivable> => {
  const { partyId, acting } = requireApplying(actor);
  const found = await findReceivable(db, receivableId);
  const isInScope = acting?.procedures?.includes(found?.procedureKey ?? '') ?? true;
  if (found !== undefined && found.personId === partyId && isInScope) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a payment ${receivableId.slice(0, 40)}, but there is none`);
};

/** What somebody owes, or whom they act for, the latest first. */
export const listMine: UseCase<Record<string, never>, ReceivableSummary[]> = async ({ database, clock }, actor) => {
  const { partyId } = requireApplying(actor);
  return summarizeAll(database, await listOfParty(database, partyId), dayOf(clock.now()));
};

/** One of it, with how to pay it and what was paid. */
export const getMine: UseCase<{ readonly receivableId: string }, OwedView> = async (
  { database, clock },
  actor,
  { receivableId },
) => (await viewOwed(database, await requireMine(database, actor, receivableId), dayOf(clock.now()))).view;
