import type { Queryable } from '@irisflow/database';
import { foldText } from '@irisflow/foundation';
import type { NoteAudience } from '../views/note.ts';
import { tables } from './tables.ts';

export interface NoteRow {
  readonly id: string;
  readonly administration: string;
  readonly party_id: string;
  readonly audience: NoteAudience;
  readonly written_by: string;
  readonly written_at: Date | string;
  readonly revision: number;
  readonly withheld: string | null;
  readonly deleted_at: Date | string | null;
  readonly deleted_by: string | null;
  readonly delete_reason: string | null;
}

export interface NoteWords {
  readonly note_id: string;
  readonly text: string;
  readonly at: Date | string;
  readonly by: string;
}

const notes = (db: Queryable) => tables(db).selectFrom('party_note').selectAll().$castTo<NoteRow>();

/** What an administration noted about somebody, the newest first, deleted ones too. */
export const listNotes = (
  db: Queryable,
  { administration, partyId }: { readonly administration: string; readonly partyId: string },
): Promise<NoteRow[]> =>
  notes(db)
    .where('administration', '=', administration)
    .where('party_id', '=', partyId)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();

/** What any administration noted about somebody and did not delete, as far as the reader may see it. */
export const listNotesAbout = (db: Queryable, partyId: string): Promise<NoteRow[]> =>
  notes(db)
    .where('party_id', '=', partyId)
    .where('deleted_at', 'is', null)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** The words of notes, of each the newest first. */
export const listWords = (db: Queryable, ids: readonly string[]): Promise<NoteWords[]> =>
  tables(db)
    .selectFrom('party_note_version')
    .select(['note_id', 'text', 'at', 'by'])
    .where('note_id', 'in', ['', ...ids])
    .orderBy('revision', 'desc')
    .execute();

export const lockNote = (
  db: Queryable,
  { administration, id }: { readonly administration: string; readonly id: string },
): Promise<NoteRow | undefined> =>
  notes(db).where('id', '=', id).where('administration', '=', administration).forUpdate().executeTakeFirst();

export const insertNote = async (
  db: Queryable,
  note: Omit<NoteRow, 'deleted_at' | 'deleted_by' | 'delete_reason'>,
): Promise<void> => {
  await tables(db).insertInto('party_note').values(note).execute();
};

interface Words {
  readonly noteId: string;
  readonly revision: number;
  readonly text: string;
  readonly at: string;
  readonly by: string;
}

export const insertWords = async (db: Queryable, { noteId, revision, text, at, by }: Words): Promise<void> => {
  await tables(db)
    .insertInto('party_note_version')
    .values({ note_id: noteId, revision, text, at, by, search_text: foldText(text) })
    .execute();
};

export const updateNote = async (
  db: Queryable,
  { id, ...values }: Pick<NoteRow, 'id' | 'audience' | 'revision' | 'withheld'>,
): Promise<void> => {
  await tables(db).updateTable('party_note').set(values).where('id', '=', id).execute();
};

interface Deletion {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** The words go, who deleted them and why stays. */
export const deleteNoteWords = async (db: Queryable, { id, at, by, reason }: Deletion): Promise<void> => {
  await tables(db).deleteFrom('party_note_version').where('note_id', '=', id).execute();
  await tables(db)
    .updateTable('party_note')
    .set({ deleted_at: at, deleted_by: by, delete_reason: reason })
    .where('id', '=', id)
    .execute();
};

const MANY = 50;

/** Parties whose notes or labels in an administration have all of the words. */
export const partiesMarkedWith = async (
  db: Queryable,
  { administration, words }: { readonly administration: string; readonly words: string },
): Promise<string[]> => {
  const wanted = words.split(/\s+/);
  const rows = await db.query<{ party_id: string }>(
    `select n.party_id from casework.party_note n
       join casework.party_note_version v on v.note_id = n.id and v.revision = n.revision
      where n.administration = $1 and n.deleted_at is null
        and not exists (select from unnest($2::text[]) w where strpos(v.search_text, w) = 0)
     union
     select u.party_id from casework.party_label l
       join casework.party_label_use u on u.label_id = l.id and u.taken_at is null
      where l.administration = $1
        and not exists (select from unnest($2::text[]) w
          where strpos(casework.folded(l.name_fr || ' ' || l.name_nl), w) = 0)
     limit ${MANY}`,
    [administration, wanted],
  );
  return rows.map(({ party_id: id }) => id);
};
