import type { ContactChannel, ContactKind } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';
import type { DeskKey } from '../texts/desk-texts.ts';

export const contactChannels = ['call', 'visit', 'mail', 'message'] as const satisfies readonly ContactChannel[];

/** What a clerk notes, as it stands in the form. */
export interface ContactNote {
  readonly channel: ContactChannel;
  readonly kind: ContactKind;
  readonly language: Locale;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly subject: string;
  readonly said: string;
  readonly answer: string;
  readonly followUp: string;
  readonly followUpOn: string | undefined;
  readonly receivedOn: string | undefined;
}

export type NoteField = keyof ContactNote;
export type NoteProblems = { readonly [F in NoteField]?: DeskKey };

export const emptyNote: ContactNote = {
  channel: 'call',
  kind: 'question',
  language: 'fr',
  firstName: '',
  lastName: '',
  phone: '',
  email: '',
  subject: '',
  said: '',
  answer: '',
  followUp: '',
  followUpOn: undefined,
  receivedOn: undefined,
};

export type Who =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'applicant'; readonly caseId: string }
  | { readonly kind: 'aboutCase'; readonly caseId: string };

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** As the platform takes it. */
export const contactBody = (who: Who, note: ContactNote) => {
  const { receivedOn, followUpOn, phone, email, ...rest } = note;
  return {
    who,
    note: {
      ...rest,
      phone: orNull(phone),
      email: orNull(email),
      followUpOn: followUpOn ?? null,
      ...(receivedOn !== undefined && { receivedOn }),
    },
  };
};
export type NewContact = ReturnType<typeof contactBody>;
