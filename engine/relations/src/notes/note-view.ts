import { type KnownPerson, namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { listNotes, listWords, type NoteRow, type NoteWords } from '../storage/notes.ts';
import type { PartyNote } from '../views/note.ts';

/** Words are their author's to change; whoever answers for what others write may delete them too. */
export const mayEdit = (row: NoteRow, person: KnownPerson): boolean =>
  row.deleted_at === null && row.written_by === person.id;
export const mayDelete = (row: NoteRow, person: KnownPerson): boolean =>
  row.deleted_at === null && (row.written_by === person.id || person.roles.includes('supervisor'));

interface Seen {
  readonly words: readonly NoteWords[];
  readonly names: ReadonlyMap<string, string>;
  readonly person: KnownPerson;
}

const deletionOf = ({ deleted_at: at, deleted_by: by, delete_reason: reason }: NoteRow, names: Seen['names']) =>
  at === null ? null : { at: instantOf(at), by: names.get(by ?? '') ?? '', reason: reason ?? '' };

const viewNote = (row: NoteRow, { words, names, person }: Seen): PartyNote => ({
  id: row.id,
  audience: row.audience,
  revision: row.revision,
  versions: words
    .filter(({ note_id: id }) => id === row.id)
    .map(({ text, at, by }) => ({ text, at: instantOf(at), by: names.get(by) ?? '' })),
  writtenAt: instantOf(row.written_at),
  by: names.get(row.written_by) ?? '',
  withheld: row.withheld,
  deleted: deletionOf(row, names),
  mayEdit: mayEdit(row, person),
  mayDelete: mayDelete(row, person),
});

interface Wanted {
  readonly administration: string;
  readonly partyIds: readonly string[];
  readonly person: KnownPerson;
}

/** What an administration noted about somebody, under each record that it reads as theirs. */
export const viewNotes = async (db: Queryable, { administration, partyIds, person }: Wanted): Promise<PartyNote[]> => {
  const rows: NoteRow[] = [];
  for (const partyId of partyIds) rows.push(...(await listNotes(db, { administration, partyId })));
  const words = await listWords(
    db,
    rows.map(({ id }) => id),
  );
  const people = [...rows.flatMap((row) => [row.written_by, row.deleted_by ?? '']), ...words.map(({ by }) => by)];
  const seen = { words, names: await namesOf(db, people), person };
  return rows.map((row) => viewNote(row, seen));
};
