import { preparedPlatform } from '../testing/prepared-platform.ts';
import { grantees, roleOf } from '@irisflow/access';
import { migrateCasework } from '@irisflow/platform';
import { openDatabase, type Database } from '@irisflow/database';
import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loginOf, requireBoundLogin } from './require-bound-login.ts';

describe.each(['pglite', 'postgres'] as const)('the tables of the engine on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase(kind, preparedPlatform);
  });
  afterAll(() => store.drop());

  test('have no path for anybody whom casework serves', async () => {
    const tables = await store.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('casework', 'pg_catalog', 'information_schema') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(5);
    const paths = await store.database.query(
      `select t.name, r.role from unnest($1::text[]) as t (name), unnest($2::text[]) as r (role)
        where has_table_privilege(r.role, t.name, 'select, insert, update, delete, truncate, references')`,
      [tables.map(({ name }) => name), grantees.map(roleOf)],
    );
    expect(paths).toEqual([]);
    for (const grantee of grantees)
      await expect(
        store.database.as({ role: roleOf(grantee), settings: {} }).query(`select * from ${tables[0]?.name}`),
      ).rejects.toMatchObject({ sqlState: '42501' });
  });
});

describe('the login of the web in production', () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase('postgres');
    await migrateCasework(store.database);
  });
  afterAll(() => store.drop());

  const openAs = async (login: string, powers: string): Promise<Database> => {
    await store.database.query(
      `do $$ begin create role ${login} login password 'secret'; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await store.database.query(`alter role ${login} ${powers}`);
    if (store.location.kind !== 'postgres') throw new Error('Expected PostgreSQL');
    const url = new URL(store.location.url);
    url.username = login;
    url.password = 'secret';
    return openDatabase({ kind: 'postgres', url: url.href });
  };

  test('is refused when it could step around the wall, with the reason', async () => {
    await expect(requireBoundLogin(store.database)).rejects.toThrow('superuser or bypasses');
    const owner = await openAs('bound_owner', 'nosuperuser');
    await store.database.query('alter table casework.note owner to bound_owner');
    await expect(requireBoundLogin(owner)).rejects.toThrow('it owns tables');
    await store.database.query('alter table casework.note owner to postgres');
    await owner.close();
    const heir = await openAs('bound_heir', 'inherit');
    await store.database.query(`grant ${roleOf('operator')} to bound_heir`);
    await expect(requireBoundLogin(heir)).rejects.toThrow('NOINHERIT');
    await heir.close();
  });

  test('is taken when it may only act as the roles', async () => {
    const web = await openAs('bound_web', 'noinherit');
    await store.database.query(`grant ${roleOf('staff')} to bound_web`);
    await requireBoundLogin(web);
    expect(await loginOf(web)).toBe('bound_web');
    await web.close();
  });
});
