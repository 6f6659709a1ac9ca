import { requireDesigner, findAdministration } from '@irisflow/access';
import { letterHouse } from '@irisflow/branding';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { checkSchema } from './check-schema.ts';
import { readFolder } from './read-folder.ts';
import { requireDraft } from './require-procedure.ts';
import { listDraftFiles } from './storage/procedures.ts';
import type { UseCase } from './surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import { contactIn, LetterTemplate, letterPdf, letterheadOf, missingBlocks, resolveLetter } from '@irisflow/letters';
import { sampleScope, unknownContact } from './sample-scope.ts';

export interface Preview {
  readonly procedureKey: string;
  readonly letter: unknown;
  readonly locale: Locale;
  /** What a step gives to the letter, when a case is played. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Shown although it lacks what the law wants in it, and marked as a draft; otherwise such a letter is refused. */
  readonly asDraft?: boolean;
}

/** What is missing stands in `errors`, a keyword each. */
const refuseIncomplete = (missing: readonly string[], locale: Locale): void => {
  if (missing.length === 0) return;
  throw new CaseworkError(
    'LETTER_INCOMPLETE',
    `Expected a letter with all that the law wants in it, but in ${locale} it lacks ${missing.join(', ')}`,
    { errors: missing.map((keyword) => ({ pointer: `/body/${locale}`, keyword })) },
  );
};

const requireTemplate = (letter: unknown): LetterTemplate => {
  const checked = checkSchema(LetterTemplate, letter);
  if (checked.ok) return checked.value;
  const [first] = checked.findings;
  throw new CaseworkError(
    'LETTER_INVALID',
    `Expected a letter, but ${first?.pointer ?? ''} is not allowed: ${first?.detail ?? ''}`,
  );
};

/**
 * A letter as PDF with sample values; what only a case could say stands in brackets. One that lacks what the law wants is refused,
 * unless it is asked for as a draft.
 */
export const previewLetter: UseCase<Preview, Buffer> = async (
  surroundings,
  actor,
  { procedureKey, letter, locale, values, asDraft = false },
) => {
  const { administration: key } = requireDesigner(actor);
  const { database, clock } = surroundings;
  await requireDraft(database, actor, procedureKey);
  const template = requireTemplate(letter);
  const missing = missingBlocks(template, locale);
  if (!asDraft) refuseIncomplete(missing, locale);
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
  const isDraft = missing.length > 0;
  const recipient = [applicant.name];
  const head = letterheadOf({ locale, administration, recipient, today, reference, contact, house, isDraft });
  return letterPdf(resolved, head, now);
};
