import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './testing/index.ts';

const scope = (owner: string) => ({ role: 'scope_test_reader', settings: { 'test.owner': owner } });
const role = `do $$ begin
  if not exists (select from pg_roles where rolname = 'scope_test_reader') then create role scope_test_reader; end if;
exception when duplicate_object or unique_violation then null; end $$`;

describe.each(['postgres', 'pglite'] as const)('a %s database for one scope', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase(kind);
    const { database } = store;
    await database.query(role);
    await database.query(`create schema box`);
    await database.query(`create table box.thing (owner text not null, name text primary key)`);
    await database.query(`alter table box.thing enable row level security`);
    await database.query(`create policy own on box.thing using (owner = current_setting('test.owner', true))`);
    await database.query(`grant usage on schema box to scope_test_reader`);
    await database.query(`grant select, insert on box.thing to scope_test_reader`);
    await database.query(`insert into box.thing values ('ann', 'hat'), ('bob', 'coat')`);
  });
  afterAll(() => store.drop());

  const names = `select name from box.thing order by name`;

  test('sees and writes its own rows alone', async () => {
    const ann = store.database.as(scope('ann'));
    expect(await ann.query(names)).toEqual([{ name: 'hat' }]);
    await ann.query('insert into box.thing values ($1, $2)', ['ann', 'glove']);
    await expect(ann.query('insert into box.thing values ($1, $2)', ['bob', 'shoe'])).rejects.toMatchObject({
      sqlState: '42501',
    });
    expect(await ann.query(names)).toEqual([{ name: 'glove' }, { name: 'hat' }]);
  });

  test('is bound within a transaction and a batch too', async () => {
    const bob = store.database.as(scope('bob'));
    expect(await bob.transaction((tx) => tx.query(names))).toEqual([{ name: 'coat' }]);
    expect(await bob.commit([{ text: names }, { text: names }])).toEqual([[{ name: 'coat' }], [{ name: 'coat' }]]);
    expect(await bob.commit([])).toEqual([]);
    const thrown = bob.transaction(async (tx) => {
      await tx.query(`insert into box.thing values ('bob', 'belt')`);
      throw new RangeError('no');
    });
    await expect(thrown).rejects.toThrow('no');
    expect(await bob.query(names)).toEqual([{ name: 'coat' }]);
  });

  test('leaves nothing behind for whoever comes next, after failures too', async () => {
    const ann = store.database.as(scope('ann'));
    await ann.query('select 1');
    await expect(ann.query('select broken')).rejects.toThrow('broken');
    await expect(ann.transaction((tx) => tx.query('select broken'))).rejects.toThrow('broken');
    const [row] = await store.database.query<{ role: string; owner: string | null }>(
      `select current_user::text as role, nullif(current_setting('test.owner', true), '') as owner`,
    );
    expect(row).toEqual({ role: 'postgres', owner: null });
    expect(await store.database.query(`select count(*)::int as n from box.thing where owner = 'bob'`)).toEqual([
      { n: 1 },
    ]);
  });

  test('takes values with quotes as values', async () => {
    const sly = store.database.as(scope(`x'; reset role; --`));
    expect(await sly.query(names)).toEqual([]);
    expect(await sly.as(scope('bob')).query(names)).toEqual([{ name: 'coat' }]);
  });

  test('two scopes at the same time do not meet', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.database.as(scope(n % 2 === 0 ? 'bob' : 'cy')).query(names)),
    );
    expect(answers.map(({ length }) => length)).toEqual(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? 1 : 0)));
  });
});
