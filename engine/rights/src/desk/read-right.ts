import { type Actor, type Clerk, namesOf } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, findCases, recordOpening, requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { RightDescription } from '@irisflow/procedures';
import { type MayMove, movesFrom, unknownRight } from '../change/change-right.ts';
import { kindOf } from '../change/right-kind.ts';
import { asOf } from '../history/history.ts';
import { findRight, type RightRow } from '../storage/rights.ts';
import { listVersions, type RightVersion } from '../storage/versions.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { RightChange, RightView } from '../views/right.ts';
import {
  changesIn,
  notYetThere,
  viewChange,
  viewHead,
  viewHeldBack,
  viewHolders,
  viewState,
} from '../views/view-right.ts';
import { viewValues } from '../views/view-values.ts';

export interface OfRight {
  readonly rightId: string;
}

/** As it was on a day, as we knew it on another; both today where they are left out. */
export interface RightLook extends OfRight {
  readonly on?: string;
  /** The end of this day in Brussels. */
  readonly knownOn?: string;
}

export interface ClerkRight {
  readonly clerk: Clerk;
  readonly right: RightRow;
  /** The case that left it behind. */
  readonly row: CaseRow;
}

/** A right of the clerk's administration; those of others do not exist for them. */
export const requireClerkRight = async (tx: Queryable, actor: Actor, rightId: string): Promise<ClerkRight> => {
  const right = await findRight(tx, rightId);
  if (right === undefined) throw unknownRight(rightId);
  return { right, ...(await requireClerkCase(tx, actor, right.case_id)) };
};

/** What a clerk may do by hand: the moves that name one of their groups. */
export const mayByHand =
  ({ person }: Clerk): MayMove =>
  ({ groups = [] }) =>
    groups.some((group) => person.groups.includes(group));

const viewHistory = async (
  tx: Queryable,
  kind: RightDescription,
  versions: readonly RightVersion[],
): Promise<RightChange[]> => {
  const names = await namesOf(
    tx,
    versions.flatMap(({ author }) => author ?? []),
  );
  const causes = await findCases(tx, [...new Set(versions.flatMap(({ causeCaseId }) => causeCaseId ?? []))]);
  return changesIn(versions).map((version) => {
    const cause = causes.find(({ id }) => id === version.causeCaseId);
    return {
      ...viewChange(kind, version),
      sequence: version.sequence,
      reason: version.reason,
      author: version.author === null ? null : (names.get(version.author) ?? null),
      cause: cause === undefined ? null : { caseId: cause.id, reference: cause.reference },
    };
  });
};

/** The last instant of a day in Brussels is before that of the next one: what was recorded on it was known. */
const isKnownOn =
  (day: string) =>
  ({ recordedAt }: RightVersion): boolean =>
    dayOf(recordedAt) <= day;

export const viewRight = async (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk, right, row, look = {} }: ClerkRight & { readonly look?: Omit<RightLook, 'rightId'> },
): Promise<RightView> => {
  const today = dayOf(surroundings.clock.now());
  const kind = await kindOf(surroundings, tx, right);
  const all = await listVersions(tx, right.id);
  const known = look.knownOn === undefined ? all : all.filter(isKnownOn(look.knownOn));
  // One that begins later is shown as it then will be, unless somebody asks for a day.
  const on = look.on ?? (right.begins_on > today ? right.begins_on : today);
  const version = asOf(known, { on });
  if (version === undefined) throw notYetThere(on);
  const current = asOf(all, { on: today }) ?? version;
  const day = look.on ?? today;
  return {
    ...viewHead(kind, right, { version, day }),
    on: day,
    knownOn: look.knownOn ?? null,
    heldBack: viewHeldBack(kind, known),
    holders: viewHolders(right),
    values: viewValues(kind, version.data),
    history: await viewHistory(tx, kind, known),
    moves: movesFrom(kind, current.state, mayByHand(clerk)).map(({ to }) => ({ to: viewState(kind, to) })),
    caseId: row.id,
    reference: row.reference,
  };
};

/** One right with its history, as it was on a day and as we knew it on a day. */
export const getRight: UseCase<RightLook, RightView> = async (surroundings, actor, { rightId, ...look }) =>
  surroundings.database.transaction(async (tx) => {
    const found = await requireClerkRight(tx, actor, rightId);
    await recordOpening(surroundings, tx, found);
    return viewRight(surroundings, tx, { ...found, look });
  });
