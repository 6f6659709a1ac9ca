import { actingAs, job } from '@irisflow/access';
import { addDays, addMonths, dayOf } from '@irisflow/calendar';
import { KEPT_DRAFT_DAYS } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { leftParties, partWith } from '../destruction/part-with.ts';
import { forgetDebtors, forgetMovements, forgetNotes, forgetPayees, forgetPayers } from '../storage/old-books.ts';
import { eraseContacts, eraseDrafts, eraseTraces, type Erased } from '../storage/without-case.ts';
import type { Surroundings } from '../surroundings.ts';
import { KEPT_BOOKS_YEARS, KEPT_CONTACT_YEARS, KEPT_TRACE_YEARS } from './periods.ts';

/** Whoever was known for it alone goes with it. */
const forgetLeft = async (tx: Queryable, erased: readonly Erased[]): Promise<void> => {
  for (const administration of new Set(erased.map((one) => one.administration))) {
    const partyIds = erased.flatMap((one) =>
      one.person_id !== null && one.administration === administration ? [one.person_id] : [],
    );
    for (const id of await leftParties(tx, { partyIds, administration })) await partWith(tx, 'party', id);
  }
};

/** Erases what no case keeps: applications never sent, contacts long answered, traces of cases long gone, names in old books. A hold on somebody keeps theirs. */
export const eraseForgotten = async (given: Surroundings): Promise<void> => {
  const { database, clock } = actingAs(given, job('retention'));
  const today = dayOf(clock.now());
  const yearsAgo = (years: number): string => addMonths(today, -12 * years);
  await database.transaction(async (tx) => {
    const drafts = await eraseDrafts(tx, { before: addDays(today, -KEPT_DRAFT_DAYS), today });
    const contacts = await eraseContacts(tx, { before: yearsAgo(KEPT_CONTACT_YEARS), today });
    await forgetLeft(tx, [...drafts, ...contacts]);
    // Books are closed with their year.
    const books = { before: `${Number(today.slice(0, 4)) - KEPT_BOOKS_YEARS}-01-01`, today };
    const debtors = await forgetDebtors(tx, books);
    const payees = await forgetPayees(tx, books);
    await forgetPayers(tx, books);
    await forgetMovements(tx, books);
    await forgetNotes(tx, books);
    await forgetLeft(tx, [...debtors, ...payees]);
    await eraseTraces(tx, { before: yearsAgo(KEPT_TRACE_YEARS), today });
  });
};
