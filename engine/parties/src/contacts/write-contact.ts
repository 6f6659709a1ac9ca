import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import { type Calendar, dayOf, daysBetween } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, foldText, isoOf, type Locale } from '@irisflow/foundation';
import { insertContact, linkContact, type ContactRow } from '../storage/contacts.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ContactChannel, ContactKind } from '../views/contact.ts';
import { answerDay } from './answer-term.ts';

/** What a clerk notes when somebody gets in touch. */
export interface ContactNote {
  readonly channel: ContactChannel;
  readonly kind: ContactKind;
  readonly language: Locale;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly subject: string;
  readonly said: string;
  readonly answer: string;
  readonly followUp: string;
  readonly followUpOn: string | null;
  /** The day on which it came in; today where it is left out. */
  readonly receivedOn?: string;
}

/** Through which case the administration knows who it is, and which case it is about. */
export interface Known {
  readonly personId: string | null;
  readonly knownCaseId: string | null;
  readonly caseId: string | null;
}

interface NewContact {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly note: ContactNote;
  readonly known: Known;
  /** The working days of the administration. */
  readonly calendar: Calendar;
}

const searchText = ({ firstName, lastName, phone, email, subject }: ContactNote): string =>
  foldText([firstName, lastName, phone, phone?.replaceAll(/\D/g, ''), email, subject].filter(Boolean).join(' '));

/** Terms run from the day on which something came in: one that is further back is a slip of the pen, and they would be over at once. */
const oldestDays = 366;

const requireDay = (receivedOn: string, today: string): void => {
  const daysAgo = daysBetween(receivedOn, today);
  if (daysAgo >= 0 && daysAgo <= oldestDays) return;
  throw new CaseworkError('INPUT_INVALID', `Expected a day in the year until ${today}, but found ${receivedOn}`, {
    errors: [{ pointer: '/note/receivedOn', keyword: 'range' }],
  });
};

const rowOf = ({ random, clock }: Surroundings, { clerk, note, known, calendar }: NewContact): ContactRow => {
  const at = clock.now();
  const today = dayOf(at);
  const receivedOn = note.receivedOn ?? today;
  requireDay(receivedOn, today);
  return {
    id: random.id(),
    administration: clerk.administration,
    revision: 1,
    channel: note.channel,
    kind: note.kind,
    state: 'open',
    person_id: known.personId,
    known_case_id: known.knownCaseId,
    first_name: note.firstName.trim(),
    last_name: note.lastName.trim(),
    phone: note.phone,
    email: note.email,
    language: note.language,
    subject: note.subject.trim(),
    said: note.said,
    answer: note.answer,
    follow_up: note.followUp,
    follow_up_on: note.followUpOn,
    received_on: receivedOn,
    due_on: answerDay(note.kind, { calendar, receivedOn }),
    answered_on: null,
    case_ids: known.caseId === null ? [] : [known.caseId],
    recorded_by: clerk.person.id,
    recorded_at: isoOf(at),
  };
};

/** Writes down that somebody got in touch; the audit names the contact and never the person. */
export const writeContact = async (
  surroundings: Surroundings,
  tx: Queryable,
  contact: NewContact,
): Promise<ContactRow> => {
  const row = rowOf(surroundings, contact);
  const { case_ids: caseIds, ...written } = row;
  const { administration } = row;
  await insertContact(tx, { ...written, search_text: searchText(contact.note) });
  for (const caseId of caseIds)
    await linkContact(tx, { contactId: row.id, caseId, administration, at: isoOf(surroundings.clock.now()) });
  await appendAudit(surroundings, tx, {
    actor: contact.actor,
    action: 'contact.recorded',
    object: `contact:${row.id}`,
    administration,
    detail: { channel: row.channel, kind: row.kind, cases: caseIds },
  });
  return row;
};
