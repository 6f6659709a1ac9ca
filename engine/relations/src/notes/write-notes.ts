import { appendAudit, type Actor, type Clerk, requireClerk, requireStaff } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, requireReason, requireSaid } from '@irisflow/foundation';
import { requirePartyOfOffice } from '../parties/party-of-office.ts';
import { deleteNoteWords, insertNote, insertWords, lockNote, type NoteRow, updateNote } from '../storage/notes.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { NoteAudience, PartyNote } from '../views/note.ts';
import { mayDelete, mayEdit, viewNotes } from './note-view.ts';

const MAX_NOTE = 5000;

export interface NoteText {
  readonly partyId: string;
  readonly text: string;
  readonly audience: NoteAudience;
  /** The ground of law for which the person does not get the words; null where they do. */
  readonly withheld: string | null;
}

interface Checked extends Pick<NoteText, 'audience'> {
  readonly text: string;
  readonly withheld: string | null;
}

/** Whoever keeps something from a person, or from colleagues, answers for it. */
const check = (actor: Actor, { text, audience, withheld }: NoteText): Checked => {
  if (withheld !== null || audience === 'supervisors') requireStaff(actor, ['supervisor']);
  return {
    text: requireSaid(text, { what: 'a note', pointer: '/text', most: MAX_NOTE }),
    audience,
    withheld:
      withheld === null ? null : requireSaid(withheld, { what: 'a ground of law', pointer: '/withheld', most: 500 }),
  };
};

interface Change {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly partyId: string;
  readonly action: 'partyNote.written' | 'partyNote.changed' | 'partyNote.deleted';
  readonly id: string;
}

const close = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, clerk: { administration, person }, partyId, action, id }: Change,
): Promise<PartyNote[]> => {
  await appendAudit(surroundings, tx, {
    actor,
    action,
    object: `party:${partyId}`,
    administration,
    detail: { note: id },
  });
  return viewNotes(tx, { administration, partyIds: [partyId], person });
};

/** Notes something about somebody, for my administration alone. */
export const addPartyNote: UseCase<NoteText, PartyNote[]> = async (surroundings, actor, note) => {
  const { partyId } = note;
  const { text, audience, withheld } = check(actor, note);
  return surroundings.database.transaction(async (tx) => {
    const { clerk } = await requirePartyOfOffice(tx, actor, partyId);
    const { administration, person } = clerk;
    const id = surroundings.random.id();
    const at = isoOf(surroundings.clock.now());
    await insertNote(tx, {
      id,
      administration,
      party_id: partyId,
      audience,
      written_by: person.id,
      written_at: at,
      revision: 1,
      withheld,
    });
    await insertWords(tx, { noteId: id, revision: 1, text, at, by: person.id });
    return close(surroundings, tx, { actor, clerk, partyId, action: 'partyNote.written', id });
  });
};

export interface OfParty {
  readonly partyId: string;
  readonly noteId: string;
}

const requireNote = async (
  tx: Queryable,
  { administration }: Clerk,
  { partyId, noteId }: OfParty,
): Promise<NoteRow> => {
  const row = await lockNote(tx, { administration, id: noteId });
  if (row === undefined || row.party_id !== partyId || row.deleted_at !== null)
    throw new CaseworkError('NOT_FOUND', `Expected a note ${noteId}, but there is none`);
  return row;
};

const forbid = (): never => {
  throw new CaseworkError('FORBIDDEN', 'Expected a note of your own, but somebody else wrote it');
};

export interface ChangeNote extends NoteText, OfParty {
  /** As it was read. */
  readonly revision: number;
}

/** Words are changed by whoever wrote them; what they were before stays. */
export const changePartyNote: UseCase<ChangeNote, PartyNote[]> = async (surroundings, actor, changed) => {
  const clerk = requireClerk(actor);
  const { partyId, noteId: id } = changed;
  const { text, audience, withheld } = check(actor, changed);
  return surroundings.database.transaction(async (tx) => {
    const row = await requireNote(tx, clerk, changed);
    if (!mayEdit(row, clerk.person)) forbid();
    if (row.revision !== changed.revision)
      throw new CaseworkError('STALE_REVISION', `Expected revision ${row.revision}, but found ${changed.revision}`);
    const revision = row.revision + 1;
    await insertWords(tx, { noteId: id, revision, text, at: isoOf(surroundings.clock.now()), by: clerk.person.id });
    await updateNote(tx, { id, audience, revision, withheld });
    return close(surroundings, tx, { actor, clerk, partyId, action: 'partyNote.changed', id });
  });
};

/** The words go for good; that there was a note, who deleted it and why stays. */
export const deletePartyNote: UseCase<OfParty & { reason: string }, PartyNote[]> = async (
  surroundings,
  actor,
  deletion,
) => {
  const clerk = requireClerk(actor);
  const { partyId, noteId: id } = deletion;
  const reason = requireReason(deletion.reason);
  return surroundings.database.transaction(async (tx) => {
    const row = await requireNote(tx, clerk, deletion);
    if (!mayDelete(row, clerk.person)) forbid();
    await deleteNoteWords(tx, { id, at: isoOf(surroundings.clock.now()), by: clerk.person.id, reason });
    return close(surroundings, tx, { actor, clerk, partyId, action: 'partyNote.deleted', id });
  });
};
