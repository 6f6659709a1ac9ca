import { type ContactUnit, type LocalizedText, ProblemError } from '@irisflow/client';
import { locales } from '@irisflow/ui';
import { noText, trimmed } from '../administration/LocalizedFields.tsx';

/** A unit as it is typed. */
export type ContactUnitDraft = Omit<ContactUnit, 'person'> & { readonly person: string };

const emptyDraft: ContactUnitDraft = { name: noText, person: '', address: noText, phone: '', email: '', hours: noText };

export const draftOf = (unit: ContactUnit | null): ContactUnitDraft =>
  unit === null ? emptyDraft : { ...unit, person: unit.person ?? '' };

export const toSave = ({ name, person, address, phone, email, hours }: ContactUnitDraft): ContactUnit => ({
  name: trimmed(name),
  person: person.trim() === '' ? null : person.trim(),
  address: trimmed(address),
  phone: phone.trim(),
  email: email.trim(),
  hours: trimmed(hours),
});

export const isSameDraft = (one: ContactUnitDraft, other: ContactUnitDraft): boolean =>
  JSON.stringify(toSave(one)) === JSON.stringify(toSave(other));

/** What is wrong with a field: which text says it, and which character it is about. */
export interface Wrong {
  readonly keyword: string;
  readonly found?: string;
}

const required: Wrong = { keyword: 'required' };

const emptyIn = (field: string, text: LocalizedText): (readonly [string, Wrong])[] =>
  locales.flatMap((locale) => (text[locale] === '' ? [[`${field}-${locale}`, required] as const] : []));

/** By the ids of the fields: what can be seen before the platform is asked, in the order of the page. */
export const wrongIn = (draft: ContactUnitDraft): ReadonlyMap<string, Wrong> => {
  const { name, address, phone, email, hours } = toSave(draft);
  return new Map([
    ...emptyIn('name', name),
    ...emptyIn('address', address),
    ...(phone.length < 3 ? [['phone', required] as const] : []),
    ...(email.length < 3 ? [['email', required] as const] : []),
    ...emptyIn('hours', hours),
  ]);
};

/** The same of what the platform found. */
export const refusedIn = (error: unknown): ReadonlyMap<string, Wrong> =>
  new Map(
    (error instanceof ProblemError ? (error.problem.errors ?? []) : []).map(({ pointer, keyword, params }) => {
      const found = params?.['found'];
      return [pointer.slice(1).replaceAll('/', '-'), { keyword, found: typeof found === 'string' ? found : '' }];
    }),
  );
