import { dayOf } from '@irisflow/calendar';
import { type CaseRow, printLetter, storeContent, type StoredContent } from '@irisflow/casework';
import { signedLetter } from '@irisflow/drafting';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { ContactUnit, LetterTemplate } from '@irisflow/letters';
import { isInForce, listParticipantRows, type ParticipantRow } from '@irisflow/parties';
import { isSentTo } from '@irisflow/procedures';
import { findSignatory } from '@irisflow/tasks';
import type { Announced } from './letter-mail.ts';
import { channelsOf, reachOfCopy, seeingReach } from './reach-of-copy.ts';
import { type MadeSeal, sealDrawn, sealingOf } from './seals/seal-letter.ts';
import type { Surroundings } from './surroundings.ts';

/** A letter of a case that is to go. */
export interface LetterOrder {
  /** Of the procedure of the case, by its key. */
  readonly template: string;
  /** By which ways it reaches people if they agreed to them, such as `portal` and `email`. */
  readonly channel: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** What it says, where that is not as the procedure of the case has it. */
  readonly text?: LetterTemplate;
  /** Whom it names for questions where that is not whom the procedure names: it goes to many. */
  readonly unit?: ContactUnit | null;
  /** To whom, on paper even where they take part no longer; where it is left out, to the applicant and to those whose role says so. */
  readonly to?: { readonly applicant: boolean; readonly participants: readonly string[] };
}

/** A letter in one language, for the applicant or for somebody else who takes part in the case. */
interface Copy {
  readonly row: CaseRow;
  readonly language: Locale;
  readonly copyFor: ParticipantRow | null;
  /** As it was signed or started, where that is not as the template says it. */
  readonly signed: LetterTemplate | null;
}

/** One letter on paper, whose bytes are stored. */
export interface WrittenCopy {
  readonly template: string;
  readonly channels: readonly string[];
  readonly language: Locale;
  readonly subject: string;
  readonly subjects: LocalizedText;
  /** Whether it is the applicant's, in the language of the case. */
  readonly isMain: boolean;
  /** What a mail says of it; null where none does: one mail tells the applicant of the letter, in whatever languages it is. */
  readonly announced: Announced | null;
  readonly copyFor: ParticipantRow | null;
  readonly stored: StoredContent;
  /** With what it was sealed; null where it is not. */
  readonly seal: MadeSeal | null;
  /** Whether it stays with the office instead of going to whom it is for. */
  readonly isHeld?: boolean;
}

const pdfRules = { accept: ['application/pdf'], maxBytes: 20 * 1024 * 1024, maxCount: 1 };

export const envelopeOf = ({ name, address }: ParticipantRow): string[] =>
  [name, ...(address ?? '').split('\n')].map((line) => line.trim()).filter((line) => line !== '');

/** Writes the letter in one language, with the signature of who signed what it says. */
const write = async (
  surroundings: Surroundings,
  { row, language, copyFor, signed }: Copy,
  { template, values, channel, unit }: LetterOrder,
): Promise<WrittenCopy> => {
  const { database, library, clock } = surroundings;
  const procedure = await library.version(database, row.procedure_key, row.procedure_version);
  const signing = { caseId: row.id, description: procedure.description, locale: language };
  const signatory = await findSignatory(database, signing);
  const { administration: key } = row;
  const seal = sealingOf(surroundings, { administration: key, language, signatory });
  const written = await printLetter(database, {
    row,
    procedure,
    template: signed ?? template,
    values,
    signatory,
    now: clock.now(),
    missing: 'refuse',
    language,
    seal: seal?.drawn,
    unit,
    ...(copyFor === null ? {} : { recipient: envelopeOf(copyFor) }),
  });
  const pdf = seal === null ? written.pdf : await sealDrawn(key, seal, written.pdf);
  const stored = await storeContent(surroundings, { content: [pdf], rules: pdfRules, isOwn: true });
  const { letter, subjects, administration, answerBy } = written;
  const reach = await reachOfCopy(seeingReach(surroundings), row, copyFor);
  const isGone = copyFor !== null && !isInForce(copyFor, dayOf(clock.now()));
  const channels = channelsOf(channel, { reach, copyFor, isGone });
  const isMain = copyFor === null && language === row.language;
  const { mail } = reach;
  const isTold = channels.includes('email') && (isMain || copyFor !== null);
  const announced = isTold && mail !== null ? { mail, language, administration, answerBy } : null;
  return { template, channels, language, subject: letter.subject, subjects, isMain, announced, copyFor, stored, seal };
};

/** Whether somebody who takes part gets the letter: named for it, or by their role. */
const othersOf = async (
  { database, library, clock }: Surroundings,
  row: CaseRow,
  { template, to }: LetterOrder,
): Promise<ParticipantRow[]> => {
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const today = dayOf(clock.now());
  return (await listParticipantRows(database, row.id)).filter((one) =>
    to === undefined
      ? isInForce(one, today) && isSentTo(description, one.role, template)
      : to.participants.includes(one.id),
  );
};

/** Everybody to whom it goes: the applicant in each language of the case, then the others in theirs. */
const copiesOf = async (surroundings: Surroundings, row: CaseRow, order: LetterOrder): Promise<Copy[]> => {
  const { template, values, text, to } = order;
  const signed = text ?? (await signedLetter(surroundings, surroundings.database, { row, template, values }));
  const languages = [row.language, ...row.also_in];
  const own = to === undefined || to.applicant ? languages : [];
  // What somebody wrote by hand is in the languages of the case: everybody gets one of them, and none of it in words that nobody signed.
  return [
    ...own.map((language) => ({ row, language, copyFor: null, signed })),
    ...(await othersOf(surroundings, row, order)).map((copyFor) => ({
      row,
      language: signed === null || languages.includes(copyFor.language) ? copyFor.language : row.language,
      copyFor,
      signed,
    })),
  ];
};

/**
 * Writes a letter for everybody to whom it goes, the applicant first; one letter never mixes two languages. Rendering, sealing
 * and storing bytes take a while: not inside a transaction. Bytes without a letter are swept, with their seal.
 */
export const writeLetters = async (
  surroundings: Surroundings,
  row: CaseRow,
  order: LetterOrder,
): Promise<readonly WrittenCopy[]> => {
  const copies: WrittenCopy[] = [];
  for (const copy of await copiesOf(surroundings, row, order)) copies.push(await write(surroundings, copy, order));
  return copies;
};
