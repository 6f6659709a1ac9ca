import type { Queryable } from '@irisflow/database';
import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError, cursorOf, likePattern, pageLimit, positionOf, type Page } from '@irisflow/foundation';
import { deleteSessionsOf } from '../storage/sessions.ts';
import {
  countStaff,
  findStaff,
  lockAdministrators,
  lockStaff,
  searchStaff,
  staffView,
  updateStaff,
  type StaffRow,
} from '../storage/staff.ts';
import { requireUnbound } from '../rules/require-unbound.ts';
import { actingFor } from '../use-case.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { StaffView } from '../views/people.ts';
import type { Role } from '../views/person.ts';
import { requireAdministrator, requireReach, type Administrator } from './administrator.ts';
import { requireSound, type Grant } from './grant.ts';
import { isAccountOf } from './is-account-of.ts';

export interface ListStaff {
  readonly administration?: string;
  readonly search?: string;
  readonly role?: Role;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Who works here, by name: in my administration, or anywhere for the platform. */
export const listStaff: UseCase<ListStaff, Page<StaffView>> = async ({ database }, actor, input) => {
  const administrator = requireAdministrator(actor);
  if (input.administration !== undefined) requireReach(administrator, input.administration);
  const limit = pageLimit(input.limit);
  const search = {
    administration: input.administration ?? administrator.administration,
    search: likePattern(input.search),
    role: input.role ?? null,
  };
  const rows = await searchStaff(database, { ...search, after: positionOf(input.cursor, 'text'), limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => staffView(row, administrator.personId));
  const last = items.at(-1);
  return {
    items,
    total: await countStaff(database, search),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: last.name, id: last.id }) : null,
  };
};

/** Nobody gives themselves roles, nor to another account of theirs. */
const requireOther = async (tx: Queryable, actor: Actor, wanted: string): Promise<void> => {
  if (actor.kind === 'person' && (await isAccountOf(tx, wanted, actor.person)))
    throw new CaseworkError('OWN_ROLES', 'Expected somebody else to change these roles, but they are their own');
};

const isStaff = ({ administration, roles }: StaffRow): boolean =>
  administration !== null || roles.includes('administrator');

interface Before {
  readonly row: StaffRow;
  /** Ids of everybody who administers what this person is in. */
  readonly administrators: readonly string[];
}

const notStaff = (id: string) => new CaseworkError('NOT_FOUND', `Expected somebody who works here, but ${id} does not`);

/** Administrators are locked before anybody else, always in the same order: two who remove each other wait and do not deadlock. */
const lockBefore = async (tx: Queryable, administrator: Administrator, id: string): Promise<Before> => {
  const seen = await findStaff(tx, id);
  if (seen === undefined) throw notStaff(id);
  const administrators = await lockAdministrators(tx, seen.administration);
  const row = await lockStaff(tx, id);
  if (row === undefined || !isStaff(row)) throw notStaff(id);
  requireReach(administrator, row.administration);
  if (row.roles_from === 'provider')
    throw new CaseworkError(
      'ROLES_FROM_PROVIDER',
      `Expected roles that are managed here, but those of ${id} are claims`,
    );
  return { row, administrators };
};

const requireRemaining = ({ row, administrators }: Before, after: Grant): void => {
  const stays = after.roles.includes('administrator') && after.administration === row.administration;
  if (stays || !row.roles.includes('administrator')) return;
  if (administrators.every((id) => id === row.id))
    throw new CaseworkError('LAST_ADMINISTRATOR', 'Expected another administrator to remain, but there is none');
};

const factsOf = ({
  administration,
  roles,
  groups,
}: Pick<StaffRow, 'administration' | 'groups'> & { roles: readonly string[] }) => ({
  administration,
  roles,
  groups,
});

interface Granting {
  readonly actor: Actor;
  readonly personId: string;
  readonly action: string;
  readonly after: Grant;
}

/** Changes what somebody may do and ends their sessions: those were opened under the rules of other roles. */
const grant = async (surroundings: Surroundings, how: Granting): Promise<StaffView> => {
  const administrator = requireAdministrator(how.actor);
  return actingFor(surroundings, how.actor, 'staffing').database.transaction(async (tx) => {
    await requireOther(tx, how.actor, how.personId);
    const known = await lockBefore(tx, administrator, how.personId);
    requireRemaining(known, how.after);
    const { row: before } = known;
    const row = await updateStaff(tx, { id: before.id, ...how.after });
    if (before.administration !== null) await requireUnbound(tx, before.administration);
    const sessions = await deleteSessionsOf(tx, { personId: before.id, exceptHash: null });
    await appendAudit(surroundings, tx, {
      actor: how.actor,
      action: how.action,
      object: `person:${before.id}`,
      administration: before.administration,
      detail: { before: factsOf(before), after: factsOf(row), sessions },
    });
    return staffView(row, administrator.personId);
  });
};

export interface ChangeStaff {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  /** Where they work from now on; only administrators of the platform move people. */
  readonly administration: string | null;
}

/** Gives somebody other roles and groups. Nobody changes their own, and the last administrator stays one. */
export const changeStaff: UseCase<ChangeStaff, StaffView> = async (surroundings, actor, change) => {
  const { personId, administration, roles, groups } = change;
  requireReach(requireAdministrator(actor), administration);
  await requireSound(surroundings.database, change);
  return grant(surroundings, {
    actor,
    personId,
    action: 'person.rolesChanged',
    after: { administration, roles: [...new Set(roles)], groups: [...new Set(groups)] },
  });
};

/** Takes somebody out of the administration; they remain a citizen like everybody. */
export const removeStaff: UseCase<{ personId: string }, void> = async (surroundings, actor, { personId }) => {
  await grant(surroundings, {
    actor,
    personId,
    action: 'person.removed',
    after: { administration: null, roles: ['citizen'], groups: [] },
  });
};
