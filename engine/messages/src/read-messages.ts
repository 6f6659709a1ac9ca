import type { Queryable } from '@irisflow/database';
import { appendAudit, namesOf, requireApplying, requireClerk } from '@irisflow/access';
import {
  type CaseRow,
  isOfApplying,
  listCaseDocuments,
  recordOpening,
  requireSharedCase,
  requireClerkCase,
} from '@irisflow/casework';
import { instantOf, instantOrNull } from '@irisflow/foundation';
import {
  countUnreadOfApplicant,
  listMessages,
  listUnreadOfOffice,
  markRead,
  type MessageRow,
  type Sender,
} from './storage/messages.ts';
import type { UseCase } from './surroundings.ts';
import type { CaseMessage, OfficeMessages, UnreadOfCase } from './views/message.ts';

/** Cases on the list of an office: who has more has to work them off first. */
const SHOWN = 100;

/** A conversation as one side reads it. */
export const viewMessages = async (
  db: Queryable,
  { id: caseId, applicant }: Pick<CaseRow, 'id' | 'applicant'>,
  reader: Sender,
): Promise<CaseMessage[]> => {
  const rows = await listMessages(db, caseId);
  const documents = await listCaseDocuments(db, caseId);
  const clerks = rows.filter(({ sender }) => sender === 'office').map((row) => row.written_by);
  const names = reader === 'office' ? await namesOf(db, clerks) : new Map<string, string>();
  const nameOf = (row: MessageRow): string | null =>
    reader === 'office' && row.sender === 'applicant'
      ? (row.participant ?? applicant)
      : (names.get(row.written_by) ?? null);
  return rows.map((row) => ({
    id: row.id,
    at: instantOf(row.at),
    sender: row.sender as Sender,
    by: nameOf(row),
    text: row.text,
    asks: row.asks,
    documents: documents
      .filter(({ id }) => row.documents.includes(id))
      .map(({ id, name, size }) => ({ id, name, size })),
    readAt: instantOrNull(row.read_at),
  }));
};

/** The conversation of a case; what the applicant wrote counts as seen by the office from now on. */
export const listCaseMessages: UseCase<{ caseId: string }, CaseMessage[]> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const messages = await viewMessages(tx, row, 'office');
    if (messages.some(({ sender, readAt }) => sender === 'applicant' && readAt === null)) {
      await markRead(tx, { caseId, sender: 'applicant', at: surroundings.clock.now() });
      await recordOpening(surroundings, tx, { clerk, row });
      const { administration } = row;
      await appendAudit(surroundings, tx, { actor, action: 'messages.read', object: `case:${caseId}`, administration });
    }
    return messages;
  });

/** The conversation of my case; what the office wrote counts as seen from now on. */
export const listMyMessages: UseCase<{ caseId: string }, CaseMessage[]> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { row, part } = await requireSharedCase(surroundings, tx, actor, caseId);
    const messages = await viewMessages(tx, row, 'applicant');
    // Whoever only looks on reads nothing on behalf of those who have to answer.
    if (part?.access !== 'read') await markRead(tx, { caseId, sender: 'office', at: surroundings.clock.now() });
    return messages;
  });

/** The same, for a copy of everything that is held about somebody: nobody has seen it by that. */
export const copyMyMessages: UseCase<{ caseId: string }, CaseMessage[]> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireSharedCase(surroundings, database, actor, caseId);
  return viewMessages(database, row, 'applicant');
};

/** What waits to be read in the clerk's administration, the longest first. */
export const listOfficeMessages: UseCase<Record<string, never>, OfficeMessages> = async ({ database }, actor) => {
  const { administration } = requireClerk(actor);
  const rows = await listUnreadOfOffice(database, { administration, limit: SHOWN });
  const cases = rows.map(({ case_id: caseId, reference, applicant, unread, since }) => ({
    caseId,
    reference,
    applicant,
    unread: Number(unread),
    since: instantOf(since),
  }));
  return { total: cases.reduce((sum, { unread }) => sum + unread, 0), cases };
};

/** In which cases, of whom I act for or my own, messages wait. */
export const countMyMessages: UseCase<Record<string, never>, UnreadOfCase[]> = async ({ database }, actor) => {
  const applying = requireApplying(actor);
  const rows = await countUnreadOfApplicant(database, applying.partyId);
  return rows
    .filter((row) => isOfApplying(applying, row))
    .map(({ case_id: caseId, unread }) => ({ caseId, unread: Number(unread) }));
};
