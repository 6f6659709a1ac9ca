import { type Queryable, type Row, takeNamedLock } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { ViewDefinition } from '../views/view-definition.ts';
import { tables } from './tables.ts';

export interface SavedViewRow extends Row {
  id: string;
  administration: string;
  owner: string;
  owner_name: string;
  name: string;
  definition: ViewDefinition;
  shared: boolean;
  revision: number;
  updated_at: Date | string;
}

const savedViews = (db: Queryable) =>
  tables(db)
    .selectFrom('saved_view as v')
    .innerJoin('person as p', 'p.id', 'v.owner')
    .select([
      'v.id',
      'v.administration',
      'v.owner',
      'p.name as owner_name',
      'v.name',
      'v.definition',
      'v.shared',
      'v.revision',
      'v.updated_at',
    ]);

/** More than that nobody finds anything in. */
const MAX_LISTED = 300;

interface Reader {
  readonly administration: string;
  readonly personId: string;
}

/** Those of a person and those that are shared in their administration, by name. */
export const listSavedViews = (db: Queryable, { administration, personId }: Reader): Promise<SavedViewRow[]> =>
  savedViews(db)
    .where('v.administration', '=', administration)
    .where((one) => one.or([one('v.owner', '=', personId), one('v.shared', '=', true)]))
    .orderBy('v.name')
    .orderBy('v.id')
    .limit(MAX_LISTED)
    .$castTo<SavedViewRow>()
    .execute();

export const findSavedView = (db: Queryable, id: string): Promise<SavedViewRow | undefined> =>
  savedViews(db).where('v.id', '=', id).$castTo<SavedViewRow>().executeTakeFirst();

/** How many views somebody has; who saves another one for the same person waits. */
export const lockOwnViews = async (tx: Queryable, personId: string): Promise<number> => {
  await takeNamedLock(tx, `views of ${personId}`);
  const counted = await tables(tx)
    .selectFrom('saved_view')
    .select((one) => one.fn.countAll<string>().as('total'))
    .where('owner', '=', personId)
    .executeTakeFirst();
  return Number(counted?.total ?? 0);
};

export interface WrittenView {
  readonly id: string;
  readonly name: string;
  readonly definition: ViewDefinition;
  readonly shared: boolean;
  readonly at: number;
}

const columnsOf = ({ name, definition, shared, at }: WrittenView) => ({
  name,
  definition: jsonOf(definition),
  shared,
  updated_at: isoOf(at),
});

export const insertSavedView = (
  tx: Queryable,
  view: WrittenView & { readonly owner: string; readonly administration: string },
) =>
  tables(tx)
    .insertInto('saved_view')
    .values({ id: view.id, owner: view.owner, administration: view.administration, revision: 1, ...columnsOf(view) })
    .execute();

/** Whether it was still as its changer knew it. */
export const updateSavedView = async (
  tx: Queryable,
  { revision, ...view }: WrittenView & { readonly revision: number },
): Promise<boolean> => {
  const rows = await tables(tx)
    .updateTable('saved_view')
    .set({ ...columnsOf(view), revision: revision + 1 })
    .where('id', '=', view.id)
    .where('revision', '=', revision)
    .returning('id')
    .execute();
  return rows.length > 0;
};

export const deleteSavedView = (tx: Queryable, id: string) =>
  tables(tx).deleteFrom('saved_view').where('id', '=', id).execute();

export const findDefaultView = async (db: Queryable, personId: string): Promise<string | null> =>
  (await tables(db).selectFrom('default_view').select('view_id').where('person_id', '=', personId).executeTakeFirst())
    ?.view_id ?? null;

/** Opens the desk of somebody with a view; with the usual list when it is null. */
export const setDefaultView = async (
  tx: Queryable,
  { personId, viewId }: { personId: string; viewId: string | null },
): Promise<void> => {
  if (viewId === null) {
    await tables(tx).deleteFrom('default_view').where('person_id', '=', personId).execute();
    return;
  }
  await tables(tx)
    .insertInto('default_view')
    .values({ person_id: personId, view_id: viewId })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ view_id: viewId }))
    .execute();
};
