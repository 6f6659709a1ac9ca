import { appendAudit, type Clerk, isAccountOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { cursorOf, foldedWords, instantOf, pageLimit, positionOf } from '@irisflow/foundation';
import { iban, structuredCommunication } from '@irisflow/identifiers';
import { amountOf } from '../amount.ts';
import { listBalances } from '../storage/entries.ts';
import { findPayee } from '../storage/payees.ts';
import {
  countReceivables,
  findReceivable,
  listReceivables as listRows,
  type Receivable,
  tallyReceivables,
  type Wanted,
} from '../storage/receivables.ts';
import { findAskedFor, listAskedWriteOffs, type WriteOffRow } from '../storage/write-offs.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { viewEntries } from '../view-entries.ts';
import { viewOwed } from '../view-owed.ts';
import { summarizeAll } from '../view-receivable.ts';
import type { BooksView, ReceivableFilter, ReceivablePage, ReceivableView, WriteOffView } from '../views/money.ts';
import { requireAccountant, requireReceivable } from './accountant.ts';

const MANY = 100;

export interface Asked {
  readonly filter?: ReceivableFilter;
  /** Words of the name of the debtor, or a whole communication. */
  readonly search?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** What was typed to find one: a communication however it is written, else words. */
const searchOf = (typed: string | undefined): { words: string | null; communication: string | null } => {
  const checked = structuredCommunication.check(typed ?? '');
  return checked.ok
    ? { words: null, communication: checked.value }
    : { words: foldedWords(typed), communication: null };
};

/** Whoever looks for words, or sees not all of them, has them counted; else the books keep how many there are. */
const countOf = (db: Queryable, { person }: Clerk, wanted: Wanted) => {
  const { filter, words, communication } = wanted;
  return filter !== 'disputed' && words === null && communication === null && person.isApart !== true
    ? tallyReceivables(db, { ...wanted, filter })
    : countReceivables(db, wanted);
};

/** What is owed to an administration, the first to fall due first. */
export const listReceivables: UseCase<Asked, ReceivablePage & { readonly rest: string }> = async (
  { database, clock },
  actor,
  { filter = 'open', search, cursor, limit },
) => {
  const clerk = requireAccountant(actor);
  const { administration } = clerk;
  const today = dayOf(clock.now());
  const most = pageLimit(limit);
  const wanted = { administration, filter, today, ...searchOf(search) };
  const rows = await listRows(database, { ...wanted, after: positionOf(cursor, 'day'), limit: most + 1 });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  const { total, rest } = await countOf(database, clerk, wanted);
  return {
    items: (await summarizeAll(database, page, today)).map((one, index) => ({
      ...one,
      debtor: page[index]?.debtor ?? null,
    })),
    total,
    rest: amountOf(rest),
    nextCursor: rows.length > most && last !== undefined ? cursorOf({ sort: last.dueOn, id: last.id }) : null,
  };
};

const viewWriteOff = async (
  db: Queryable,
  { person }: Clerk,
  { row, receivable }: { readonly row: WriteOffRow; readonly receivable: Receivable },
): Promise<WriteOffView> => ({
  id: row.id,
  receivableId: row.receivable_id,
  reason: row.reason,
  askedAt: instantOf(row.asked_at),
  isOwn: await isAccountOf(db, row.asked_by, person),
  label: receivable.label,
  rest: amountOf(receivable.rest),
});

/** One of them with its entries, as its side of the books shows them. */
export const viewForAccountant = async (
  { database, clock }: Pick<Surroundings, 'database' | 'clock'>,
  clerk: Clerk,
  id: string,
  db: Queryable = database,
): Promise<ReceivableView> => {
  const receivable = await requireReceivable(db, clerk, id);
  const { view, entries, lines } = await viewOwed(db, receivable, dayOf(clock.now()));
  const asked = await findAskedFor(db, id);
  return {
    ...view,
    debtor: receivable.debtor,
    entries: viewEntries(entries, lines),
    writeOff: asked === undefined ? null : await viewWriteOff(db, clerk, { row: asked, receivable }),
  };
};

/** Opens one; that it was opened is in the audit. */
export const getReceivable: UseCase<{ readonly receivableId: string }, ReceivableView> = (
  surroundings,
  actor,
  { receivableId },
) => {
  const clerk = requireAccountant(actor);
  return surroundings.database.transaction(async (tx) => {
    const view = await viewForAccountant(surroundings, clerk, receivableId, tx);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'receivable.opened',
      object: `receivable:${receivableId}`,
      administration: clerk.administration,
    });
    return view;
  });
};

/** What the accounts stand at, and where payments go. */
export const getBooks: UseCase<Record<string, never>, BooksView> = async ({ database }, actor) => {
  const { administration } = requireAccountant(actor);
  const payee = await findPayee(database, administration);
  return {
    balances: (await listBalances(database, administration)).map(({ account, balance }) => ({
      account,
      balance: amountOf(balance),
    })),
    payee: payee === null ? null : { ...payee, iban: iban.format(payee.iban) },
  };
};

/** What colleagues want to give up, for somebody else to decide. */
export const listWriteOffs: UseCase<Record<string, never>, WriteOffView[]> = async ({ database }, actor) => {
  const clerk = requireAccountant(actor);
  const views: WriteOffView[] = [];
  for (const row of await listAskedWriteOffs(database, clerk.administration, MANY)) {
    const receivable = await findReceivable(database, row.receivable_id);
    if (receivable !== undefined) views.push(await viewWriteOff(database, clerk, { row, receivable }));
  }
  return views;
};
