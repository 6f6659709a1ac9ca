import { job, scopeOf } from '@irisflow/access';
import type { Database } from '@irisflow/database';
import type { TestDatabase } from '@irisflow/database/testing';
import {
  countReceivables,
  listByCommunication,
  listReceivables,
  listWaiting,
  listWithRest,
  tallyReceivables,
} from '@irisflow/ledger';
import { listMovementRows, listStatementRows, listTakenBack, listToBook, nextToBook } from '@irisflow/statements';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFilledWorlds } from '../testing/open-filled-worlds.ts';
import { personIn } from '../testing/two-worlds.ts';
import { copiesOf, watchRead } from '../testing/watch-plans.ts';

const MANY = 5000;
const many = (table: string, changed: string): string => copiesOf(table, MANY, changed);

const FILL = [
  many(
    'receivable',
    `'id', t.id || n, 'communication', t.id || n, 'debtor', 'Person ' || md5(n::text), 'due_on', date '2026-01-01' + n % 300`,
  ),
  many(
    'receivable_balance',
    `'receivable_id', t.receivable_id || n, 'due_on', date '2026-01-01' + n % 300, 'rest', case when n % 2 = 0 then n else 0 end,
     'refund', case when n % 50 = 1 then n else 0 end, 'disputed_on', case when n % 100 = 2 then date '2026-01-01' end`,
  ),
  `delete from casework.receivable_tally`,
  `insert into casework.receivable_tally (administration, due_on, receivables, open, rest, refunds)
   select administration, due_on, count(*), count(*) filter (where rest > 0), sum(rest), count(*) filter (where refund > 0)
     from casework.receivable_balance group by 1, 2`,
  many('payment', `'id', t.id || n, 'receivable_id', t.receivable_id || n, 'day', date '2026-01-01' + n % 300`),
  many(
    'payment_balance',
    `'payment_id', t.payment_id || n, 'day', date '2026-01-01' + n % 300, 'suspense', case when n % 10 = 0 then n else 0 end`,
  ),
  many(
    'bank_statement',
    `'id', t.id || n, 'number', n::text, 'sequence', n, 'file_sha256', t.id || n, 'closed_on', date '2010-01-01' + n,
     'state', case when n > 4990 then 'booking' else 'booked' end`,
  ),
  many(
    'bank_movement',
    `'place', n + 10, 'end_to_end_id', 'E' || n, 'bank_reference', 'B' || n, 'amount', 100, 'communication', 'C' || n,
     'payment_id', case when n > 4000 then null else t.administration || '-payment' || n end, 'state', case when n > 4000 then 'waiting' else 'matched' end`,
  ),
  'analyze',
];

/** Tables of a few rows are one page, which an index would only add to. */
const large = ({ scanned }: { readonly scanned: readonly (string | undefined)[] }) =>
  scanned.filter((table) => table !== 'payee' && table !== 'person');

