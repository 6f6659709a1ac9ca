import { requireClerk } from '@irisflow/access';
import { cursorOf, instantOf, type Page, pageLimit, positionOf } from '@irisflow/foundation';
import { countStanding, listStanding } from './storage/conflicts.ts';
import type { UseCase } from './surroundings.ts';
import { viewConflicts } from './view-conflict.ts';
import type { ConflictView } from './views/conflict.ts';

export interface ListConflicts {
  readonly cursor?: string;
  readonly limit?: number;
}

/** The conflicts of interest that stand, the newest first: of who reads, and for supervisors those of their office. */
export const listConflicts: UseCase<ListConflicts, Page<ConflictView>> = async ({ database }, actor, input) => {
  const clerk = requireClerk(actor);
  const { administration } = clerk;
  const limit = pageLimit(input.limit);
  const after = positionOf(input.cursor, 'instant');
  const rows = await listStanding(database, { administration, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await viewConflicts(database, clerk, shown),
    total: await countStanding(database, administration),
    nextCursor:
      rows.length > limit && last !== undefined ? cursorOf({ sort: instantOf(last.declared_at), id: last.id }) : null,
  };
};
