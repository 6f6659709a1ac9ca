// What clerks wait for, among an administration's years of work: `node casework.mjs [--store postgres] [--parties 50000]
// [--cases 100000] [--timeline 1000000] [--seconds 20]`. Eight clerks at once, the engine running 50 instances a second beside them.
// Works on the build. Prints a table; asserts nothing, because other work on the machine moves the numbers.
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import {
  givenAdministrations,
  givenCitizen,
  givenPublished,
  openTestCasework,
  system,
} from '@irisflow/platform/testing';
import { startRestUnderTest } from '@irisflow/broker/testing';
import { openEngine } from '@irisflow/engine-client';
import { clerks, seed, seedEngine } from './seed.mjs';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'postgres' },
    parties: { type: 'string' },
    cases: { type: 'string' },
    timeline: { type: 'string' },
    seconds: { type: 'string', default: '20' },
    starts: { type: 'string', default: '200' },
    beside: { type: 'string', default: '50' },
  },
});
const store = values.store;
const share = store === 'pglite' ? 0.1 : 1;
const sizes = {
  parties: Number(values.parties ?? 50_000 * share),
  cases: Number(values.cases ?? 100_000 * share),
  timeline: Number(values.timeline ?? 1_000_000 * share),
};

const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** Has every clerk ask again and again for a while; answers how long each answer took. */
const ask = async (work, seconds) => {
  const times = [];
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    clerks.map(async (clerk, place) => {
      for (let count = 0; performance.now() < until; count += 1) {
        const from = performance.now();
        await work(clerk, place + count * clerks.length);
        times.push(performance.now() - from);
      }
    }),
  );
  const sorted = times.toSorted((left, right) => left - right);
  return {
    answers: sorted.length,
    'p50 ms': percentile(sorted, 0.5).toFixed(1),
    'p95 ms': percentile(sorted, 0.95).toFixed(1),
  };
};

const rest = await startRestUnderTest(store);
const engine = openEngine({ grpcAddress: rest.engine.broker.grpcAddress, restUrl: rest.url });
const given = await openTestCasework({ kind: store, engine });
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
await seed(database, { first, ...sizes });
await seedEngine(rest.engine.database, sizes);
console.log(`seeded ${JSON.stringify(sizes)} in ${((performance.now() - seeding) / 1000).toFixed(1)} s`);

// The outbox first, alone: how fast submitted cases get their process.
for (let count = 1; count < Number(values.starts); count += 1) await submit();
const draining = performance.now();
const started = await casework.outbox.drain(system, {});
console.log(`outbox: ${(started / ((performance.now() - draining) / 1000)).toFixed(0)} process starts/s`);
const mirroring = performance.now();
await casework.tasks.synchronize(system, {});
console.log(`mirror: ${started} new tasks in ${((performance.now() - mirroring) / 1000).toFixed(2)} s`);

const load = fork(fileURLToPath(new URL('../../broker/bench/w1/load.mjs', import.meta.url)), [
  'raw',
  rest.engine.broker.grpcAddress,
  JSON.stringify({ total: 1_000_000, inFlight: 0, perSecond: Number(values.beside), payload: 0 }),
]);
casework.start({ pollMs: 1000, onFailure: (thrown) => console.error(thrown) });

const seconds = Number(values.seconds);
const pages = new Map();
const table = {};
const list = (input) => (clerk) => casework.tasks.listTasks(clerk, input);
const measured = {
  'worklist of the team by legal days': list({ view: 'team' }),
  'worklist, unassigned': list({ view: 'unassigned' }),
  'worklist, overdue': list({ view: 'overdue' }),
  'worklist, mine': list({ view: 'mine' }),
  'worklist by creation, next pages': async (clerk) => {
    const page = await casework.tasks.listTasks(clerk, { view: 'team', sort: 'created', cursor: pages.get(clerk) });
    pages.set(clerk, page.nextCursor ?? undefined);
  },
  'worklist of one procedure and language': list({ view: 'team', procedure: 'rent-aid', language: 'nl' }),
  counters: (clerk) => casework.tasks.countTasks(clerk, {}),
  'search of cases for a reference': (clerk, n) =>
    casework.cases.searchCases(clerk, { search: `R-${String(1 + (n % sizes.cases)).padStart(7, '0')}` }),
  'search of tasks for a reference': (clerk, n) =>
    casework.tasks.listTasks(clerk, { view: 'team', search: `R-${String(1 + (n % sizes.cases)).padStart(7, '0')}` }),
  'case page': (clerk, n) => casework.cases.getCase(clerk, { caseId: `case-${1 + ((n * 7919) % sizes.cases)}` }),
};
for (const [name, work] of Object.entries(measured)) table[name] = await ask(work, seconds / 4);
const took = [];
for (let count = 0; count < 100; count += 1) took.push((await submit()).took);
took.sort((left, right) => left - right);
table.submission = {
  answers: took.length,
  'p50 ms': percentile(took, 0.5).toFixed(1),
  'p95 ms': percentile(took, 0.95).toFixed(1),
};
console.table(table);

if (process.env.BENCH_HOLD) await new Promise((resolve) => setTimeout(resolve, 600_000));
load.kill();
await given.close();
await engine.close().catch(() => undefined);
await rest.stop();
process.exit(0);