describe('plans of money, made as the desk and the platform make them', () => {
  let store: TestDatabase;

  beforeAll(async () => {
    store = await openFilledWorlds(FILL);
  }, 120_000);
  afterAll(() => store.drop());

  const accountant = (): Database => store.database.as(scopeOf(personIn(['accountant'], 'a')));
  const statements = (): Database => store.database.as(scopeOf(job('statements')));
  const every = { administration: 'a', filter: 'open', words: null, communication: null, today: '2026-06-01' } as const;

  test('a page of receivables reads what it shows, and how many there are reads no receivable', async () => {
    const page = await watchRead(accountant(), (db) => listReceivables(db, { ...every, after: null, limit: 26 }));
    expect(page.rows).toBe(26);
    expect(large(page)).toEqual([]);
    expect(page.read).toBeLessThan(26 * 20);
    for (const filter of ['open', 'overdue', 'refund', 'all'] as const) {
      const counted = await watchRead(accountant(), (db) =>
        tallyReceivables(db, { ...every, filter }).then((all) => [all]),
      );
      expect(counted.scanned.filter((table) => table !== 'receivable_tally')).toEqual([]);
      expect(counted.read).toBeLessThan(700);
      const counts = await countReceivables(accountant(), { ...every, filter });
      const kept = await tallyReceivables(accountant(), { ...every, filter });
      // The row of each world has something left and something to give back at once, which no books have.
      expect(filter === 'refund' ? { ...kept, rest: counts.rest } : kept, filter).toEqual(counts);
    }
  });

  test('a debtor is found by an index', async () => {
    const [{ name } = { name: '' }] = await store.database.query<{ name: string }>(`select md5('77') as name`);
    const wanted = { ...every, filter: 'all', words: `person ${name.slice(0, 12)}` } as const;
    const found = await watchRead(accountant(), (db) => listReceivables(db, { ...wanted, after: null, limit: 26 }));
    expect(found.rows).toBe(1);
    expect(large(found)).toEqual([]);
    expect(found.read).toBeLessThan(20);
    const counted = await watchRead(accountant(), (db) => countReceivables(db, wanted).then((all) => [all]));
    expect(large(counted)).toEqual([]);
    expect(counted.read).toBeLessThan(20);
  });

  test('what movements are for is one look a communication, and never a scan of receivables', async () => {
    const communications = Array.from({ length: 50 }, (_, n) => `a-receivable${n * 90 + 1}`);
    const found = await watchRead(statements(), (db) =>
      listByCommunication(db, { administration: 'a', communications }),
    );
    expect(found.rows).toBe(50);
    expect(large(found)).toEqual([]);
    expect(found.read).toBeLessThan(50 * 20);
    const fitting = await watchRead(accountant(), (db) => listWithRest(db, { administration: 'a', rest: 500n }));
    expect(fitting.rows).toBe(1);
    expect(large(fitting)).toEqual([]);
    expect(fitting.read).toBeLessThan(20);
  });

  test('what waits is a page by an index', async () => {
    const page = await watchRead(accountant(), (db) =>
      listWaiting(db, { administration: 'a', filter: 'waits', words: null, after: null, limit: 26 }),
    );
    expect(page.rows).toBe(26);
    expect(large(page)).toEqual([]);
    expect(page.read).toBeLessThan(26 * 20);
  });

  test('statements, their movements and what is to be booked next are read by index', async () => {
    const page = await watchRead(accountant(), (db) =>
      listStatementRows(db, { administration: 'a', before: null, limit: 26 }),
    );
    expect(page.rows).toBe(26);
    expect(large(page)).toEqual([]);
    expect(page.read).toBeLessThan(26 * 20);
    const statementId = 'a-bank_statement';
    const moved = await watchRead(accountant(), (db) =>
      listMovementRows(db, { statementId, state: 'matched', words: null, after: 2000, limit: 26 }),
    );
    expect(moved.rows).toBe(26);
    expect(large(moved)).toEqual([]);
    expect(moved.read).toBeLessThan(26 * 20);
    const portion = await watchRead(statements(), (db) => listToBook(db, statementId, 50));
    expect(portion.rows).toBe(50);
    expect(large(portion)).toEqual([]);
    expect(portion.read).toBeLessThan(50 * 20);
    const next = await watchRead(statements(), (db) =>
      nextToBook(db, Date.parse('2099-01-01')).then((id) => (id === undefined ? [] : [id])),
    );
    expect(next).toMatchObject({ rows: 1, scanned: [] });
    const [movement] = await listMovementRows(statements(), {
      statementId,
      state: 'matched',
      words: null,
      after: 100,
      limit: 1,
    });
    const taken = movement && { ...movement, amount: -movement.amount, communicationKind: null };
    const back = await watchRead(statements(), (db) =>
      taken === undefined ? Promise.resolve([]) : listTakenBack(db, taken),
    );
    expect(back.rows).toBe(1);
    expect(large(back)).toEqual([]);
    expect(back.read).toBeLessThan(20);
  });
});
