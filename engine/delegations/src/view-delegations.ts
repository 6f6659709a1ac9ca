import { requireStaff, type Clerk } from '@irisflow/access';
import { addDays, dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { instantOf, type LocalizedText } from '@irisflow/foundation';
import { delegableGroups, delegableProcedures } from './delegable.ts';
import { groupNames, listDelegations, type DelegationRow } from './storage/delegations.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { DelegationState, DelegationsView, DelegationView } from './views/delegation.ts';

/** What was over for longer is found in the audit. */
const SHOWN_DAYS = 366;

const stateOf = (row: DelegationRow, today: string): DelegationState => {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.to_day < today) return 'ended';
  if (!row.both_work || !row.groups.some((group) => row.held.includes(group))) return 'lapsed';
  return row.from_day > today ? 'planned' : 'inForce';
};

const overseers: readonly string[] = ['supervisor', 'administrator'];

/** Who answers for the work of others sees what they delegate, and can end it. */
export const oversees = ({ person }: Clerk): boolean => person.roles.some((role) => overseers.includes(role));

interface Words {
  readonly groups: ReadonlyMap<string, LocalizedText>;
  readonly procedures: ReadonlyMap<string, LocalizedText>;
}

const viewOf = (row: DelegationRow, { clerk, words, today }: { clerk: Clerk; words: Words; today: string }) => {
  const state = stateOf(row, today);
  const isOpen = state !== 'ended' && state !== 'withdrawn';
  return {
    id: row.id,
    delegator: { id: row.delegator_id, name: row.delegator },
    delegate: { id: row.delegate_id, name: row.delegate },
    from: row.from_day,
    to: row.to_day,
    groups: row.groups.map((key) => ({ key, name: words.groups.get(key) ?? null })),
    lostGroups: row.groups.filter((group) => !row.held.includes(group)),
    procedures: row.procedures?.map((key) => ({ key, title: words.procedures.get(key) ?? null })) ?? null,
    capacity: row.capacity,
    instrument: row.instrument,
    givenAt: instantOf(row.given_at),
    state,
    withdrawn: row.withdrawn_at === null ? null : { at: instantOf(row.withdrawn_at), by: row.withdrawn_by ?? '' },
    mayWithdraw: isOpen && (row.delegator_id === clerk.person.id || oversees(clerk)),
  } satisfies DelegationView;
};

const wordsFor = async (surroundings: Surroundings, db: Queryable, clerk: Clerk) => {
  const all = await delegableProcedures(surroundings, db, clerk);
  return {
    groups: await groupNames(db, clerk.administration),
    procedures: new Map(all.map(({ key, description }) => [key, description.title])),
  };
};

export const viewDelegation = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, clerk }: { readonly row: DelegationRow; readonly clerk: Clerk },
): Promise<DelegationView> => {
  const today = dayOf(surroundings.clock.now());
  return viewOf(row, { clerk, words: await wordsFor(surroundings, db, clerk), today });
};

/** What was delegated by me and to me; in the whole administration for who answers for it. */
export const listOfficeDelegations: UseCase<Record<string, never>, DelegationsView> = async (surroundings, actor) => {
  const { database, clock } = surroundings;
  const clerk = requireStaff(actor, ['agent', 'supervisor', 'administrator']);
  const { administration, person } = clerk;
  const today = dayOf(clock.now());
  const words = await wordsFor(surroundings, database, clerk);
  const rows = await listDelegations(database, {
    administration,
    since: addDays(today, -SHOWN_DAYS),
    personId: oversees(clerk) ? null : person.id,
  });
  return {
    delegations: rows.map((row) => viewOf(row, { clerk, words, today })),
    delegable: {
      groups: delegableGroups(person).map((key) => ({ key, name: words.groups.get(key) ?? null })),
      procedures: [...words.procedures].map(([key, title]) => ({ key, title })),
    },
  };
};
