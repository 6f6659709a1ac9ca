import { appendAudit, namesOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { calendarOf } from '@irisflow/terms';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isVisible } from '@irisflow/foundation';
import {
  type ContactRow,
  type ContactState,
  type ContactView,
  extendedAnswerDay,
  lockClerkContact,
  updateContact,
  viewContact,
} from '@irisflow/parties';
import type { UseCase } from '../surroundings.ts';

export interface ChangeContact {
  readonly contactId: string;
  readonly revision: number;
  readonly answer: string;
  readonly followUp: string;
  readonly followUpOn: string | null;
  readonly state: ContactState;
  /** The term as the law gives it, or twice as long, for a request for many or difficult documents. */
  readonly term: 'ordinary' | 'extended';
}

const requireRevision = (row: ContactRow, revision: number): void => {
  if (row.revision === revision) return;
  throw new CaseworkError('STALE_REVISION', `Expected revision ${row.revision}, but the answer is for ${revision}`);
};

const requireAnswer = ({ state, answer, followUp }: ChangeContact): void => {
  if (state === 'open' || isVisible(answer) || isVisible(followUp)) return;
  throw new CaseworkError('INPUT_INVALID', 'Expected an answer or what is done about it, but there is neither');
};

const dueDayOf = async (tx: Queryable, row: ContactRow, { term }: ChangeContact): Promise<string | null> => {
  if (term === 'ordinary' || row.due_on === null) return row.due_on;
  if (row.kind === 'documents') {
    const calendar = await calendarOf(tx, { administration: row.administration, calendar: 'administration' });
    return extendedAnswerDay({ calendar, receivedOn: row.received_on });
  }
  throw new CaseworkError('INPUT_INVALID', `Expected a request for documents, but it is a ${row.kind}`);
};

/** Notes the answer and what follows, extends the term, or closes a contact once it is answered. */
export const changeContact: UseCase<ChangeContact, ContactView> = async (surroundings, actor, change) => {
  requireAnswer(change);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const { row } = await lockClerkContact(tx, actor, change.contactId);
    requireRevision(row, change.revision);
    const written = {
      id: row.id,
      answer: change.answer,
      follow_up: change.followUp,
      follow_up_on: change.followUpOn,
      state: change.state,
      answered_on: change.state === 'answered' ? (row.answered_on ?? dayOf(clock.now())) : null,
      due_on: await dueDayOf(tx, row, change),
      revision: row.revision + 1,
    };
    await updateContact(tx, written);
    await appendAudit(surroundings, tx, {
      actor,
      action: change.state === row.state ? 'contact.changed' : `contact.${change.state}`,
      object: `contact:${row.id}`,
      administration: row.administration,
      detail: { dueOn: written.due_on },
    });
    const names = await namesOf(tx, [row.recorded_by]);
    return viewContact({ ...row, ...written }, names.get(row.recorded_by) ?? '');
  });
};
