// What clerks wait for among an administration's years of work, eight of them at once and with the engine running 50 instances a
// second beside them: `node casework.mjs [--store postgres] [--parties 50000] [--cases 100000] [--timeline 1000000] [--seconds 5]`.
// Works on the build. Prints a table; asserts nothing, because other work on the machine moves the numbers.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPostgres } from '@irisflow/database/testing';
import { openEngine } from '@irisflow/engine-client';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  openTestCasework,
  clerksOfYears,
  seedYearsOfWork,
  system,
} from '@irisflow/platform/testing';
import { cpuOf, percentile } from '../../broker/bench/w1/measure.mjs';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'postgres' },
    parties: { type: 'string' },
    cases: { type: 'string' },
    timeline: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    starts: { type: 'string', default: '200' },
    beside: { type: 'string', default: '50' },
  },
});
const { store } = values;
const share = store === 'pglite' ? 0.1 : 1;
const sizes = {
  parties: Number(values.parties ?? 50_000 * share),
  cases: Number(values.cases ?? 100_000 * share),
  timeline: Number(values.timeline ?? 1_000_000 * share),
};
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const server = store === 'postgres' ? await startPostgres() : null;
if (server !== null) process.env.IRISFLOW_TEST_POSTGRES_URL = server.url;

const rounded = (milliseconds) => Number(milliseconds.toFixed(1));
const ownCpu = () => {
  const { user, system: kernel } = process.cpuUsage();
  return (user + kernel) / 1000;
};

/** What answers took, in milliseconds of the clock and of the cores of web and store; the engine's part of the store is in it. */
const summary = (times, { web, kept }) => {
  const sorted = times.toSorted((left, right) => left - right);
  return {
    answers: sorted.length,
    'p50 ms': rounded(percentile(sorted, 0.5)),
    'p95 ms': rounded(percentile(sorted, 0.95)),
    'web core-ms': rounded((ownCpu() - web) / sorted.length),
    'store core-ms': rounded((cpuOf(server?.pid) - kept) / sorted.length),
  };
};

/** Has every clerk ask again and again for a while. */
const ask = async (work, seconds) => {
  const times = [];
  const before = { web: ownCpu(), kept: cpuOf(server?.pid) };
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    clerksOfYears.map(async (clerk, place) => {
      for (let count = 0; performance.now() < until; count += 1) {
        const from = performance.now();
        await work(clerk, place + count * clerksOfYears.length);
        times.push(performance.now() - from);
      }
    }),
  );
  return summary(times, before);
};

const engineProcess = fork(here('engine.mjs'), [store, String(sizes.cases)]);
const address = await new Promise((resolve) => {
  engineProcess.once('message', resolve);
});
const given = await openTestCasework({ kind: store, engine: openEngine(address) });
given.clock.set(new Date().toISOString());
const { casework, database } = given;
await givenAdministrations(casework);
await givenPublished(casework);

let citizens = 0;
const submit = async () => {
  citizens += 1;
  const citizen = await givenCitizen(casework, `Citizen ${citizens}`);
  const draft = await casework.applications.createDraft(citizen, { procedureKey: 'rent-aid', language: 'fr' });
  const data = { ...draft.data, lastName: 'A', rent: 700, hasLease: false };
  const from = performance.now();
  const { caseId } = await casework.applications.submit(citizen, { draftId: draft.id, data, language: 'fr' });
  return { caseId, took: performance.now() - from };
};

const { caseId: first } = await submit();
const seeding = performance.now();
await seedYearsOfWork(database, { first, ...sizes });
console.log(`Seeded ${JSON.stringify(sizes)} in ${rounded((performance.now() - seeding) / 1000)} s.`);

// The outbox alone: how fast submitted cases get their process.
for (let count = 1; count < Number(values.starts); count += 1) await submit();
const draining = performance.now();
const started = await casework.outbox.drain(system, {});
console.log(`${rounded(started / ((performance.now() - draining) / 1000))} process starts/s by the outbox.`);
const mirroring = performance.now();
await casework.tasks.synchronize(system, {});
console.log(`${started} new tasks mirrored in ${rounded(performance.now() - mirroring)} ms.`);

const load = fork(here('../../broker/bench/w1/load.mjs'), [
  'raw',
  address.grpcAddress,
  JSON.stringify({ total: 1_000_000, inFlight: 0, perSecond: Number(values.beside), payload: 0 }),
]);
casework.start({ pollMs: 1000, onFailure: (thrown) => console.error(thrown) });

const pages = new Map();
const list = (input) => (clerk) => casework.tasks.listTasks(clerk, input);
const partyNumber = (n) => 1 + ((n * 7919) % sizes.parties);
const nameOf = (n) =>
  `Person ${createHash('md5')
    .update(String(partyNumber(n)))
    .digest('hex')}`;
const referenceOf = (n) => `R-${String(1 + (n % sizes.cases)).padStart(7, '0')}`;
const measured = {
  'worklist of the team by legal days': list({ view: 'team' }),
  'worklist, unassigned': list({ view: 'unassigned' }),
  'worklist, overdue': list({ view: 'overdue' }),
  'worklist, mine': list({ view: 'mine' }),
  'worklist by creation, page after page': async (clerk) => {
    const page = await casework.tasks.listTasks(clerk, { view: 'team', sort: 'created', cursor: pages.get(clerk) });
    pages.set(clerk, page.nextCursor ?? undefined);
  },
  'worklist of a procedure and a language': list({ view: 'team', procedure: 'rent-aid', language: 'nl' }),
  counters: (clerk) => casework.tasks.countTasks(clerk, {}),
  'search of tasks for a reference': (clerk, n) =>
    casework.tasks.listTasks(clerk, { view: 'team', search: referenceOf(n) }),
  'search of cases for a reference': (clerk, n) => casework.cases.searchCases(clerk, { search: referenceOf(n) }),
  'search of people for a name': (clerk, n) => casework.parties.searchParties(clerk, { search: nameOf(n) }),
  'party page': (clerk, n) => casework.parties.getParty(clerk, { partyId: `party-${partyNumber(n)}` }),
  'case page': (clerk, n) => casework.cases.getCase(clerk, { caseId: `case-${1 + ((n * 7919) % sizes.cases)}` }),
};
const table = {};
for (const [name, work] of Object.entries(measured)) table[name] = await ask(work, Number(values.seconds));
const before = { web: ownCpu(), kept: cpuOf(server?.pid) };
const took = [];
for (let count = 0; count < 100; count += 1) took.push((await submit()).took);
table.submission = summary(took, before);
console.table(table);

load.kill();
engineProcess.kill('SIGTERM');
await given.close();
await server?.stop();
process.exit(0);
