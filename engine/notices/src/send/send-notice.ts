import { dayOf } from '@irisflow/calendar';
import { type CaseRow, insertLetter, type StepOrigin } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import {
  holdBackImported,
  reachOfCopy,
  seeingReach,
  sendLetter,
  type WrittenCopy,
  writeLetters,
} from '@irisflow/dispatch';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import type { ContactUnit, LetterTemplate } from '@irisflow/letters';
import { appendFate } from '../fates/append-fate.ts';
import type { NoticeChannel } from '../fates/fate.ts';
import { carryWorkOf, paperWorkOf } from '../fates/standing.ts';
import { findNotice, insertNotice, type NewNotice, type NoticeRow } from '../storage/notices.ts';
import { requireArrivalTerm } from '../terms/settle-term.ts';
import type { Surroundings } from '../surroundings.ts';
import { planOf } from './plan-of.ts';

/** A letter of which it matters when it arrives, as a procedure orders it. */
export interface NoticeOrder {
  /** Of the procedure, by its key. */
  readonly template: string;
  /** By which ways it should go. */
  readonly channels: readonly NoticeChannel[];
  readonly values: Readonly<Record<string, unknown>>;
  /** What it says, where that is not as the procedure of the case has it. */
  readonly text?: LetterTemplate;
  /** Whom it names for questions where that is not whom the procedure names. */
  readonly unit?: ContactUnit | null;
  /** Who takes part and gets it, by key; the applicant where it is left out. */
  readonly participantId?: string;
  /** The term of the procedure that begins when it arrives. */
  readonly termKey?: string;
}

export interface SentNotice {
  /** What messages about it are correlated on. */
  readonly noticeId: string;
  readonly documentId: string;
  /** By which ways it goes: what the procedure wanted, as far as its addressee agreed. */
  readonly channels: NoticeChannel[];
  /** What `term.warning` and `term.expired` will be correlated on, once it has begun; null where it starts none. */
  readonly termId: string | null;
}

/** In whose name a letter leaves. */
export interface Sending {
  readonly tx: Queryable;
  readonly row: CaseRow;
  readonly voice: { readonly actor: LocalizedText; readonly origin?: StepOrigin };
}

const isElectronic = (way: NoticeChannel): boolean => way === 'portal' || way === 'email';

const withPlan = async (
  surroundings: Surroundings,
  row: CaseRow,
  { copy, wanted }: { readonly copy: WrittenCopy; readonly wanted: readonly NoticeChannel[] },
): Promise<WrittenCopy> => {
  const reach = await reachOfCopy(seeingReach(surroundings), row, copy.copyFor);
  return { ...copy, channels: planOf({ wanted, base: copy.channels, reach }) };
};

/** Writes the letter for its one party, in each language of the case where that is the applicant. Takes a while: not inside a transaction. */
export const writeNotice = async (
  surroundings: Surroundings,
  row: CaseRow,
  { template, values, text, unit = null, channels: wanted, participantId, termKey }: NoticeOrder,
): Promise<readonly WrittenCopy[]> => {
  if (termKey !== undefined) await requireArrivalTerm(surroundings, surroundings.database, { row, key: termKey });
  const to =
    participantId === undefined
      ? { applicant: true, participants: [] }
      : { applicant: false, participants: [participantId] };
  const written = await writeLetters(surroundings, row, {
    template,
    values,
    channel: wanted.filter(isElectronic),
    to,
    unit,
    ...(text === undefined ? {} : { text }),
  });
  if (written.length === 0)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected somebody who takes part in the case, but found ${participantId}`,
    );
  const copies: WrittenCopy[] = [];
  for (const copy of written) copies.push(await withPlan(surroundings, row, { copy, wanted }));
  return holdBackImported(surroundings.database, row, copies);
};

const keep = async (
  surroundings: Surroundings,
  { tx, row }: Sending,
  notice: Omit<NewNotice, 'caseId' | 'administration' | 'at' | 'paper' | 'toCarry'> & {
    readonly channels: readonly NoticeChannel[];
  },
): Promise<NoticeRow> => {
  const { channels, ...facts } = notice;
  await insertNotice(tx, {
    ...facts,
    caseId: row.id,
    administration: row.administration,
    at: surroundings.clock.now(),
    paper: paperWorkOf(channels, []),
    toCarry: carryWorkOf(channels, []),
  });
  const kept = await findNotice(tx, notice.id);
  if (kept === undefined)
    throw new Error(`Expected to find notice ${notice.id} that was just written, but there is none`);
  if (channels.includes('portal'))
    await appendFate(surroundings, tx, {
      row,
      notice: kept,
      fate: { channel: 'portal', kind: 'sent', day: dayOf(surroundings.clock.now()), source: 'platform' },
    });
  return kept;
};

/** Files the letter with its case and sets out to follow what becomes of it. Its term has its key from now on, and begins when it arrives. */
export const fileNotice = async (
  surroundings: Surroundings,
  sending: Sending,
  { copies, order }: { readonly copies: readonly WrittenCopy[]; readonly order: NoticeOrder },
): Promise<SentNotice> => {
  const { random } = surroundings;
  const [first] = await sendLetter(surroundings, sending, copies);
  const [copy] = copies;
  if (first === undefined || copy === undefined) throw new Error('Expected a letter to follow, but there is none');
  const channels = copy.channels as readonly NoticeChannel[];
  const { termKey, participantId = null } = order;
  const term = termKey === undefined ? null : { key: termKey, id: random.id() };
  const noticeId = random.id();
  const { letterId, documentId } = first;
  const { subjects: subject } = copy;
  await keep(surroundings, sending, { id: noticeId, letterId, participantId, copyOf: null, subject, term, channels });
  return { noticeId, documentId, channels: [...channels], termId: term?.id ?? null };
};

/** Sends a letter once more by ordinary post, for information: the same paper, and no term begins with it. */
export const copyNotice = async (
  surroundings: Surroundings,
  sending: Sending,
  noticeId: string,
): Promise<SentNotice> => {
  const { random, clock } = surroundings;
  const { tx, row } = sending;
  const first = await findNotice(tx, noticeId);
  if (first === undefined || first.case_id !== row.id || first.copy_of !== null)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a letter of the case that is no copy, but found ${noticeId.slice(0, 80)}`,
    );
  const { document_id: documentId, language, recipient, subject, participant_id: participantId } = first;
  const letterId = random.id();
  const channels = ['post'] as const;
  await insertLetter(tx, {
    id: letterId,
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    template: 'copy',
    subject: subject[language],
    language,
    documentId,
    channels,
    recipient,
  });
  const id = random.id();
  await keep(surroundings, sending, { id, letterId, participantId, copyOf: first.id, subject, term: null, channels });
  return { noticeId: id, documentId, channels: [...channels], termId: null };
};
