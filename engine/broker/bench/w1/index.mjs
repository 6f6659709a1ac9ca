// Workload W1 on both stores, with both clients, beside bpmn-engine: `node bench/w1/index.mjs [--instances 3000] [--only postgres] [--payload 10000]`.
// Works on the build. Prints a table; asserts nothing, because other work on the machine moves the numbers.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDatabase } from '@irisflow/database';
import { startPostgres } from '@irisflow/database/testing';
import { runBpmnEngine } from './bpmn-engine.mjs';
import { cpuOf, peakMemory, percentile } from './measure.mjs';

const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '3000' },
    only: { type: 'string' },
    peer: { type: 'string', default: '300' },
    payload: { type: 'string', default: '0' },
  },
});
const total = Number(values.instances);
const payload = Number(values.payload);
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const message = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) =>
      reject(new Error(`Expected an answer of ${child.spawnfile}, but it ended with ${code}`)),
    );
  });

const drive = async (server, address, { client, count, inFlight, postgresPid, yields }) => {
  const load = fork(here('./load.mjs'), [client, address, JSON.stringify({ total: count, inFlight, payload })]);
  const yieldsBefore = await yields();
  const before = { server: cpuOf(server.pid), postgres: cpuOf(postgresPid) };
  const result = await message(load);
  const loadCpu = result.cpu;
  const hops = result.hops.toSorted((a, b) => a - b);
  return {
    client,
    'in flight': inFlight,
    'instances/s': Math.round(count / result.seconds),
    'hop p50 ms': Number(percentile(hops, 0.5).toFixed(1)),
    'hop p99 ms': Number(percentile(hops, 0.99).toFixed(1)),
    'peak MiB': peakMemory(server.pid),
    'engine core-ms': Number(((cpuOf(server.pid) - before.server) / count).toFixed(2)),
    'store core-ms': Number(((cpuOf(postgresPid) - before.postgres) / count).toFixed(2)),
    'client core-ms': Number((loadCpu / count).toFixed(2)),
    'given back': (await yields()) - yieldsBefore,
  };
};

/** How many jobs were given back by those who had them; PGlite has no second connection to ask. */
const yieldsOf = async (location) => {
  if (location.kind !== 'postgres') return { count: async () => 0, close: async () => undefined };
  const database = await openDatabase(location);
  return {
    count: async () => {
      const [row] = await database.query(
        `select coalesce(sum(regexp_count(change, '"jobYielded"')), 0) as n from engine.engine_record where change like '%jobYielded%'`,
      );
      return Number(row.n);
    },
    close: () => database.close(),
  };
};

const withServer = async (store, location, postgresPid) => {
  const execArgv = process.env['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`] : [];
  const server = fork(here('../serve.mjs'), [JSON.stringify(location)], { execArgv });
  const { address } = await message(server);
  const rows = [];
  const yields = await yieldsOf(location);
  const runs = [
    { client: 'raw', count: Math.ceil(total / 10), inFlight: 256 },
    { client: 'raw', count: total, inFlight: 256 },
    // With heavy variables all at once: more jobs than the streams can hold.
    { client: 'raw', count: Math.ceil(total / 2), inFlight: payload > 0 ? Math.ceil(total / 2) : 16 },
    { client: 'raw', count: Math.ceil(total / 20), inFlight: 1 },
    { client: 'zeebe-node', count: total, inFlight: 128 },
    { client: 'zeebe-node', count: Math.ceil(total / 20), inFlight: 1 },
  ];
  // The first run warms the engine up and is not shown.
  for (const run of runs)
    rows.push({ store, ...(await drive(server, address, { ...run, postgresPid, yields: yields.count })) });
  await yields.close();
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exited;
  return rows.slice(1);
};

const rows = [];
if (values.only !== 'pglite') {
  const postgres = await startPostgres();
  rows.push(...(await withServer('postgres', { kind: 'postgres', url: postgres.url }, postgres.pid)));
  const peerCount = Number(values.peer);
  if (peerCount > 0) {
    const before = cpuOf(process.pid) + cpuOf(postgres.pid);
    const { seconds } = await runBpmnEngine(postgres.url, { total: peerCount, inFlight: 32 });
    const cpu = cpuOf(process.pid) + cpuOf(postgres.pid) - before;
    const speed = peerCount / seconds;
    rows.push({
      store: 'postgres',
      client: 'bpmn-engine, saved 5 times',
      'in flight': 32,
      'instances/s': Math.round(speed),
      'engine core-ms': Number((cpu / peerCount).toFixed(2)),
    });
    for (const row of rows) row['x peer'] = Number((row['instances/s'] / speed).toFixed(1));
  }
  await postgres.stop();
}
if (values.only !== 'postgres') {
  const dir = mkdtempSync(join(tmpdir(), 'irisflow-bench-'));
  rows.push(...(await withServer('pglite', { kind: 'pglite', dir }, null)));
  rmSync(dir, { recursive: true, force: true });
}
console.table(rows);
