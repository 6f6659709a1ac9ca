import { sql, type Queryable } from '@irisflow/database';
import type { Position } from '@irisflow/foundation';
import type { Role } from '../views/person.ts';
import type { StaffView } from '../views/people.ts';
import { tables } from './tables.ts';

const columns = ['id', 'name', 'email', 'administration', 'roles', 'groups', 'roles_from'] as const;

export interface StaffSearch {
  /** Only of this administration; null for all of them and for administrators of the platform. */
  readonly administration: string | null;
  readonly search: string | null;
  readonly role: Role | null;
}

export type StaffRow = Awaited<ReturnType<typeof searchStaff>>[number];

/** Citizens are in no list: whoever administers has no business in who applies for what. */
const found = (db: Queryable, { administration, search, role }: StaffSearch) => {
  let query = tables(db)
    .selectFrom('person')
    .where(sql<boolean>`(administration is not null or 'administrator' = any(roles))`);
  if (administration !== null) query = query.where('administration', '=', administration);
  if (search !== null) query = query.where(sql<boolean>`(name ilike ${search} or email ilike ${search})`);
  if (role !== null) query = query.where(sql<boolean>`${role} = any(roles)`);
  return query;
};

export const searchStaff = (
  db: Queryable,
  { after, limit, ...search }: StaffSearch & { readonly after: Position | null; readonly limit: number },
) => {
  let query = found(db, search).select(columns);
  if (after !== null) query = query.where(sql<boolean>`(name, id) > (${after.sort}, ${after.id})`);
  return query.orderBy('name').orderBy('id').limit(limit).execute();
};

export const countStaff = async (db: Queryable, search: StaffSearch): Promise<number> => {
  const row = await found(db, search)
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

export const findStaff = (db: Queryable, id: string): Promise<StaffRow | undefined> =>
  tables(db).selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst();

/** A person whose roles are about to change; locked until the transaction ends. */
export const lockStaff = (db: Queryable, id: string): Promise<StaffRow | undefined> =>
  tables(db).selectFrom('person').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

/** Ids of the administrators of an administration, or of the platform; locked, so that two of them cannot remove each other. */
export const lockAdministrators = async (db: Queryable, administration: string | null): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .where('administration', administration === null ? 'is' : '=', administration)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
};

export const hasPlatformAdministrator = async (db: Queryable): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('person')
    .select('id')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .where('administration', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
};

export interface StaffChange {
  readonly id: string;
  readonly administration: string | null;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
}

/** Writes roles that are managed here from now on. */
export const updateStaff = (db: Queryable, { id, administration, roles, groups }: StaffChange): Promise<StaffRow> =>
  tables(db)
    .updateTable('person')
    .set({ administration, roles: [...roles], groups: [...groups], roles_from: 'here' })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

export const staffView = (row: StaffRow, myId: string | null): StaffView => ({
  id: row.id,
  name: row.name,
  email: row.email,
  administration: row.administration,
  roles: row.roles as Role[],
  groups: row.groups,
  rolesFrom: row.roles_from === 'provider' ? 'provider' : 'here',
  isMe: row.id === myId,
});
