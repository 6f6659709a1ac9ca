import { job, scopeOf } from '@irisflow/access';
import type { Database } from '@irisflow/database';
import type { TestDatabase } from '@irisflow/database/testing';
import { listBands, listBandsOfMany, listCells, listDraftCounts, listStanding, listUnchecked } from '@irisflow/watch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilledWorlds } from '../testing/open-filled-worlds.ts';
import { personIn } from '../testing/two-worlds.ts';
import { watchRead } from '../testing/watch-plans.ts';

/** Two hundred definitions, a year of days, two steps, three durations; and what stands open of each. */
const FILL = [
  `insert into casework.step_day (administration, definition_key, element_id, day, band, passings)
   select 'a', 'd' || d, 's' || s, date '2026-01-01' + day, band, 1
     from generate_series(1, 200) d, generate_series(0, 364) day, generate_series(1, 2) s, generate_series(1, 3) band`,
  `insert into casework.step_month (administration, definition_key, element_id, month, band, passings)
   select administration, definition_key, element_id, date_trunc('month', day)::date, band, sum(passings)
     from casework.step_day where definition_key like 'd%' group by 1, 2, 3, 4, 5`,
  `insert into casework.step_now (administration, definition_key, element_id, standing, half_since, tenth_since)
   select 'a', 'd' || d, 's' || s, 7, now(), now() from generate_series(1, 2000) d, generate_series(1, 2) s`,
  `insert into casework.step_open (element_key, administration, definition_key, element_id, entered_at, checked_at)
   select 'e' || n, 'a', 'd' || n % 200, 's1', now(), timestamptz '2026-01-01' + n * interval '1 minute' from generate_series(1, 20000) n`,
  `insert into casework.draft_count (administration, procedure_key, day, page, reached, last_here)
   select t.administration, t.procedure_key, date '2020-01-01' + n, 'p' || p, 1, 1
     from casework.draft_count t, generate_series(0, 2000) n, generate_series(1, 5) p`,
  'analyze',
];

describe('plans of the page that watches a procedure', () => {
  let store: TestDatabase;

  beforeAll(async () => {
    store = await openFilledWorlds(FILL);
  }, 120_000);
  afterAll(() => store.drop());

  const analyst = (): Database => store.database.as(scopeOf(personIn(['analyst'], 'a')));
  const definitionKeys = ['d7'];

  test('a year reads a line a month of each step and duration, and days of none but its own', async () => {
    const year = await watchRead(analyst(), (db) =>
      listBands(db, { definitionKeys, from: '2026-01-01', to: '2026-12-31' }),
    );
    expect(year).toMatchObject({ rows: 6, scanned: [] });
    expect(year.read).toBeLessThanOrEqual(12 * 6);
    const crooked = await watchRead(analyst(), (db) =>
      listBands(db, { definitionKeys, from: '2026-01-20', to: '2026-12-10' }),
    );
    expect(crooked.scanned).toEqual([]);
    expect(crooked.read).toBeLessThanOrEqual((12 + 10 + 10) * 6);
  });

  test('whole months that are each told for themselves are read a line for each step, month and duration', async () => {
    const wanted = { definitionKeys, from: '2026-01-01', to: '2026-12-31' };
    const cells = await watchRead(analyst(), (db) => listCells(db, wanted));
    expect(cells).toMatchObject({ rows: 24, scanned: [] });
    expect(cells.read).toBeLessThanOrEqual(12 * 6);
    const bands = await watchRead(analyst(), (db) => listBandsOfMany(db, { ...wanted, smallest: 5 }));
    expect(bands).toMatchObject({ rows: 6, scanned: [] });
    expect(bands.read).toBeLessThanOrEqual(12 * 6 * 7);
  });

  test('who stands where is read of what is asked for', async () => {
    const found = await watchRead(analyst(), (db) => listStanding(db, definitionKeys));
    expect(found).toMatchObject({ rows: 2, read: 2, scanned: [] });
  });

  test('how far applications came is read of the days that are asked for', async () => {
    const [one] = await store.database.query<{ procedure_key: string }>(
      `select procedure_key from casework.draft_count where administration = 'a' limit 1`,
    );
    const found = await watchRead(analyst(), (db) =>
      listDraftCounts(db, { key: one?.procedure_key ?? '', from: '2024-01-01', to: '2024-01-31' }),
    );
    expect(found).toMatchObject({ rows: 5, scanned: [] });
    expect(found.read).toBeLessThanOrEqual(31 * 5);
  });

  test('what is asked about next is read from the front', async () => {
    const steps = store.database.as(scopeOf(job('steps')));
    const found = await watchRead(steps, async (db) =>
      (await listUnchecked(db, { before: '2027-01-01T00:00:00Z', limit: 100 })).map((key) => ({ key })),
    );
    expect(found).toMatchObject({ rows: 100, read: 100, scanned: [] });
  });
});
