// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript: the same file serves
// the sources (tests) and the build.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** @typedef {import('./messages.ts').WorkerRequest} WorkerRequest */
/** @typedef {import('./messages.ts').WorkerReply} WorkerReply */
/** @typedef {import('../database.ts').Statement} Statement */

const INT8_OID = 20;

if (parentPort === null) throw new TypeError('Expected to run in a worker thread, but ran on the main thread');
const port = parentPort;

/** @param {WorkerReply} reply */
const answer = (reply) => port.postMessage(reply);

/** @param {unknown} thrown */
const described = (thrown) => ({
  message: thrown instanceof Error ? thrown.message : String(thrown),
  code: thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null,
});

/** @param {PGlite} store @param {readonly Statement[]} statements */
const runPlain = async (store, statements) => {
  const results = [];
  for (const { text, values } of statements) {
    if (values === undefined || values.length === 0) {
      const answers = await store.exec(text);
      results.push(answers.at(-1)?.rows ?? []);
    } else {
      results.push((await store.query(text, [...values])).rows);
    }
  }
  return results;
};

/** @param {PGlite} store @param {readonly Statement[]} statements */
const runAtomic = async (store, statements) => {
  if (statements.length === 1) return runPlain(store, statements);
  await store.exec('begin');
  try {
    const results = await runPlain(store, statements);
    await store.exec('commit');
    return results;
  } catch (thrown) {
    await store.exec('rollback');
    throw thrown;
  }
};

/** @param {PGlite} store @param {WorkerRequest} request */
const serve = async (store, { id, mode, statements }) => {
  try {
    const results = await (mode === 'atomic' ? runAtomic : runPlain)(store, statements);
    answer({ kind: 'rows', id, results: /** @type {import('../database.ts').Row[][]} */ (results) });
  } catch (thrown) {
    answer({ kind: 'error', id, ...described(thrown) });
  }
};

const open = async () => {
  const store = await PGlite.create({
    dataDir: workerData.dataDir,
    parsers: { [INT8_OID]: (text) => text },
  });
  const { rows } = await store.query(`select current_setting('server_version') as version`);
  const [row] = /** @type {{ version: string }[]} */ (rows);
  return { store, version: row?.version ?? 'unknown' };
};

try {
  const { store, version } = await open();
  // One request at a time, in the order they came: PGlite is one connection.
  let last = Promise.resolve();
  const close = async () => {
    await store.close();
    answer({ kind: 'closed' });
    port.close();
  };
  port.on('message', (/** @type {WorkerRequest | 'close'} */ message) => {
    last = last.then(() => (message === 'close' ? close() : serve(store, message)));
  });
  answer({ kind: 'ready', version });
} catch (thrown) {
  answer({ kind: 'failed', ...described(thrown) });
}
