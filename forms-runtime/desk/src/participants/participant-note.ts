import type { CaseRole } from '@irisflow/client';
import { formats, isDate } from '@irisflow/forms';
import type { Locale } from '@irisflow/ui';
import type { DeskKey } from '../texts/desk-texts.ts';

/** Somebody who takes part in a case, as a clerk writes them down. */
export interface ParticipantNote {
  readonly role: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly number: string;
  readonly language: Locale;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly relation: string;
  readonly birthDate: string | undefined;
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
  readonly proof: string;
}

export type ParticipantField = keyof ParticipantNote;
export type ParticipantProblems = { readonly [F in ParticipantField]?: DeskKey };

export const emptyParticipant = (language: Locale, today: string): ParticipantNote => ({
  role: '',
  kind: 'person',
  name: '',
  number: '',
  language,
  email: '',
  phone: '',
  address: '',
  relation: '',
  birthDate: undefined,
  validFrom: today,
  validTo: undefined,
  proof: '',
});

interface Checked {
  readonly note: ParticipantNote;
  readonly role: CaseRole | undefined;
  readonly today: string;
}

type Check = (checked: Checked) => DeskKey | undefined;

const isNumber = ({ kind, number }: ParticipantNote): boolean =>
  formats[kind === 'person' ? 'be-national-number' : 'be-enterprise-number'](number.trim());

const checks: { readonly [F in ParticipantField]?: Check } = {
  role: ({ role }) => (role === undefined ? 'participant.role.missing' : undefined),
  name: ({ note }) => (note.name.trim() === '' ? 'participant.name.missing' : undefined),
  number: ({ note, role }) => {
    if (note.number.trim() === '')
      return role === undefined || role.access === 'none' ? undefined : 'participant.number.missing';
    return isNumber(note) ? undefined : `participant.number.${note.kind}.wrong`;
  },
  email: ({ note }) =>
    note.email.trim() === '' || formats.email(note.email.trim()) ? undefined : 'contact.email.wrong',
  phone: ({ note }) =>
    note.phone.trim() === '' || formats.phone(note.phone.trim()) ? undefined : 'contact.phone.wrong',
  birthDate: ({ note: { birthDate }, today }) =>
    birthDate === undefined || (isDate(birthDate) && birthDate <= today) ? undefined : 'contact.day.wrong',
  validFrom: ({ note: { validFrom } }) =>
    validFrom !== undefined && isDate(validFrom) ? undefined : 'contact.day.wrong',
  validTo: ({ note: { validFrom, validTo } }) => {
    if (validTo === undefined) return undefined;
    if (!isDate(validTo)) return 'contact.day.wrong';
    return validFrom !== undefined && validTo < validFrom ? 'mandate.validTo.early' : undefined;
  },
  proof: ({ note }) => (note.proof.trim() === '' ? 'participant.proof.missing' : undefined),
};

/** What is wrong, field by field, in the order of the form. */
export const checkParticipant = (checked: Checked): ParticipantProblems =>
  Object.fromEntries(
    Object.entries(checks).flatMap(([field, check]) => {
      const problem = check(checked);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** As the platform takes it. */
export const participantBody = (note: ParticipantNote, role: CaseRole | undefined) => ({
  role: note.role,
  kind: note.kind,
  name: note.name.trim(),
  number: orNull(note.number),
  language: note.language,
  email: orNull(note.email),
  phone: orNull(note.phone),
  address: orNull(note.address),
  relation: role?.household === true ? orNull(note.relation) : null,
  birthDate: role?.household === true ? (note.birthDate ?? null) : null,
  validFrom: note.validFrom ?? '',
  validTo: note.validTo ?? null,
  proof: note.proof.trim(),
});
export type ParticipantBody = ReturnType<typeof participantBody>;
