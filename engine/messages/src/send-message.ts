import type { Queryable } from '@irisflow/database';
import { appendAudit, type Actor, type KnownPerson } from '@irisflow/access';
import {
  administrationName,
  applicantName,
  insertTimelineEntry,
  listCaseDocuments,
  lockSharedCase,
  recordOpening,
  requireClerkCase,
  timelineText,
  touchCase,
  type CaseRow,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import { viewMessages } from './read-messages.ts';
import { insertMessage, type Sender } from './storage/messages.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { CaseMessage } from './views/message.ts';

const MAX_TEXT = 5000;

export interface Writing {
  readonly caseId: string;
  readonly text: string;
  /** Files of the case that were added for this message. */
  readonly documents: readonly string[];
}

/** In the timeline it only says who wrote: the words stay in the conversation. */
const entries = {
  office: { kind: 'messageFromOffice', actor: administrationName },
  question: { kind: 'questionFromOffice', actor: administrationName },
  applicant: { kind: 'messageFromApplicant', actor: applicantName },
} as const;

const requireText = (text: string): string => {
  const words = text.trim();
  if (words !== '' && words.length <= MAX_TEXT) return words;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a message of 1 to ${MAX_TEXT} characters, but found ${words.length}`,
  );
};

/** Only files that this side added to this case, and that both sides read, go with a message. */
const requireDocuments = async (tx: Queryable, { caseId, documents }: Writing, sender: Sender): Promise<void> => {
  const origin = sender === 'office' ? 'agent' : 'applicant';
  const own = new Set(
    (await listCaseDocuments(tx, caseId))
      .filter((document) => document.origin === origin && document.visible_to_applicant)
      .map(({ id }) => id),
  );
  const missing = documents.find((id) => !own.has(id));
  if (missing !== undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected documents of this case, but ${missing.slice(0, 80)} is none`);
};

interface Sent extends Writing {
  readonly actor: Actor;
  readonly person: KnownPerson;
  readonly participantId: string | null;
  readonly row: CaseRow;
  readonly sender: Sender;
  readonly asks: boolean;
}

const send = async (surroundings: Surroundings, tx: Queryable, sent: Sent): Promise<CaseMessage[]> => {
  const { actor, person, participantId, row, sender, asks, caseId, documents } = sent;
  const { clock, random } = surroundings;
  const text = requireText(sent.text);
  await requireDocuments(tx, sent, sender);
  const at = clock.now();
  const id = random.id();
  const { administration } = row;
  const written = { sender, writtenBy: person.id, participantId, text, asks, documents };
  await insertMessage(tx, { id, caseId, administration, at, ...written });
  const entry = entries[asks ? 'question' : sender];
  await insertTimelineEntry(tx, {
    caseId,
    administration,
    at,
    kind: entry.kind,
    text: timelineText(entry.kind),
    actor: entry.actor,
    visibleToApplicant: true,
  });
  await touchCase(tx, { id: caseId, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'message.sent',
    object: `case:${caseId}`,
    administration,
    detail: { message: id, sender, asks, documents: documents.length },
  });
  return viewMessages(tx, row, sender);
};

/** A clerk writes to the applicant of a case, or asks them something, at any time. */
export const writeToApplicant: UseCase<Writing & { readonly asks: boolean }, CaseMessage[]> = async (
  surroundings,
  actor,
  input,
) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, input.caseId);
    await recordOpening(surroundings, tx, { clerk, row });
    const { person } = clerk;
    return send(surroundings, tx, { ...input, actor, person, participantId: null, row, sender: 'office' });
  });

/** An applicant writes to the office of their case. */
export const writeToOffice: UseCase<Writing, CaseMessage[]> = async (surroundings, actor, input) =>
  surroundings.database.transaction(async (tx) => {
    const { person, row, part } = await lockSharedCase(surroundings, tx, actor, input.caseId);
    const participantId = part?.id ?? null;
    return send(surroundings, tx, { ...input, actor, person, participantId, row, sender: 'applicant', asks: false });
  });
