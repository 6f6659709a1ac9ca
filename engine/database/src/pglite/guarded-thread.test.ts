import { expect, test } from 'vitest';
import { DatabaseFault, openDatabase } from '../index.ts';
import { openTestDatabase } from '../testing/index.ts';

test('a query past its deadline restarts the store, and nothing committed is lost', async () => {
  const store = await openTestDatabase('pglite');
  await store.database.query('create table kept (n int)');
  await store.database.commit([{ text: 'insert into kept values ($1)', values: [1] }]);
  await store.database.close();
  const database = await openDatabase({
    ...store.location,
    kind: 'pglite',
    dir: 'dir' in store.location ? store.location.dir : '',
    queryDeadlineMs: 2_000,
  });

  const hanging = await database
    .query(`select count(*) from generate_series(1, 1000000000000)`)
    .catch((fault: unknown) => fault);

  expect(hanging).toBeInstanceOf(DatabaseFault);
  expect(hanging).toMatchObject({ code: 'UNAVAILABLE' });
  expect(await database.query('select n from kept')).toEqual([{ n: 1 }]);
  await database.close();
}, 120_000);
