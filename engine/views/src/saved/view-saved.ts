import type { Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { findSavedView, type SavedViewRow } from '../storage/saved-views.ts';
import type { SavedView } from '../views/saved-view.ts';

/** A shared view is put in order by who leads the office too. */
export const mayChange = ({ person }: Clerk, { owner, shared }: SavedViewRow): boolean =>
  owner === person.id || (shared && person.roles.includes('supervisor'));

export const viewSaved = (clerk: Clerk, row: SavedViewRow): SavedView => ({
  id: row.id,
  name: row.name,
  definition: row.definition,
  shared: row.shared,
  owner: { id: row.owner, name: row.owner_name },
  isMine: row.owner === clerk.person.id,
  mayChange: mayChange(clerk, row),
  revision: row.revision,
  updatedAt: instantOf(row.updated_at),
});

/** A view that the clerk may read; those of colleagues that are not shared do not exist for them. */
export const requireView = async (db: Queryable, clerk: Clerk, id: string): Promise<SavedViewRow> => {
  const row = await findSavedView(db, id);
  const isSeen =
    row !== undefined && row.administration === clerk.administration && (row.shared || row.owner === clerk.person.id);
  if (isSeen) return row;
  throw new CaseworkError('NOT_FOUND', `Expected a view ${id.slice(0, 64)}, but there is none`);
};

export const requireChangeable = async (db: Queryable, clerk: Clerk, id: string): Promise<SavedViewRow> => {
  const row = await requireView(db, clerk, id);
  if (mayChange(clerk, row)) return row;
  throw new CaseworkError(
    'VIEW_OF_OTHERS',
    `Expected the owner of view ${id} or a supervisor, but found ${clerk.person.id}`,
  );
};
