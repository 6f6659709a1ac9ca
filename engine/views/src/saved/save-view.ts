import { appendAudit, type Actor, type Clerk, requireClerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, requireSaid } from '@irisflow/foundation';
import { prepareSieve } from '../list/list-view.ts';
import {
  deleteSavedView,
  findDefaultView,
  insertSavedView,
  listSavedViews,
  lockOwnViews,
  setDefaultView,
  updateSavedView,
} from '../storage/saved-views.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { SavedView, ViewsOfClerk } from '../views/saved-view.ts';
import type { ViewDefinition } from '../views/view-definition.ts';
import { requireChangeable, requireView, viewSaved } from './view-saved.ts';

export interface NewView {
  readonly name: string;
  readonly definition: ViewDefinition;
  readonly shared: boolean;
}

export interface ChangedView extends NewView {
  readonly viewId: string;
  /** As its changer knew it. */
  readonly revision: number;
}

const MAX_VIEWS = 50;

const nameOf = (name: string): string => requireSaid(name, { what: 'a name', pointer: '/name', most: 80 });

/** Notes what becomes of views that colleagues see. */
const note = (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, clerk, action, view }: { actor: Actor; clerk: Clerk; action: string; view: SavedView },
) =>
  appendAudit(surroundings, tx, {
    actor,
    action,
    object: `view:${view.id}`,
    administration: clerk.administration,
    detail: { shared: view.shared },
  });

/** One's own views and those that are shared, and the one that the desk opens with. */
export const listViews: UseCase<Record<string, never>, ViewsOfClerk> = async ({ database }, actor) => {
  const clerk = requireClerk(actor);
  const { administration, person } = clerk;
  const rows = await listSavedViews(database, { administration, personId: person.id });
  const chosen = await findDefaultView(database, person.id);
  // One that is no longer shared is nobody else's any more.
  const defaultId = rows.some(({ id }) => id === chosen) ? chosen : null;
  return { views: rows.map((row) => viewSaved(clerk, row)), defaultId };
};

/** Saves a view under a name; a copy of a shared one is saved the same way. */
export const saveView: UseCase<NewView, SavedView> = async (surroundings, actor, { name, definition, shared }) => {
  const { database, clock, random } = surroundings;
  const clerk = requireClerk(actor);
  await prepareSieve(surroundings, actor, { definition });
  const written = { id: random.id(), name: nameOf(name), definition, shared, at: clock.now() };
  return database.transaction(async (tx) => {
    const { person, administration } = clerk;
    if ((await lockOwnViews(tx, person.id)) >= MAX_VIEWS)
      throw new CaseworkError('VIEWS_FULL', `Expected fewer than ${MAX_VIEWS} views of ${person.id}`);
    await insertSavedView(tx, { ...written, owner: person.id, administration });
    const view = viewSaved(clerk, await requireView(tx, clerk, written.id));
    await note(surroundings, tx, { actor, clerk, action: 'view.saved', view });
    return view;
  });
};

/** Changes a view: its owner does, and of a shared one a supervisor; only the owner takes it back from the others. */
export const changeView: UseCase<ChangedView, SavedView> = async (surroundings, actor, input) => {
  const { database, clock } = surroundings;
  const clerk = requireClerk(actor);
  const { viewId: id, definition, shared, revision } = input;
  await prepareSieve(surroundings, actor, { definition });
  return database.transaction(async (tx) => {
    const row = await requireChangeable(tx, clerk, id);
    if (!shared && row.owner !== clerk.person.id)
      throw new CaseworkError('VIEW_OF_OTHERS', `Expected the owner of view ${id} to stop sharing it`);
    const written = { id, name: nameOf(input.name), definition, shared, revision, at: clock.now() };
    if (!(await updateSavedView(tx, written)))
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${row.revision} of view ${id}, but found ${revision}`,
      );
    const view = viewSaved(clerk, await requireView(tx, clerk, id));
    if (view.shared || row.shared) await note(surroundings, tx, { actor, clerk, action: 'view.changed', view });
    return view;
  });
};

/** Takes a view away, for everybody who uses it. */
export const dropView: UseCase<{ viewId: string }, void> = async (surroundings, actor, { viewId }) => {
  const clerk = requireClerk(actor);
  await surroundings.database.transaction(async (tx) => {
    const row = await requireChangeable(tx, clerk, viewId);
    await deleteSavedView(tx, viewId);
    await note(surroundings, tx, { actor, clerk, action: 'view.dropped', view: viewSaved(clerk, row) });
  });
};

/** Chooses the view that the desk opens with; null for the usual list. */
export const chooseDefaultView: UseCase<{ viewId: string | null }, void> = async ({ database }, actor, { viewId }) => {
  const clerk = requireClerk(actor);
  await database.transaction(async (tx) => {
    if (viewId !== null) await requireView(tx, clerk, viewId);
    await setDefaultView(tx, { personId: clerk.person.id, viewId });
  });
};
