import { letterHouse } from '@irisflow/branding';
import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, type Locale, type LocalizedText } from '@irisflow/foundation';
import {
  answerByOf,
  contactOf,
  isCourtesy,
  letterheadOf,
  letterPdf,
  resolveLetter,
  unprintable,
  withUnit,
  type ContactUnit,
  type LetterScope,
  type LetterSeal,
  type LetterTemplate,
  type ResolvedLetter,
} from '@irisflow/letters';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { CaseRow } from '../storage/cases.ts';
import type { CaseDecision } from '../views/case.ts';
import { caseLetterScope, type Signatory } from './case-letter-scope.ts';

export interface LetterToWrite {
  readonly row: CaseRow;
  readonly procedure: PublishedProcedure;
  /** One of the procedure by its key, or one that the platform brings. */
  readonly template: string | LetterTemplate;
  readonly values: Readonly<Record<string, unknown>>;
  readonly signatory: Signatory | null;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Before it is taken, a decision is what it will be. */
  readonly decision?: CaseDecision;
  /** What a value that is missing does: a letter with a hole is not sent, a preview shows the hole. */
  readonly missing: 'refuse' | 'show';
  /** The language of the letter where it is not that of the case. */
  readonly language?: Locale;
  /** The envelope, where the letter does not go to the applicant. */
  readonly recipient?: readonly string[];
  readonly seal?: LetterSeal | undefined;
  /** Named in place of whom the procedure names, where the letter goes to many. */
  readonly unit?: ContactUnit | null | undefined;
}

export interface WrittenLetter {
  readonly letter: ResolvedLetter;
  readonly head: ReturnType<typeof letterheadOf>;
  readonly administration: string;
  /** In every language, for those who read about the letter in their own. */
  readonly subjects: LocalizedText;
  /** Characters that no letter can print. */
  readonly unprintable: readonly string[];
  /** The last day to answer what the letter asks; null when it asks nothing. */
  readonly answerBy: string | null;
}

const requireTemplate = ({ procedure, template: wanted }: LetterToWrite): LetterTemplate => {
  if (typeof wanted !== 'string') return wanted;
  const template = procedure.letters.get(wanted);
  if (template !== undefined) return template;
  throw new CaseworkError(
    'LETTER_INVALID',
    `Expected a letter ${wanted.slice(0, 80)} in ${procedure.key}, but there is none`,
  );
};

const wordsOf = ({ subject, blocks }: ResolvedLetter, recipient: readonly string[]): string =>
  [subject, ...recipient, JSON.stringify(blocks)].join(' ');

const countingIn = ({ language, also_in: alsoIn }: CaseRow): Locale[] =>
  [language, ...alsoIn].filter((one) => !isCourtesy(one));

/** A letter in one language, that of the case unless it is said, which never mixes with another. */
export const writeLetter = async (db: Queryable, toWrite: LetterToWrite): Promise<WrittenLetter> => {
  const row = { ...toWrite.row, language: toWrite.language ?? toWrite.row.language };
  const { procedure, values, now, signatory, decision, missing, unit = null } = toWrite;
  const template = requireTemplate(toWrite);
  const today = dayOf(now);
  const locale: Locale = row.language;
  const {
    scope: declared,
    administration,
    recipient: applicant,
    words,
  } = await caseLetterScope(db, {
    template: toWrite.template,
    row,
    procedure,
    values,
    today,
    signatory,
    ...(decision === undefined ? {} : { decision }),
  });
  const recipient = toWrite.recipient ?? applicant;
  const contact = contactOf(procedure.description.contact, unit, locale);
  const scope: LetterScope = { ...declared, contact };
  const letter = withUnit(resolveLetter(template, { locale, scope, words, now, missing }), unit);
  const head = letterheadOf({
    locale,
    administration,
    recipient,
    today,
    reference: row.reference,
    contact,
    house: await letterHouse(db, row.administration, locale),
    ...(isCourtesy(locale) ? { countsIn: countingIn(toWrite.row) } : {}),
  });
  return {
    letter,
    head,
    administration,
    subjects: template.subject,
    unprintable: unprintable(wordsOf(letter, recipient)),
    answerBy: answerByOf(template, locale, scope['request']),
  };
};

/** The same on paper; refused when a character of it cannot be printed. */
export const printLetter = async (db: Queryable, toWrite: LetterToWrite): Promise<WrittenLetter & { pdf: Buffer }> => {
  const written = await writeLetter(db, toWrite);
  if (written.unprintable.length > 0 && toWrite.missing === 'refuse')
    throw new CaseworkError(
      'LETTER_INVALID',
      `Expected characters that letters can print, but found ${written.unprintable.slice(0, 10).join(', ')}`,
    );
  return { ...written, pdf: await letterPdf(written.letter, written.head, toWrite.now, toWrite.seal) };
};
