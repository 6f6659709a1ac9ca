import { findAdministration, requireApplying } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf, type LocalizedText } from '@irisflow/foundation';
import { listNotesAbout, listWords } from '../storage/notes.ts';
import type { UseCase } from '../surroundings.ts';
import type { NoteAboutMe } from '../views/note.ts';

const administrationNames = async (db: Queryable, keys: ReadonlySet<string>): Promise<Map<string, LocalizedText>> => {
  const names = new Map<string, LocalizedText>();
  for (const key of keys) {
    const found = await findAdministration(db, key);
    if (found !== null) names.set(key, found.name);
  }
  return names;
};

/** What administrations noted about me, or about whom I act for; of what the law lets out, that it does. */
export const listNotesAboutMe: UseCase<Record<string, never>, NoteAboutMe[]> = async ({ database }, actor) => {
  const rows = await listNotesAbout(database, requireApplying(actor).partyId);
  const words = await listWords(
    database,
    rows.map(({ id }) => id),
  );
  const names = await administrationNames(database, new Set(rows.map(({ administration }) => administration)));
  return rows.map(({ id, administration, written_at: at, withheld }) => ({
    administration: names.get(administration) ?? { fr: administration, nl: administration, en: administration },
    at: instantOf(at),
    texts: withheld === null ? words.filter(({ note_id: of }) => of === id).map(({ text }) => text) : null,
    withheld,
  }));
};
