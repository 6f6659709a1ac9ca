import type { Locale } from '@irisflow/foundation';
import { contactIn, ombudsText, remedyText } from '@irisflow/letters';
import type { ProcedureDescription } from './procedure-description.ts';

const reference = 'XX-0000-000000-00';
const applicants: Readonly<Record<Locale, string>> = {
  fr: 'Nom du demandeur',
  nl: 'Naam van de aanvrager',
  en: 'Name of the applicant',
};

const signatories: Readonly<Record<Locale, string>> = {
  fr: 'Nom de qui signe',
  nl: 'Naam van wie ondertekent',
  en: 'Name of who signs',
};

export const unknownContact = { name: '…', email: '…', phone: '…' } as const;

const capacityIn = (description: ProcedureDescription | null, locale: Locale): string | null =>
  Object.values(description?.tasks ?? {}).find(({ capacity }) => capacity !== undefined)?.capacity?.[locale] ?? null;

interface Sampled {
  /** Null where no procedure is meant. */
  readonly description: ProcedureDescription | null;
  /** Its name. */
  readonly administration: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly locale: Locale;
}

/** What a letter may mention, for a preview without a case: what only a case could say is not there. */
export const sampleScope = ({ description, administration, today, locale }: Sampled) => ({
  case: { reference, submittedOn: today, language: locale, applicant: { name: applicants[locale], address: '' } },
  grounds: Object.values(description?.grounds ?? {})
    .slice(0, 2)
    .map((text) => text[locale]),
  contact: contactIn(description?.contact ?? unknownContact, locale),
  signatory: { name: signatories[locale], capacity: capacityIn(description, locale) },
  remedies: (description?.remedies ?? []).map((remedy) => remedyText(remedy, locale)),
  ombuds: description?.ombuds === undefined ? null : ombudsText(description.ombuds, locale),
  administration: { name: administration },
  today,
});
