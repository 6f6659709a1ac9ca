// A month of payments that goes out at once: `node payouts.mjs [--store postgres] [--orders 12500]`. One order is made as a process
// makes it, and copied with its entry; all are gathered, released by a second person, written, and answered by the bank: executed,
// in a second round rejected, and in a third one settled by the one debit of a statement.
// Works on the build. Prints a table; asserts nothing, because other work on the machine moves the numbers.
import { parseArgs } from 'node:util';
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
  options: { store: { type: 'string', default: 'postgres' }, orders: { type: 'string' } },
});
const { store } = values;
const count = Number(values.orders ?? (store === 'pglite' ? 1_250 : 12_500));
const server = store === 'postgres' ? await startPostgres() : null;
if (server !== null) process.env.IRISFLOW_TEST_POSTGRES_URL = server.url;

const iban = 'BE68539007547034';
const day = '2026-11-25';
const label = { fr: 'Allocation', nl: 'Toelage', en: 'Allowance' };

const given = await openTestCasework({ kind: store });
const { payables, caseStore } = given.casework;
await givenAdministrations(given.casework);
await givenPublished(given.casework);
const ada = await givenStaff(given.casework, { name: 'Ada', roles: ['accountant'] });
const bob = await givenStaff(given.casework, { name: 'Bob', roles: ['accountant'] });
const administrator = await givenStaff(given.casework, { name: 'Alma', roles: ['administrator'] });
await given.casework.ledger.setPayee(administrator, { iban, name: 'Housing', revision: 0 });
await payables.setPayer(administrator, { iban, name: 'Housing', revision: 0 });
const connector = connectorOf(await givenCase(given.casework, await givenReader(given.casework, 'Léa')));

const rows = [];
const timed = async (what, work) => {
  const from = performance.now();
  const reply = await work();
  rows.push({ what, seconds: Number(((performance.now() - from) / 1000).toFixed(2)) });
  return reply;
};

const order = async (round) => {
  const ordered = { idempotencyKey: round, label, amount: '160.50', iban };
  const { payableId } = await caseStore.orderPayment(connector, ordered);
  await given.database.transaction(async (tx) => {
    const copies = `from generate_series(2, ${count}) n`;
    await tx.query(
      `insert into casework.payable (id, administration, case_id, procedure_key, person_id, payee, iban, label, communication, amount,
         due_on, ordered_at, ordered_by, end_to_end_id)
       select $2 || n, administration, case_id, procedure_key, person_id, payee, iban, label, communication, amount,
         due_on, ordered_at, ordered_by, $2 || n ${copies}, casework.payable where id = $1`,
      [payableId, round],
    );
    await tx.query(
      `insert into casework.ledger_entry (id, administration, number, kind, day, at, made_by, payable_id)
       select $2 || n, administration, 0, kind, day, at, made_by, $2 || n ${copies}, casework.ledger_entry where payable_id = $1`,
      [payableId, round],
    );
    await tx.query(
      `insert into casework.ledger_line (entry_id, place, account, amount)
       select $2 || n, place, account, amount ${copies}, casework.ledger_line
        where entry_id = (select id from casework.ledger_entry where payable_id = $1)`,
      [payableId, round],
    );
    await tx.query('set constraints all immediate');
  });
  await given.database.query('analyze casework.payable, casework.ledger_entry, casework.ledger_line');
};

const answer = (messageId, status) =>
  payables.takeAnswer(ada, {
    content: (async function* () {
      yield Buffer.from(
        `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>${status}</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`,
      );
    })(),
  });

/** The bank says nothing of the orders, and takes one sum from the account. */
const debit = async (messageId) => {
  const sum = `<Amt Ccy="EUR">${(160.5 * count).toFixed(2)}</Amt><CdtDbtInd>DBIT</CdtDbtInd>`;
  const none = '<Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>';
  const balance = (code, amount) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entry = `<Ntry>${sum}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><Btch><PmtInfId>${messageId}</PmtInfId></Btch></NtryDtls></Ntry>`;
  const file = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${balance('OPBD', none)}${balance('CLBD', sum)}${entry}</Stmt></BkToCstmrStmt></Document>`;
  const content = (async function* () {
    yield Buffer.from(file);
  })();
  await given.casework.statements.importStatements(ada, { name: 'x', content });
  while ((await given.casework.statements.book(system, {})) > 0);
};

for (const { round, settle } of [
  { round: 'executed', settle: (messageId) => answer(messageId, 'ACSC') },
  { round: 'rejected', settle: (messageId) => answer(messageId, 'RJCT') },
  { round: 'debited', settle: debit },
]) {
  await order(round);
  const { id: batchId } = await timed(`${count} orders gathered`, () =>
    payables.gatherBatch(ada, { until: day, executeOn: day }),
  );
  const { messageId } = await timed('released', () => payables.releaseBatch(bob, { batchId }));
  const bytes = await timed('its file', async () => {
    let size = 0;
    for await (const piece of (await payables.downloadBatch(ada, { batchId })).content) size += piece.length;
    return size;
  });
  rows.at(-1).what += ` of ${(bytes / 1e6).toFixed(1)} MB`;
  await timed(`every order ${round}`, () => settle(messageId));
}
console.table(rows);
await given.close();
await server?.stop();
process.exit(0);
