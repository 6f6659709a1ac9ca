import { type Actor, type Applying, findAdministration, requireApplying } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, isOfApplying, requireSharedCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale } from '@irisflow/foundation';
import { unknownRight } from '../change/change-right.ts';
import { kindOf } from '../change/right-kind.ts';
import { asOf } from '../history/history.ts';
import { findRight, listRightsOfParty, type RightRow } from '../storage/rights.ts';
import { listVersions } from '../storage/versions.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { MyRight, RightSummary } from '../views/right.ts';
import {
  changesIn,
  notYetThere,
  viewChange,
  viewHead,
  viewHeldBack,
  viewHolders,
  viewListed,
} from '../views/view-right.ts';
import { viewValues } from '../views/view-values.ts';

const holds = (applying: Applying, right: RightRow): boolean => {
  const isInScope = applying.acting?.procedures?.includes(right.procedure_key) ?? true;
  const isHolder = right.holders.some(({ partyId }) => partyId === applying.partyId);
  return isOfApplying(applying, right) || (isHolder && isInScope);
};

/** The rights of whom I act for, or my own, the newest first. */
export const listMyRights: UseCase<Record<string, never>, RightSummary[]> = async (surroundings, actor) => {
  const applying = requireApplying(actor);
  const { database, clock } = surroundings;
  const now = clock.now();
  const rows = await listRightsOfParty(database, dayOf(now), applying.partyId);
  const views: RightSummary[] = [];
  for (const row of rows.filter((one) => holds(applying, one)))
    views.push(viewListed(await kindOf(surroundings, database, row), row, now));
  return views;
};

export interface HeldRight {
  readonly right: RightRow;
  readonly row: CaseRow;
}

/** A right that somebody holds, of a case that they may read; others do not exist for them. */
export const requireHeldRight = async (
  surroundings: Surroundings,
  tx: Queryable,
  actor: Actor,
  rightId: string,
): Promise<HeldRight> => {
  const applying = requireApplying(actor);
  const right = await findRight(tx, rightId);
  if (right === undefined || !holds(applying, right)) throw unknownRight(rightId);
  const { row } = await requireSharedCase(surroundings, tx, actor, right.case_id);
  return { right, row };
};

const viewMine = async (surroundings: Surroundings, tx: Queryable, { right, row }: HeldRight): Promise<MyRight> => {
  const kind = await kindOf(surroundings, tx, right);
  const versions = await listVersions(tx, right.id);
  const today = dayOf(surroundings.clock.now());
  const on = right.begins_on > today ? right.begins_on : today;
  const version = asOf(versions, { on });
  if (version === undefined) throw notYetThere(on);
  const administration = await findAdministration(tx, right.administration);
  return {
    ...viewHead(kind, right, { version, day: today }),
    administration: administration?.name ?? inEveryLocale(() => right.administration),
    heldBack: viewHeldBack(kind, versions),
    holders: viewHolders(right),
    values: viewValues(kind, version.data),
    history: changesIn(versions).map((one) => viewChange(kind, one)),
    caseId: row.id,
    reference: row.reference,
  };
};

/** One right that I hold, with what became of it. */
export const getMyRight: UseCase<{ readonly rightId: string }, MyRight> = async (surroundings, actor, { rightId }) =>
  surroundings.database.transaction(async (tx) =>
    viewMine(surroundings, tx, await requireHeldRight(surroundings, tx, actor, rightId)),
  );
