import { requireDesigner, findAdministration } from '@irisflow/access';
import { letterHouse } from '@irisflow/branding';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { checkSchema } from './check-schema.ts';
import { readFolder } from './read-folder.ts';
import { requireDraft } from './require-procedure.ts';
import { listDraftFiles } from './storage/procedures.ts';
import type { UseCase } from './surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import { contactIn, LetterTemplate, letterPdf, letterheadOf, resolveLetter } from '@irisflow/letters';
import { sampleScope, unknownContact } from './sample-scope.ts';

export interface Preview {
  readonly procedureKey: string;
  readonly letter: unknown;
  readonly locale: Locale;
  /** What a step gives to the letter, when a case is played. */
  readonly values?: Readonly<Record<string, unknown>>;
}

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
  { procedureKey, letter, locale, values },
) => {
  const { administration: key } = requireDesigner(actor);
  const { database, clock } = surroundings;
  await requireDraft(database, actor, procedureKey);
  const template = requireTemplate(letter);
  const { description } = readFolder(await listDraftFiles(database, procedureKey));
  const contact = contactIn(description?.contact ?? unknownContact, locale);
  const administration = (await findAdministration(database, key))?.name[locale] ?? key;
  const now = clock.now();
  const today = dayOf(now);
  const sample = sampleScope({ description, administration, today, locale });
  const scope = values === undefined ? sample : { ...sample, values, variables: values };
  const { reference, applicant } = scope.case;
  const resolved = resolveLetter(template, { locale, scope, now, missing: 'show' });
  const house = await letterHouse(database, key, locale);
  const head = letterheadOf({ locale, administration, recipient: [applicant.name], today, reference, contact, house });
  return letterPdf(resolved, head, now);
};
