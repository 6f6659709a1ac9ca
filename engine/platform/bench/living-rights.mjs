// Rights of an earlier system: `node living-rights.mjs [--store postgres] [--rights 2000]`. A file of them is sent, judged, taken
// over and reconciled, a third of it suspended; what processes are told goes out beside it, to an engine that writes down and does
// nothing else. Beside each, what 100,000 would take at that pace. Works on the build. Prints a table; asserts nothing, because
// other work on the machine moves the numbers.
import { parseArgs } from 'node:util';
import { startPostgres } from '@irisflow/database/testing';
import { makeNationalNumber } from '@irisflow/identifiers';
import {
  givenAdministrations,
  givenPublished,
  givenStaff,
  openTestCasework,
  rightFolder,
  system,
} from '@irisflow/platform/testing';

const { values } = parseArgs({
  options: { store: { type: 'string', default: 'postgres' }, rights: { type: 'string' } },
});
const { store } = values;
const count = Number(values.rights ?? (store === 'pglite' ? 200 : 2_000));
const server = store === 'postgres' ? await startPostgres() : null;
if (server !== null) process.env.IRISFLOW_TEST_POSTGRES_URL = server.url;

const given = await openTestCasework({ kind: store });
const { rightImports, outbox } = given.casework;
await givenAdministrations(given.casework);
await givenPublished(given.casework, rightFolder());
const chief = await givenStaff(given.casework, { name: 'Ada', roles: ['supervisor'] });

const rows = [];
const timed = async (what, work) => {
  const from = performance.now();
  const reply = await work();
  const seconds = (performance.now() - from) / 1000;
  rows.push({
    what,
    seconds: Number(seconds.toFixed(2)),
    'minutes for 100,000': Number(((seconds / count) * (100_000 / 60)).toFixed(1)),
  });
  return reply;
};

const person = (n) =>
  makeNationalNumber({ year: 1950 + (n % 50), month: 1 + (n % 12), day: 1 + (n % 28), serial: 1 + (n % 997) });
const lines = function* lines() {
  yield 'number;holder-name;holder-national-number;valid-from;valid-to;state;place;fee\n';
  for (let n = 1; n <= count; n += 1)
    yield `ST-2019-${String(n).padStart(6, '0')};Holder ${n};${person(n)};2019-06-01;2030-05-31;${n % 3 === 0 ? 'suspended' : 'active'};Flagey;${n},50\n`;
};
const content = (async function* () {
  for (const line of lines()) yield Buffer.from(line);
})();

/** Works a file off as the background does, and sends what waits to go out between the rounds. */
const workOff = async () => {
  for (;;) {
    const done = await rightImports.workOff(system, {});
    const sent = await outbox.drain(system, {});
    if (done + sent === 0) return;
  }
};

const file = { procedureKey: 'rent-aid', kind: 'stall', name: 'old.csv', content };
const { id: importId } = await timed(`${count} rights sent`, () => rightImports.uploadRightImport(chief, file));
await rightImports.checkRightImport(chief, { importId });
await timed('judged', workOff);
const controls = { rights: count, states: {}, amounts: {} };
const { revision } = await rightImports.noteControls(chief, { importId, controls });
await rightImports.startRightImport(chief, { importId, revision });
await timed('taken over, each process told', workOff);
const view = await timed('reconciled', () => rightImports.getRightImport(chief, { importId }));
console.table(rows);
console.log(`${view.counts.imported} rights, ${view.reconciliation.isEqual ? 'equal' : 'different'} to the cent`);
await given.close();
await server?.stop();
process.exit(0);
