import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface Presence {
  readonly key: string;
  readonly windowId: string;
  readonly personId: string;
  readonly name: string;
  readonly path: string | null;
  readonly isEditing: boolean;
  readonly at: number;
}

/** A window that said nothing for so long is not there any more. */
export const PRESENT_MS = 20_000;
/** Of one person in one draft; the oldest make room. */
const WINDOWS_OF_PERSON = 10;

/** What is over of every draft that one may see: nobody stays on record for having been there. */
export const deletePast = (db: Queryable, at: number) =>
  tables(db)
    .deleteFrom('draft_presence')
    .where('seen_at', '<', isoOf(at - PRESENT_MS))
    .execute();

/** Says that a window is there; a window of somebody else is left alone. */
export const upsertPresence = async (db: Queryable, presence: Presence): Promise<void> => {
  const { key, windowId, personId, name, path, isEditing } = presence;
  const seen_at = isoOf(presence.at);
  await tables(db)
    .insertInto('draft_presence')
    .values({
      procedure_key: key,
      window_id: windowId,
      person_id: personId,
      name,
      path,
      is_editing: isEditing,
      seen_at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['procedure_key', 'window_id'])
        .doUpdateSet({ path, name, is_editing: isEditing, seen_at })
        .where('draft_presence.person_id', '=', personId),
    )
    .execute();
  const kept = tables(db)
    .selectFrom('draft_presence')
    .select('window_id')
    .where('procedure_key', '=', key)
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .orderBy('window_id')
    .limit(WINDOWS_OF_PERSON);
  await tables(db)
    .deleteFrom('draft_presence')
    .where('procedure_key', '=', key)
    .where('person_id', '=', personId)
    .where('window_id', 'not in', kept)
    .execute();
};

export const deletePresence = (
  db: Queryable,
  { key, windowId, personId }: Pick<Presence, 'key' | 'windowId' | 'personId'>,
) =>
  tables(db)
    .deleteFrom('draft_presence')
    .where('procedure_key', '=', key)
    .where('window_id', '=', windowId)
    .where('person_id', '=', personId)
    .execute();

/** Who else is there, in the order of their names. */
export const listOthers = (db: Queryable, { key, windowId, at }: Pick<Presence, 'key' | 'windowId' | 'at'>) =>
  tables(db)
    .selectFrom('draft_presence')
    .select(['window_id', 'person_id', 'name', 'path', 'is_editing'])
    .where('procedure_key', '=', key)
    .where('window_id', '!=', windowId)
    .where('seen_at', '>=', isoOf(at - PRESENT_MS))
    .orderBy('name')
    .orderBy('window_id')
    .execute();
