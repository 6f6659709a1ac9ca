import { Instant, nullable, OpaqueId, Ordinal, visibleText } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { ViewDefinition } from './view-definition.ts';

/** Characters; a name stands in a list beside others. */
export const ViewName = visibleText(80);

/** A view that somebody saved, as its reader may use it. */
export const SavedView = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  definition: ViewDefinition,
  /** Whether colleagues see it. */
  shared: Type.Boolean(),
  owner: Type.Object({ id: Type.String(), name: Type.String() }),
  isMine: Type.Boolean(),
  mayChange: Type.Boolean(),
  revision: Ordinal,
  updatedAt: Instant,
});
export type SavedView = Static<typeof SavedView>;

export const ViewsOfClerk = Type.Object({
  /** One's own and those that are shared, by name. */
  views: Type.Array(SavedView),
  /** The one that the desk opens with; null for the usual list. */
  defaultId: nullable(OpaqueId),
});
export type ViewsOfClerk = Static<typeof ViewsOfClerk>;
