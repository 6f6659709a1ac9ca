// A bank statement of ten thousand lines among a hundred thousand receivables:
// `node statements.mjs [--store postgres] [--receivables 100000] [--lines 10000]`. Works on the build. Prints a table; asserts nothing,
// because other work on the machine moves the numbers.
import { parseArgs } from 'node:util';
import { inPieces, writeCamt053, writeCoda } from '@irisflow/bank-files/testing';
import { startPostgres } from '@irisflow/database/testing';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  system,
} from '@irisflow/platform/testing';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'postgres' },
    receivables: { type: 'string' },
    lines: { type: 'string' },
  },
});
const share = values.store === 'pglite' ? 0.1 : 1;
const receivables = Number(values.receivables ?? 100_000 * share);
const lines = Number(values.lines ?? 10_000 * share);
const account = 'BE68539007547034';
const server = values.store === 'postgres' ? await startPostgres() : null;
if (server !== null) process.env.IRISFLOW_TEST_POSTGRES_URL = server.url;

const given = await openTestCasework({ kind: values.store });
const { casework, database } = given;
await givenAdministrations(casework);
await givenPublished(casework);
const accountant = await givenStaff(casework, { name: 'Ada', roles: ['accountant'] });
const administrator = await givenStaff(casework, { name: 'Alma', roles: ['administrator'] });
await casework.ledger.setPayee(administrator, { iban: account, name: 'Housing', revision: 0 });
const connector = connectorOf(await givenCase(casework, await givenReader(casework, 'Debtor')));
const label = { fr: 'Redevance', nl: 'Retributie', en: 'Fee' };
const asking = { kind: 'fee', label, legalReference: 'Ordinance', amount: '10.00', days: 30 };
const { receivableId } = await casework.caseStore.askPayment(connector, { ...asking, idempotencyKey: 'first' });

/** Twelve digits of which the last two check the others. */
const communicationOf = (n) => {
  const base = 1_000_000_000 + n;
  return `${base}${String(base % 97 || 97).padStart(2, '0')}`;
};

const seeding = performance.now();
const SEEDED = 5000;
for (let first = 0; first < receivables; first += SEEDED)
  await database.transaction(async (tx) => {
    const among = [receivableId, first + 1, Math.min(first + SEEDED, receivables)];
    await tx.query(
      `insert into casework.receivable (id, administration, case_id, procedure_key, person_id, debtor, kind, label, legal_reference,
         communication, due_on, asked_at, asked_by)
       select 'seed' || n, administration, case_id, procedure_key, person_id, 'Person ' || md5(n::text), kind, label, legal_reference,
              (1000000000 + n)::text || lpad((case when (1000000000 + n) % 97 = 0 then 97 else (1000000000 + n) % 97 end)::text, 2, '0'),
              date '2026-11-01' + (n % 400)::integer, asked_at, asked_by
         from casework.receivable, generate_series($2::bigint, $3::bigint) n where id = $1`,
      among,
    );
    await tx.query(
      `insert into casework.ledger_entry (id, administration, number, kind, day, at, made_by, receivable_id)
       select 'entry' || n, administration, 0, 'charge', '2026-11-01', asked_at, asked_by, 'seed' || n
         from casework.receivable, generate_series($2::bigint, $3::bigint) n where id = $1`,
      among,
    );
    await tx.query(
      `insert into casework.ledger_line (entry_id, place, account, amount, receivable_id)
       select 'entry' || n, place, (array['receivable', 'revenue'])[place + 1], 1000 * (1 - 2 * place), 'seed' || n
         from generate_series($1::bigint, $2::bigint) n, generate_series(0, 1) place`,
      among.slice(1),
    );
  });
await database.query('analyze');
console.log(`Seeded ${receivables} receivables in ${((performance.now() - seeding) / 1000).toFixed(1)} s.`);

/** Nine of ten name what they are for, in the field for it or among words; one in a hundred is taken back. */
const movementOf = (n) => {
  const about = { counterparty: { name: `PERSON ${n}`, account: 'BE71096123456769', bank: null }, endToEndId: `E${n}` };
  const communication = communicationOf(1 + ((n * 7919) % receivables));
  if (n % 100 === 99) return { ...about, cents: -1000n, endToEndId: `E${n - 9}`, returnReason: 'MD06' };
  if (n % 10 === 9) return { ...about, cents: 1000n, communication: { kind: 'free', text: `payment ${n}` } };
  if (n % 10 === 8) return { ...about, cents: 1000n, communication: { kind: 'free', text: `fee ${communication}` } };
  return { ...about, cents: 1000n, communication: { kind: 'structured', digits: communication } };
};

const statementOf = (number, from) => ({
  account,
  owner: 'HOUSING',
  number,
  day: '2026-11-24',
  opening: 0n,
  movements: Array.from({ length: lines }, (_, index) => movementOf(from + index)),
});

const pieces = async function* (text) {
  yield* inPieces(text, 65_536);
};

const seconds = (milliseconds) => Number((milliseconds / 1000).toFixed(1));
const table = {};
for (const [name, file] of [
  ['CODA', writeCoda(statementOf('001', 0))],
  ['camt.053', writeCamt053(statementOf('2', lines))],
]) {
  const importing = performance.now();
  const [{ id }] = await casework.statements.importStatements(accountant, { name, content: pieces(file) });
  const booking = performance.now();
  while ((await casework.statements.book(system, {})) > 0);
  const done = performance.now();
  const { counts } = await casework.statements.getStatement(accountant, { statementId: id });
  table[name] = {
    MB: Number((file.length / 1e6).toFixed(1)),
    'read and kept s': seconds(booking - importing),
    'booked s': seconds(done - booking),
    'lines/s': Math.round(lines / ((done - booking) / 1000)),
    ...counts,
  };
}
console.table(table);

const times = {};
const timed = async (name, work) => {
  const taken = [];
  for (let count = 0; count < 20; count += 1) {
    const from = performance.now();
    await work(count);
    taken.push(performance.now() - from);
  }
  times[name] = { 'p50 ms': Number(taken.toSorted((one, other) => one - other)[10].toFixed(1)) };
};
const { ledger, statements } = casework;
const [{ id: statementId }] = (await statements.listStatements(accountant, {})).items;
await timed('receivables, open', () => ledger.listReceivables(accountant, { filter: 'open' }));
await timed('receivables of a debtor', async (n) => {
  const [{ debtor }] = await database.query('select debtor from casework.receivable where id = $1', [`seed${n + 1}`]);
  return ledger.listReceivables(accountant, { filter: 'all', search: debtor });
});
await timed('payments that wait', () => ledger.listWaitingPayments(accountant, {}));
await timed('movements of the statement', () => statements.listMovements(accountant, { statementId }));
console.table(times);
await given.close();
await server?.stop();
process.exit(0);
