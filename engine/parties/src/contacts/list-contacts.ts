import { requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { cursorOf, foldedWords, instantOf, pageLimit, positionOf, type Page } from '@irisflow/foundation';
import { countContactRows, listContactRows } from '../storage/contacts.ts';
import type { UseCase } from '../surroundings.ts';
import type { ContactKind, ContactState, ContactSummary } from '../views/contact.ts';
import { summarizeContact } from './contact-view.ts';

export interface SearchContacts {
  readonly search?: string;
  readonly state?: ContactState;
  readonly kind?: ContactKind;
  /** Those about one case. */
  readonly caseId?: string;
  /** Open ones that belong to no case, or that are to be followed up or answered by today. */
  readonly waiting?: 'withoutCase' | 'due';
  readonly cursor?: string;
  readonly limit?: number;
}

/** Contacts of the clerk's administration, the newest first. */
export const listContacts: UseCase<SearchContacts, Page<ContactSummary>> = async (
  { database, clock },
  actor,
  input,
) => {
  const { administration } = requireClerk(actor);
  const limit = pageLimit(input.limit);
  const position = positionOf(input.cursor, 'instant');
  const search = {
    administration,
    words: foldedWords(input.search),
    state: input.state ?? null,
    kind: input.kind ?? null,
    caseId: input.caseId ?? null,
    waiting: input.waiting === undefined ? null : { for: input.waiting, today: dayOf(clock.now()) },
  };
  const before = position === null ? null : { at: position.sort, id: position.id };
  const rows = await listContactRows(database, search, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(summarizeContact),
    total: await countContactRows(database, search),
    nextCursor:
      rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.recorded_at), id: last.id }) : null,
  };
};
