import { type Clerk, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { requireFileReader } from '@irisflow/casework';
import { cursorOf, foldedWords, instantOf, pageLimit, positionOf } from '@irisflow/foundation';
import type { RightEffect } from '@irisflow/procedures';
import { kindOf } from '../change/right-kind.ts';
import { countRights, type ListedRow, listKindsInUse, listRightsOfCase, searchRights } from '../storage/rights.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { RightKind, RightPage, RightSummary } from '../views/right.ts';
import { viewListed } from '../views/view-right.ts';

export interface RightQuery {
  /** Words of number, holder and what the kind says is searched. */
  readonly search?: string;
  readonly effect?: RightEffect;
  readonly kind?: string;
  readonly procedureKey?: string;
  /** Whose they are. */
  readonly partyId?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const view = async (surroundings: Surroundings, rows: readonly ListedRow[]): Promise<RightSummary[]> => {
  const { database, clock } = surroundings;
  const views: RightSummary[] = [];
  for (const row of rows) views.push(viewListed(await kindOf(surroundings, database, row), row, clock.now()));
  return views;
};

const kindsOf = async (surroundings: Surroundings, { administration }: Clerk): Promise<RightKind[]> => {
  const { database } = surroundings;
  const kinds: RightKind[] = [];
  for (const row of await listKindsInUse(database, administration)) {
    const { key, name } = await kindOf(surroundings, database, row);
    kinds.push({ procedureKey: row.procedure_key, key, name });
  }
  return kinds;
};

/** The rights of my administration, the newest first. */
export const listRights: UseCase<RightQuery, RightPage> = async (surroundings, actor, query) => {
  const clerk = requireClerk(actor);
  const { database, clock } = surroundings;
  const { search, effect = null, kind = null, procedureKey = null, partyId = null, cursor } = query;
  const limit = pageLimit(query.limit);
  const before = positionOf(cursor, 'instant');
  const today = dayOf(clock.now());
  const wanted = {
    administration: clerk.administration,
    words: foldedWords(search),
    effect,
    kind,
    procedureKey,
    partyId,
    before: before === null ? null : { at: before.sort, id: before.id },
    limit: limit + 1,
  };
  const rows = await searchRights(database, today, wanted);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return {
    items: await view(surroundings, items),
    total: await countRights(database, today, wanted),
    nextCursor: isMore ? cursorOf({ sort: instantOf(last.granted_at), id: last.id }) : null,
    kinds: await kindsOf(surroundings, clerk),
  };
};

/** What a case left behind: for its office, and for systems that may read files. */
export const listRightsLeftByCase: UseCase<{ readonly caseId: string }, RightSummary[]> = async (
  surroundings,
  actor,
  { caseId },
) => {
  const { database, clock } = surroundings;
  await requireFileReader(database, actor, caseId);
  return view(surroundings, await listRightsOfCase(database, dayOf(clock.now()), caseId));
};
