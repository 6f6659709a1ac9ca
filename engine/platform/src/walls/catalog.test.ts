import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateCasework } from '../storage/migrate-casework.ts';
import { functionWalls } from './function-walls.ts';
import { grantees, mayRead, ofAdministration, type Right, roleOf, setting, type Wall } from '@irisflow/access';
import { isBesideConflicts } from './apart-walls.ts';
import { tableWalls } from './table-walls.ts';
import { activityOfTable } from '@irisflow/privacy';
import { wallPage } from './wall-page.ts';

interface TableFact extends Record<string, unknown> {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: number;
}

/** What to do about a table that does not stand behind the wall. */
const advice = ({ name, enabled, forced, policies }: TableFact): string[] => {
  if (enabled && forced && policies > 0) return [];
  return [
    `Expected table ${name} to stand behind the second wall, but it has ${policies} policies${enabled ? '' : ', none in force'}${forced ? '' : ', none for its owner'}: say in src/walls who may do what with it.`,
  ];
};

const expectedGrants = (): string[] =>
  Object.entries(tableWalls)
    .flatMap(([table, wall]) =>
      grantees.flatMap((grantee) => {
        const rights = wall[grantee] ?? [];
        const whole = rights.filter(({ columns }) => columns === undefined);
        return [...new Set(whole.flatMap(({ verbs }) => verbs))].map((verb) => `${table} ${roleOf(grantee)} ${verb}`);
      }),
    )
    .toSorted();

/** Columns that a role may read or change without the others. */
const expectedColumns = (): string[] =>
  Object.entries(tableWalls)
    .flatMap(([table, wall]) =>
      grantees.flatMap((grantee) => {
        const doors = (wall[grantee] ?? []).flatMap(({ columns = [], verbs }: Right) =>
          columns.flatMap((column) => verbs.map((verb) => `${table}.${column} ${roleOf(grantee)} ${verb}`)),
        );
        return [...new Set(doors)];
      }),
    )
    .toSorted();

test('every table stands in an entry of the register of processing, or is about nobody', () => {
  expect([...activityOfTable.keys()].toSorted()).toEqual(Object.keys(tableWalls).toSorted());
});

describe('of whoever has a conflict of interest', () => {
  const besideConflicts = (table: string, rights: readonly Right[]): string[] =>
    rights
      .flatMap(({ rows, written }) => [rows, written ?? rows])
      .filter((rule) => isBesideConflicts(table, rule))
      .map((rule) => `Expected the rule of ${table} to name its office by ofAdministration, but found ${rule}`);

  test('every rule is drawn so that cases under conflict are taken out of it', () => {
    expect(
      Object.entries<Wall>(tableWalls).flatMap(([table, { staff = [] }]) => besideConflicts(table, staff)),
    ).toEqual([]);
  });

  test.each([
    ['every row', 'true'],
    ['another column', `to_administration = ${setting('handles')}`],
    ['the other way round', `${setting('handles')} = administration`],
    ['a list', `administration in (${setting('handles')}, ${setting('corrects')})`],
    ['an office beside the phrase', `${ofAdministration('handles')} or ${setting('corrects')} <> ''`],
    [
      'a table that has nothing of cases',
      `procedure_key in (select p.key from casework.procedure p where p.administration = ${setting('handles')})`,
    ],
  ])('one that says it otherwise is found: %s', (_what, rule) => {
    expect(besideConflicts('note', [mayRead(rule)])).not.toEqual([]);
    // What holds nothing of a case may say it as it likes.
    expect(besideConflicts('counter', [mayRead(rule)])).toEqual([]);
  });
});

