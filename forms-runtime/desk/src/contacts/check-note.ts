import { formats, isDate } from '@irisflow/forms';
import type { DeskKey } from '../texts/desk-texts.ts';
import type { ContactNote, NoteField, NoteProblems } from './new-contact.ts';

type Check = (note: ContactNote, today: string) => DeskKey | undefined;

const MAX_TEXT = 5000;
const tooLong =
  (field: 'said' | 'answer' | 'followUp'): Check =>
  (note) =>
    note[field].length > MAX_TEXT ? 'contact.long' : undefined;

/** Terms run from the day on which something came in. */
const OLDEST_MS = 366 * 86_400_000;

const receivedOn: Check = ({ receivedOn: day }, today) => {
  if (day === undefined) return undefined;
  if (!isDate(day)) return 'contact.day.wrong';
  if (Date.parse(today) - Date.parse(day) > OLDEST_MS) return 'contact.day.old';
  return day > today ? 'contact.day.future' : undefined;
};

const checks: { readonly [F in NoteField]?: Check } = {
  lastName: ({ lastName }) => (lastName.trim() === '' ? 'contact.lastName.missing' : undefined),
  phone: ({ phone }) => (phone.trim() === '' || formats.phone(phone.trim()) ? undefined : 'contact.phone.wrong'),
  email: ({ email }) => (email.trim() === '' || formats.email(email.trim()) ? undefined : 'contact.email.wrong'),
  subject: ({ subject }) => (subject.trim() === '' ? 'contact.subject.missing' : undefined),
  said: tooLong('said'),
  answer: tooLong('answer'),
  followUp: tooLong('followUp'),
  followUpOn: ({ followUpOn }) => (followUpOn === undefined || isDate(followUpOn) ? undefined : 'contact.day.wrong'),
  receivedOn,
};

/** What is wrong with a note, field by field, in the order of the form. */
export const checkNote = (note: ContactNote, today: string): NoteProblems =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const problem = check(note, today);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );
