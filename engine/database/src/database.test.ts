import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseFault, dumpSchema, kyselyOf, migrate, openDatabase } from './index.ts';
import { openTestDatabase, type TestDatabase } from './testing/index.ts';

interface Tables {
  note: { key: string; text: string; seen: boolean };
}

const NOTES = {
  name: '0001-notes.sql',
  sql: `create table :schema.note (key bigint primary key, text text not null, seen boolean not null default false);\ncreate index note_text on :schema.note (text) where not seen;`,
};

describe.each(['postgres', 'pglite'] as const)('a %s database', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await openTestDatabase(kind);
    await migrate(store.database, { schema: 'notes', files: [NOTES] });
  });
  afterAll(() => store.drop());

  const insert = (key: string) => ({
    text: `insert into notes.note (key, text) values ($1, $2)`,
    values: [key, 'a'],
    name: 'insert-note',
  });
  const count = async () =>
    (await store.database.query<{ n: number }>(`select count(*)::int as n from notes.note`))[0]?.n;

  test('says what it survives', async () => {
    const [{ fsync } = { fsync: '' }] = await store.database.query<{ fsync: string }>('show fsync');
    const survives =
      fsync === 'on' ? /^PostgreSQL .*survives a power cut/ : /^PostgreSQL .*may lose data in a power cut/;
    expect(store.database.description).toMatch(kind === 'postgres' ? survives : /not a power cut$/);
  });

  test('returns bigint as a decimal string', async () => {
    const [row] = await store.database.query(`select 2251799813685249::bigint as key, $1::bigint as given`, [
      '9007199254740993',
    ]);
    expect(row).toEqual({ key: '2251799813685249', given: '9007199254740993' });
  });

  test('commits all statements of a batch or none', async () => {
    await store.database.commit([insert('1'), insert('2')]);
    const failure = await store.database
      .commit([insert('3'), insert('1'), insert('4')])
      .catch((fault: unknown) => fault);
    expect(failure).toBeInstanceOf(DatabaseFault);
    expect(failure).toMatchObject({ code: 'CONFLICT', sqlState: '23505' });
    expect(await count()).toBe(2);
    await store.database
      .commit([insert('5'), { text: `select count(*)::int as n from notes.note` }])
      .then((rows) => expect(rows[1]).toEqual([{ n: 3 }]));
  });

  test('refuses what is sent beside the transaction that its sender has open, rather than wait for ever', async () => {
    const { database } = store;
    const before = await count();
    const beside = [
      () => database.query('select 1'),
      () => database.as({ role: 'none', settings: {} }).query('select 1'),
      () => database.transaction(async (tx) => tx.query('select 1')),
    ];
    for (const send of beside)
      await expect(
        database.transaction(async (tx) => {
          await tx.query(`insert into notes.note (key, text) values (99, 'a')`);
          await send();
        }),
      ).rejects.toThrow('sent beside it');
    expect(await count()).toBe(before);

    // What a transaction set off may go on once it has ended.
    let later = Promise.resolve<unknown>(undefined);
    await database.transaction(async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => database.query('select 1 as one'));
    });
    expect(await later).toEqual([{ one: 1 }]);
  });

  test('answers named statements of a batch as it answers others, the second time too', async () => {
    const named = {
      name: 'kinds',
      text: `select $1::bigint as key, $2::int as n, $3::boolean as flag, $4::text as text, $5::jsonb as json`,
      values: ['9007199254740993', 7, true, null, '{"a":[1]}'],
    };
    const { name: _, ...plain } = named;
    const expected = { key: '9007199254740993', n: 7, flag: true, text: null, json: { a: [1] } };
    for (const batch of [
      [named, plain],
      [plain, named],
    ]) {
      expect(await store.database.commit(batch)).toEqual([[expected], [expected]]);
    }
  });

  test('rolls back a transaction that throws', async () => {
    const before = await count();
    const attempt = store.database.transaction(async (tx) => {
      await tx.query(`insert into notes.note (key, text) values (99, 'x')`);
      throw new RangeError('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await count()).toBe(before);
  });

  test('runs typed queries, inside a transaction too', async () => {
    await store.database.transaction(async (tx) => {
      await kyselyOf<Tables>(tx, 'notes').insertInto('note').values({ key: '77', text: 'typed', seen: true }).execute();
    });
    const rows = await store.database
      .kysely<Tables>('notes')
      .selectFrom('note')
      .selectAll()
      .where('key', '=', '77')
      .execute();
    expect(rows).toEqual([{ key: '77', text: 'typed', seen: true }]);
  });

  test('answers concurrent queries', async () => {
    const rows = await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.database.query(`select $1::int as n`, [n])),
    );
    expect(rows.map(([row]) => row?.['n'])).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('migrates once, even when runners race', async () => {
    const plan = { schema: 'raced', files: [{ ...NOTES, name: '0001-raced.sql' }] };
    const applied = await Promise.all([
      migrate(store.database, plan),
      migrate(store.database, plan),
      migrate(store.database, plan),
    ]);
    expect(applied.flat()).toEqual(['0001-raced.sql']);
  });

  test('refuses a changed migration and a schema that is newer than the code', async () => {
    const changed = { schema: 'notes', files: [{ ...NOTES, sql: `${NOTES.sql} -- later` }] };
    await expect(async () => migrate(store.database, changed)).rejects.toThrow(/0001-notes.sql.*has changed/);
    await expect(async () => migrate(store.database, { schema: 'notes', files: [] })).rejects.toMatchObject({
      code: 'OLDER_CODE',
    });
  });

  test('dumps its schema as the same text on both stores', async () => {
    expect(await dumpSchema(store.database, 'notes')).toBe(
      [
        'table migration',
        '  name text not null',
        '  checksum text not null',
        '  applied_at timestamp with time zone not null default now()',
        '  constraint migration_pkey PRIMARY KEY (name)',
        '',
        'table note',
        '  key bigint not null',
        '  text text not null',
        '  seen boolean not null default false',
        '  constraint note_pkey PRIMARY KEY (key)',
        '  CREATE INDEX note_text ON notes.note USING btree (text) WHERE (NOT seen)',
        '',
      ].join('\n'),
    );
  });

  test.runIf(kind === 'postgres')('of two that wait for each other, says to one that another try may do', async () => {
    const update = (key: number) => `update notes.note set seen = not seen where key = ${key}`;
    let waiting = 0;
    let goOn = () => {};
    const both = new Promise<void>((resolve) => (goOn = resolve));
    const change = (first: number, then: number) =>
      store.database.transaction(async (tx) => {
        await tx.query(update(first));
        waiting += 1;
        if (waiting === 2) goOn();
        await both;
        await tx.query(update(then));
      });
    const [one, other] = await Promise.allSettled([change(1, 2), change(2, 1)]);
    const [ended] = [one, other].filter(({ status }) => status === 'rejected');
    expect([one, other].filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(ended).toMatchObject({ reason: { code: 'UNAVAILABLE', sqlState: '40P01' } });
  });

  test.runIf(kind === 'postgres')('shows a second opener what was committed', async () => {
    const second = await openDatabase(store.location);
    expect(await second.query(`select key from notes.note where key = 1`)).toEqual([{ key: '1' }]);
    await second.close();
  });

  test.runIf(kind === 'pglite')('refuses a second opener, and keeps what was committed when opened again', async () => {
    await expect(async () => openDatabase(store.location)).rejects.toThrow(
      `process ${process.pid} on ${hostname()} holds it`,
    );
    await store.database.close();
    store = { ...store, database: await openDatabase(store.location) };
    expect(await store.database.query(`select key from notes.note where key = 1`)).toEqual([{ key: '1' }]);
    await store.database.close();
  });
});
