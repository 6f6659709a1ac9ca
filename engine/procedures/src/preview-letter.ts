import { requireDesigner, findAdministration } from '@irisflow/access';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { checkSchema } from './check-schema.ts';
import { readFolder } from './read-folder.ts';
import { requireDraft } from './require-procedure.ts';
import { listDraftFiles } from './storage/procedures.ts';
import type { UseCase } from './surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import {
  contactIn,
  LetterTemplate,
  letterPdf,
  letterheadOf,
  ombudsText,
  remedyText,
  resolveLetter,
} from '@irisflow/letters';
import type { ProcedureDescription } from './procedure-description.ts';

export interface Preview {
  readonly procedureKey: string;
  readonly letter: unknown;
  readonly locale: Locale;
}

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

const capacityIn = (description: ProcedureDescription | null, locale: Locale): string | null =>
  Object.values(description?.tasks ?? {}).find(({ capacity }) => capacity !== undefined)?.capacity?.[locale] ?? null;

const requireTemplate = (letter: unknown): LetterTemplate => {
  const checked = checkSchema(LetterTemplate, letter);
  if (checked.ok) return checked.value;
  const [first] = checked.findings;
  throw new CaseworkError(
    'LETTER_INVALID',
    `Expected a letter, but ${first?.pointer ?? ''} is not allowed: ${first?.detail ?? ''}`,
  );
};

/** A letter as PDF with sample values; what only a case could say stands in brackets. */
export const previewLetter: UseCase<Preview, Buffer> = async (
  surroundings,
  actor,
  { procedureKey, letter, locale },
) => {
  const { administration: key } = requireDesigner(actor);
  const { database, clock } = surroundings;
  await requireDraft(database, actor, procedureKey);
  const template = requireTemplate(letter);
  const { description } = readFolder(await listDraftFiles(database, procedureKey));
  const contact = contactIn(description?.contact ?? { name: '…', email: '…', phone: '…' }, locale);
  const administration = (await findAdministration(database, key))?.name[locale] ?? key;
  const now = clock.now();
  const today = dayOf(now);
  const applicant = applicants[locale];
  const scope = {
    case: { reference, submittedOn: today, language: locale, applicant: { name: applicant, address: '' } },
    grounds: Object.values(description?.grounds ?? {})
      .slice(0, 2)
      .map((text) => text[locale]),
    contact,
    signatory: { name: signatories[locale], capacity: capacityIn(description, locale) },
    remedies: (description?.remedies ?? []).map((remedy) => remedyText(remedy, locale)),
    ombuds: description?.ombuds === undefined ? null : ombudsText(description.ombuds, locale),
    administration: { name: administration },
    today,
  };
  const resolved = resolveLetter(template, { locale, scope, now, missing: 'show' });
  const head = letterheadOf({ locale, administration, recipient: [applicant], today, reference, contact });
  return letterPdf(resolved, head, now);
};
