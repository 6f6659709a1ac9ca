import { requireClerk, type Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { type ContactNote, type ContactView, viewContact, writeContact } from '@irisflow/parties';
import { requireClerkCase } from '../cases/case-access.ts';
import { recordOpening } from '../cases/record-opening.ts';
import { touchCase } from '../storage/cases.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { calendarOf } from '@irisflow/terms';
import { insertContactEntry } from './note-contact.ts';

/** Nobody yet; the applicant of a case; or the applicant, about that very case. */
export type Who =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'applicant'; readonly caseId: string }
  | { readonly kind: 'aboutCase'; readonly caseId: string };

export interface RecordContact {
  readonly who: Who;
  readonly note: ContactNote;
}

const knownBy = async (surroundings: Surroundings, tx: Queryable, actor: Actor, who: Who) => {
  if (who.kind === 'unknown') return { personId: null, knownCaseId: null, caseId: null };
  const { clerk, row } = await requireClerkCase(tx, actor, who.caseId);
  await recordOpening(surroundings, tx, { clerk, row });
  return { personId: row.person_id, knownCaseId: row.id, caseId: who.kind === 'aboutCase' ? row.id : null };
};

/** Notes that somebody got in touch; what is about a case shows in its file. */
export const recordContact: UseCase<RecordContact, ContactView> = async (surroundings, actor, { who, note }) => {
  const clerk = requireClerk(actor);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const known = await knownBy(surroundings, tx, actor, who);
    const { administration } = clerk;
    const calendar = await calendarOf(tx, { administration, calendar: 'administration' });
    const row = await writeContact(surroundings, tx, { actor, clerk, note, known, calendar });
    for (const caseId of row.case_ids) {
      await insertContactEntry(tx, caseId, row);
      await touchCase(tx, { id: caseId, at: clock.now() });
    }
    return viewContact(row, clerk.person.name);
  });
};
