import { type Actor, actorReference } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { insertEntries, type Line, type NewEntry } from '../storage/entries.ts';
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

export interface Posted {
  readonly administration: string;
  readonly kind: EntryKind;
  readonly receivableId?: string | null;
  readonly paymentId?: string | null;
  readonly payableId?: string | null;
  readonly batchId?: string | null;
  readonly reverses?: string;
  readonly reason?: string;
  readonly lines: readonly Line[];
}

const entryOf = ({ random, clock }: Surroundings, { actor, day }: Act, posted: Posted): NewEntry => ({
  id: random.id(),
  administration: posted.administration,
  kind: posted.kind,
  day,
  at: clock.now(),
  made_by: actorReference(actor),
  receivable_id: posted.receivableId ?? null,
  payment_id: posted.paymentId ?? null,
  payable_id: posted.payableId ?? null,
  batch_id: posted.batchId ?? null,
  reverses: posted.reverses ?? null,
  reason: posted.reason ?? null,
  lines: posted.lines,
});

/** Writes entries in their order. */
export const postAll = (surroundings: Surroundings, act: Act, all: readonly Posted[]): Promise<void> =>
  insertEntries(
    act.tx,
    all.map((posted) => entryOf(surroundings, act, posted)),
  );

/** Writes entries in their order, each on its own day. */
export const postEach = (
  surroundings: Surroundings,
  { tx, actor }: Pick<Act, 'tx' | 'actor'>,
  all: readonly { readonly day: string; readonly posted: Posted }[],
): Promise<void> =>
  insertEntries(
    tx,
    all.map(({ day, posted }) => entryOf(surroundings, { tx, actor, day }, posted)),
  );

/** Writes one entry; answers its key. */
export const post = async (surroundings: Surroundings, act: Act, posted: Posted): Promise<string> => {
  const entry = entryOf(surroundings, act, posted);
  await insertEntries(act.tx, [entry]);
  return entry.id;
};

/** As the books have it now; it is there, because whoever asks has seen it. */
export const reread = async (tx: Queryable, id: string): Promise<Receivable> => {
  const found = await findReceivable(tx, id);
  if (found !== undefined) return found;
  throw new CaseworkError('NOT_FOUND', `Expected a receivable ${id.slice(0, 40)}, but there is none`);
};

/** What was paid of it in all, and stayed with it; below zero where more was given back than had come in to stay. */
export const paidOf = ({ charged, writtenOff, rest }: Receivable): bigint => charged - writtenOff - rest;