describe.each(['pglite', 'postgres'] as const)('the second wall on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase(kind);
    await migrateCasework(store.database);
  });
  afterAll(() => store.drop());

  test('stands around every table', async () => {
    const facts = await store.database.query<TableFact>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c where c.relnamespace = 'casework'::regnamespace and c.relkind in ('r', 'p', 'm', 'v', 'f')
        order by 1`,
    );
    expect(facts.flatMap(advice)).toEqual([]);
    expect(facts.map(({ name }) => name)).toEqual(Object.keys(tableWalls).toSorted());
  });

  test('has no door that was not drawn', async () => {
    const grants = await store.database.query<{ door: string }>(
      `select c.relname || ' ' || coalesce(r.rolname, 'public') || ' ' || lower(g.privilege_type) as door
         from pg_class c, aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
        where c.relnamespace = 'casework'::regnamespace and g.grantee <> c.relowner`,
    );
    expect(grants.map(({ door }) => door).toSorted()).toEqual(expectedGrants());
    const columns = await store.database.query<{ door: string }>(
      `select c.relname || '.' || a.attname || ' ' || coalesce(r.rolname, 'public') || ' ' || lower(g.privilege_type) as door
         from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) g
         left join pg_roles r on r.oid = g.grantee
        where c.relnamespace = 'casework'::regnamespace`,
    );
    expect(columns.map(({ door }) => door).toSorted()).toEqual(expectedColumns());
  });

  test('a table that nobody thought of is found, with a sentence', async () => {
    expect(advice({ name: 'right', enabled: false, forced: false, policies: 0 })).toEqual([
      'Expected table right to stand behind the second wall, but it has 0 policies, none in force, none for its owner: say in src/walls who may do what with it.',
    ]);
  });

  test('its functions belong to the keeper, name their search path and are called by whom it says', async () => {
    const found = await store.database.query<{ signature: string; owner: string; config: string[]; callers: string[] }>(
      `select p.oid::regprocedure::text as signature, pg_get_userbyid(p.proowner) as owner, p.proconfig as config,
              array(select coalesce(r.rolname::text, 'public') from aclexplode(p.proacl) g left join pg_roles r on r.oid = g.grantee
                     where g.grantee <> p.proowner order by 1) as callers
         from pg_proc p where p.pronamespace = 'casework'::regnamespace and p.prosecdef order by 1`,
    );
    const drawn = functionWalls.map(({ signature, callers }) => ({
      signature: `casework.${signature.replaceAll(', ', ',').replaceAll('timestamptz', 'timestamp with time zone')}`,
      owner: roleOf('keeper'),
      config: expect.arrayContaining(['search_path=pg_catalog, pg_temp']),
      callers: callers.map(roleOf).toSorted(),
    }));
    expect(found).toEqual(drawn.toSorted((a, b) => (a.signature < b.signature ? -1 : 1)));
  });

  test('its roles cannot sign in, own, create or bypass, and reach no other schema', async () => {
    const roles = grantees.map(roleOf);
    const able = await store.database.query(
      `select rolname from pg_roles where rolname = any($1::text[])
          and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb or rolreplication)`,
      [roles],
    );
    expect(able).toEqual([]);
    const owned = await store.database.query(
      `select relname from pg_class where pg_get_userbyid(relowner) = any($1::text[])`,
      [roles],
    );
    expect(owned).toEqual([]);
    const makers = await store.database.query(
      `select r.role from unnest($1::text[]) as r (role) where has_schema_privilege(r.role, 'casework', 'create')`,
      [roles],
    );
    expect(makers).toEqual([]);
  });

  test('is raised again when somebody starts again, and stays as it is', async () => {
    const doors = () =>
      store.database.query(`select polname, polrelid::regclass::text as name from pg_policy order by 2, 1`);
    const before = await doors();
    await migrateCasework(store.database);
    expect(await doors()).toEqual(before);
    await store.database.query(`comment on schema casework is 'older'`);
    await migrateCasework(store.database);
    expect(await doors()).toEqual(before);
  });
});

test('the page that shows the wall is up to date', async () => {
  await expect(wallPage()).toMatchFileSnapshot('./walls.md');
});
