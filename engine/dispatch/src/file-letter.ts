import type { Queryable } from '@irisflow/database';
import {
  type CaseRow,
  insertDocument,
  insertLetter,
  insertTimelineEntry,
  type StepOrigin,
  timelineText,
} from '@irisflow/casework';
import { noteLetterSent } from '@irisflow/drafting';
import type { Locale, LocalizedText } from '@irisflow/foundation';
import { readableKey } from '@irisflow/procedures';
import { insertLetterMail } from './storage/letter-mails.ts';
import { insertSeal } from './storage/letter-seals.ts';
import type { Surroundings } from './surroundings.ts';
import type { WrittenCopy } from './write-letters.ts';

/** In whose name a letter leaves. */
export interface Sending {
  readonly tx: Queryable;
  readonly row: CaseRow;
  readonly voice: { readonly actor: LocalizedText; readonly origin?: StepOrigin };
}

export interface SentLetter {
  readonly letterId: string;
  readonly documentId: string;
  readonly language: Locale;
  readonly subject: string;
}

const fileNameOf = ({ reference, language: main }: CaseRow, { template, language, copyFor }: WrittenCopy): string => {
  const name = `${reference}-${readableKey(template)}`;
  if (copyFor !== null) return `${name}-${copyFor.role}-${language}.pdf`;
  return `${name}${language === main ? '' : `-${language}`}.pdf`;
};

const noteSent = async (
  { clock }: Surroundings,
  { tx, row, voice }: Sending,
  { subjects, documentId, isHeld = false }: Pick<WrittenCopy, 'subjects' | 'isHeld'> & { readonly documentId: string },
): Promise<void> => {
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    kind: isHeld ? 'letterHeld' : 'letterSent',
    text: timelineText(isHeld ? 'letterHeld' : 'letterSent', subjects),
    visibleToApplicant: !isHeld,
    documentId,
    ...voice,
  });
};

const fileCopy = async (surroundings: Surroundings, sending: Sending, copy: WrittenCopy): Promise<SentLetter> => {
  const { random, clock } = surroundings;
  const { tx, row } = sending;
  const { template, channels, language, subject, isMain, copyFor, stored, seal } = copy;
  const { administration, id: caseId } = row;
  const documentId = random.id();
  const letterId = random.id();
  const at = clock.now();
  await insertDocument(tx, {
    ...stored,
    id: documentId,
    administration,
    draftId: null,
    caseId,
    pointer: null,
    name: fileNameOf(row, copy),
    origin: 'letter',
    category: template,
    // What goes to somebody who reads nothing here is between them and the office.
    visibleToApplicant: copy.isHeld !== true && (copyFor === null || copyFor.access !== 'none'),
    at,
    by: 'system',
  });
  if (seal !== null) await insertSeal(tx, { ...seal, documentId, caseId, administration, sha256: stored.sha256 });
  const recipient = copyFor?.name ?? null;
  await insertLetter(tx, {
    id: letterId,
    caseId,
    administration,
    at,
    template,
    subject,
    language,
    documentId,
    channels,
    recipient,
  });
  if (isMain) {
    await noteLetterSent(tx, { caseId, template, letterId });
    await noteSent(surroundings, sending, { ...copy, documentId });
  }
  return { letterId, documentId, language, subject };
};

const noteMail = async (
  { clock }: Surroundings,
  { tx, row }: Sending,
  { copy, letterId }: { readonly copy: WrittenCopy; readonly letterId: string },
): Promise<void> => {
  if (copy.announced === null) return;
  const { language, answerBy } = copy.announced;
  await insertLetterMail(tx, {
    letterId,
    caseId: row.id,
    administration: row.administration,
    participantId: copy.copyFor?.id ?? null,
    language,
    at: clock.now(),
    answerBy,
  });
};

/** Files every copy of a letter with its case, and with it the mails that tell of them; the one in the language of the case comes first. */
export const sendLetter = async (
  surroundings: Surroundings,
  sending: Sending,
  copies: readonly WrittenCopy[],
): Promise<readonly SentLetter[]> => {
  const filed: SentLetter[] = [];
  for (const copy of copies) {
    const sent = await fileCopy(surroundings, sending, copy);
    await noteMail(surroundings, sending, { copy, letterId: sent.letterId });
    filed.push(sent);
  }
  return filed;
};
