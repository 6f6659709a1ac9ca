import { type Actor, actorReference } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { insertEntry, type Line } from '../storage/entries.ts';
import { findReceivable, type Receivable } from '../storage/receivables.ts';
import type { Surroundings } from '../surroundings.ts';
import type { EntryKind } from '../views/money.ts';

/** What is done to the books, in one transaction that has locked them. */
export interface Act {
  readonly tx: Queryable;
  readonly actor: Actor;
  /** The day in Brussels on which it counts. */
  readonly day: string;
}

interface Posted {
  readonly administration: string;
  readonly kind: EntryKind;
  readonly receivableId: string | null;
  readonly paymentId?: string;
  readonly reverses?: string;
  readonly reason?: string;
  readonly lines: readonly Line[];
}

/** Writes one entry; answers its key. */
export const post = async (
  { random, clock }: Surroundings,
  { tx, actor, day }: Act,
  { administration, kind, receivableId, paymentId, reverses, reason, lines }: Posted,
): Promise<string> => {
  const id = random.id();
  await insertEntry(tx, {
    id,
    administration,
    kind,
    day,
    at: clock.now(),
    made_by: actorReference(actor),
    receivable_id: receivableId,
    payment_id: paymentId ?? null,
    ...(reverses === undefined ? {} : { reverses }),
    ...(reason === undefined ? {} : { reason }),
    lines,
  });
  return id;
};

/** As the books have it now; it is there, because whoever asks has seen it. */
export const reread = async (tx: Queryable, id: string): Promise<Receivable> => {
  const found = await findReceivable(tx, id);
  if (found !== undefined) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a receivable ${id.slice(0, 40)}, but there is none`);
};

/** What was paid of it in all, and stayed with it. */
export const paidOf = ({ charged, writtenOff, rest }: Receivable): bigint => charged - writtenOff - rest;
