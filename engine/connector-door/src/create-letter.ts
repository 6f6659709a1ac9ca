import { createHash } from 'node:crypto';
import { dayOf } from '@irisflow/calendar';
import { job, requireConnector, countRequestRow, actingAs } from '@irisflow/access';
import {
  lockSealedCase,
  timelineText,
  storeContent,
  type StoredContent,
  printLetter,
  type WrittenLetter,
  letterNotice,
  neutralNotice,
  type LetterNotice,
  insertLetter,
  type CaseRow,
  insertDocument,
} from '@irisflow/casework';
import { findSignatory } from '@irisflow/tasks';
import { noteLetterSent, signedLetter } from '@irisflow/drafting';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import type { LetterTemplate } from '@irisflow/letters';
import {
  type CaseReach,
  isInForce,
  listParticipantRows,
  type MailAddress,
  type ParticipantRow,
  reachInCase,
  reachOfParticipant,
} from '@irisflow/parties';
import { isSentTo } from '@irisflow/procedures';
import type { Surroundings, UseCase } from './surroundings.ts';
import { noteInTimeline } from './note-in-timeline.ts';
import { knownReply, once, type CaseWork, type ConnectorCall } from './once.ts';

export interface CreateLetter extends ConnectorCall {
  readonly template: string;
  readonly channel: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

export interface CreatedLetter {
  readonly documentId: string;
  readonly language: Locale;
  readonly subject: string;
  /** The mail that tells the applicant; null when they did not agree, there is no address, or one that nobody vouches for had its mail today. */
  readonly notice: LetterNotice | null;
  /** Those that tell whoever else gets it. */
  readonly notices: LetterNotice[];
}

interface Written {
  readonly pdf: Buffer;
  readonly language: Locale;
  readonly subject: string;
  readonly subjects: LocalizedText;
  readonly notice: LetterNotice | null;
  readonly channels: readonly string[];
  readonly copyFor: ParticipantRow | null;
}

const DAY_MS = 24 * 3600 * 1000;
const operation = 'letters';
const pdfRules = { accept: ['application/pdf'], maxBytes: 20 * 1024 * 1024, maxCount: 1 };

interface Telling extends Pick<WrittenLetter, 'administration' | 'answerBy'> {
  readonly row: CaseRow;
  readonly language: Locale;
  readonly mail: MailAddress;
}

/** Where a mail goes that nobody vouches for, it says nothing of the case and comes once a day at most. */
const noticeOf = async (
  surroundings: Surroundings,
  { row, language, mail: { to, isVerified }, administration, answerBy }: Telling,
): Promise<LetterNotice | null> => {
  const { clock, publicUrl } = surroundings;
  const url = `${publicUrl}/${language}/my/cases/${row.id}`;
  if (isVerified) return letterNotice({ to, language, reference: row.reference, administration, url, answerBy });
  const key = `mail:${createHash('sha256').update(to.toLowerCase()).digest('hex')}`;
  const { database } = actingAs(surroundings, job('requestCounts'));
  const { count } = await countRequestRow(database, { key, windowMs: DAY_MS, at: clock.now() });
  return count === 1 ? neutralNotice({ to, language, url: `${publicUrl}/${language}/my/cases` }) : null;
};

/** A letter in one language, for the applicant or for somebody else who takes part in the case. */
interface Copy {
  readonly row: CaseRow;
  readonly language: Locale;
  readonly copyFor: ParticipantRow | null;
  readonly reach: CaseReach;
  /** As it was signed, where that is not as the template says it. */
  readonly signed: LetterTemplate | null;
}

/** Of the ways that the process asks for, those to which somebody agreed; whoever none of them reaches is written to on paper. */
const channelsOf = ({ copyFor, reach }: Copy, wanted: readonly string[]): readonly string[] => {
  // Whoever reads nothing here cannot be told to come and read.
  if (copyFor?.access === 'none') return ['post'];
  const agreed = { portal: reach.channels.includes('portal'), email: reach.mail !== null };
  const ways = wanted.filter((way) => agreed[way as keyof typeof agreed] ?? false);
  return reach.byPost || ways.length === 0 ? [...ways, 'post'] : ways;
};

const envelopeOf = ({ name, address }: ParticipantRow): string[] =>
  [name, ...(address ?? '').split('\n')].map((line) => line.trim()).filter((line) => line !== '');

/** Writes the letter in one language, with the signature of who signed what it says. */
const write = async (surroundings: Surroundings, copy: Copy, call: CreateLetter): Promise<Written> => {
  const { row, language, copyFor, signed, reach } = copy;
  const { database, library, clock } = surroundings;
  const procedure = await library.version(database, row.procedure_key, row.procedure_version);
  const { template, values } = call;
  const signing = { caseId: row.id, description: procedure.description, locale: language };
  const written = await printLetter(database, {
    row,
    procedure,
    template: signed ?? template,
    values,
    signatory: await findSignatory(database, signing),
    now: clock.now(),
    missing: 'refuse',
    language,
    ...(copyFor === null ? {} : { recipient: envelopeOf(copyFor) }),
  });
  const channels = channelsOf(copy, call.channel);
  // One mail tells the applicant of the letter, in whatever languages it is.
  const isTold = channels.includes('email') && (copyFor !== null || language === row.language);
  const { administration, answerBy } = written;
  const notice =
    isTold && reach.mail !== null
      ? await noticeOf(surroundings, { row, language, mail: reach.mail, administration, answerBy })
      : null;
  const { subject } = written.letter;
  return { pdf: written.pdf, language, subject, subjects: written.subjects, notice, channels, copyFor };
};

interface Filing {
  readonly call: CreateLetter;
  readonly written: Written;
  readonly stored: StoredContent;
}

const fileNameOf = (
  { reference, language: main }: CaseRow,
  { template }: CreateLetter,
  { language, copyFor }: Written,
) => {
  if (copyFor !== null) return `${reference}-${template}-${copyFor.role}-${language}.pdf`;
  return `${reference}-${template}${language === main ? '' : `-${language}`}.pdf`;
};

const fileLetter = async (
  surroundings: Surroundings,
  { tx, row, step }: CaseWork,
  filing: Filing,
): Promise<CreatedLetter> => {
  const { call, written, stored } = filing;
  const { random, clock } = surroundings;
  const { language, subject, subjects, notice, channels, copyFor } = written;
  const { administration, id: caseId } = row;
  const isMain = copyFor === null && language === row.language;
  const documentId = random.id();
  const at = clock.now();
  await insertDocument(tx, {
    ...stored,
    id: documentId,
    administration,
    draftId: null,
    caseId,
    pointer: null,
    name: fileNameOf(row, call, written),
    origin: 'letter',
    category: call.template,
    // What goes to somebody who reads nothing here is between them and the office.
    visibleToApplicant: copyFor === null || copyFor.access !== 'none',
    at,
    by: 'system',
  });
  const letterId = random.id();
  await insertLetter(tx, {
    id: letterId,
    caseId,
    administration,
    at,
    template: call.template,
    subject,
    language,
    documentId,
    channels,
    recipient: copyFor?.name ?? null,
  });
  if (isMain) await noteLetterSent(tx, { caseId, template: call.template, letterId });
  if (isMain)
    await noteInTimeline(
      surroundings,
      { tx, row, step },
      {
        kind: 'letterSent',
        text: timelineText('letterSent', subjects),
        visibleToApplicant: true,
        documentId,
      },
    );
  return { documentId, language, subject, notice, notices: [] };
};

/** Everybody to whom it goes: the applicant in each language of the case, then those whose role says so in theirs. */
const copiesOf = async (surroundings: Surroundings, row: CaseRow, call: CreateLetter): Promise<Copy[]> => {
  const { database, library, clock } = surroundings;
  // By which ways people are reached is theirs to say: of it a connector sees what becomes of the letter.
  const { database: people } = actingAs(surroundings, job('notices'));
  const { template, values } = call;
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const today = dayOf(clock.now());
  const others = (await listParticipantRows(database, row.id)).filter(
    (one) => isInForce(one, today) && isSentTo(description, one.role, template),
  );
  const signed = await signedLetter(surroundings, database, { row, template, values });
  const { applicant_email: to, applicant_email_verified: isVerified } = row;
  const reach = await reachInCase(people, {
    partyId: row.person_id,
    address: to === null ? null : { to, isVerified },
  });
  const copies: Copy[] = [row.language, ...row.also_in].map((language) => ({
    row,
    language,
    copyFor: null,
    reach,
    signed,
  }));
  for (const copyFor of others) {
    // What somebody wrote by hand is in one language: everybody gets that, and none of it in words that nobody signed.
    const language = signed === null ? copyFor.language : row.language;
    copies.push({ row, language, copyFor, reach: await reachOfParticipant(people, copyFor), signed });
  }
  return copies;
};

/** One letter never mixes two languages. */
const writeAll = async (surroundings: Surroundings, row: CaseRow, call: CreateLetter): Promise<readonly Filing[]> => {
  const filings: Filing[] = [];
  for (const copy of await copiesOf(surroundings, row, call)) {
    const written = await write(surroundings, copy, call);
    const stored = await storeContent(surroundings, { content: [written.pdf], rules: pdfRules });
    filings.push({ call, written, stored });
  }
  return filings;
};

const fileAll = async (
  surroundings: Surroundings,
  work: CaseWork,
  [main, ...others]: readonly Filing[],
): Promise<CreatedLetter> => {
  if (main === undefined) throw new Error('Expected a letter in the language of the case, but there is none');
  const created = await fileLetter(surroundings, work, main);
  for (const other of others) await fileLetter(surroundings, work, other);
  return { ...created, notices: others.flatMap(({ written: { notice } }) => (notice === null ? [] : [notice])) };
};

/** Renders a letter, files it with the case and answers what a mail needs. */
export const createLetter: UseCase<CreateLetter, CreatedLetter> = async (surroundings, actor, call) => {
  const { caseId } = requireConnector(actor).case;
  const { database } = surroundings;
  const known = await knownReply<CreatedLetter>(database, { ...call, caseId, operation });
  if (known !== null) return known.reply;
  // Rendering and storing bytes take a while: not inside the transaction. Bytes without a letter are swept.
  const filings = await writeAll(surroundings, await database.transaction((tx) => lockSealedCase(tx, actor)), call);
  return once(surroundings, actor, {
    ...call,
    operation,
    work: (work) => fileAll(surroundings, work, filings),
  });
};
