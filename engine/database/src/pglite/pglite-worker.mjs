// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript: the same file serves
// the sources (tests) and the build.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, protocol } from '@electric-sql/pglite';
import { PrivateNodeFS } from './private-node-fs.mjs';

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

/** Names that this connection has parsed; they outlive a rollback. */
const parsed = new Set();
const { serialize } = protocol;

/** @param {unknown} value */
const isScalar = (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** @typedef {{ readonly name: string, readonly dataTypeID: number }} Column */

/** @param {PGlite} store @param {import('@electric-sql/pglite').ExecProtocolResult['messages']} messages */
const rowsOf = ({ parsers }, messages) => {
  /** @type {readonly Column[]} */
  let columns = [];
  const rows = [];
  for (const message of messages) {
    if (!('fields' in message)) continue;
    if (message.name === 'rowDescription') columns = /** @type {readonly Column[]} */ (message.fields);
    if (message.name !== 'dataRow') continue;
    const texts = /** @type {readonly (string | null)[]} */ (message.fields);
    const values = columns.map(({ name, dataTypeID }, place) => {
      const text = texts[place] ?? null;
      const parse = parsers[dataTypeID];
      return [name, text === null || parse === undefined ? text : parse(text, dataTypeID)];
    });
    rows.push(Object.fromEntries(values));
  }
  return rows;
};

/** Whether it is one statement with values that need not be written as what their types say. @param {Statement} statement */
const isBindable = ({ values = [] }) => values.length > 0 && values.every(isScalar);

/** @param {Pick<Statement, 'name' | 'values'>} statement */
const boundAndRun = ({ name = '', values = [] }) => {
  // Only statements whose values are all scalars get here.
  const scalars = /** @type {readonly (string | number | bigint | boolean | null)[]} */ (values);
  const texts = scalars.map((value) => (value === null ? null : String(value)));
  return [
    serialize.bind({ statement: name, values: texts }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ];
};

/**
 * Four messages in one call, where PGlite's own `query` makes five calls that each cost as much as a small statement.
 * @param {PGlite} store @param {Statement} statement
 */
const runOnce = async (store, { text, values = [] }) => {
  if (!isBindable({ text, values })) return (await store.query(text, [...values])).rows;
  const { messages } = await store.execProtocol(Buffer.concat([serialize.parse({ text }), ...boundAndRun({ values })]));
  return rowsOf(store, messages);
};

/** @param {PGlite} store @param {readonly Statement[]} statements */
const runPlain = async (store, statements) => {
  const results = [];
  for (const statement of statements) {
    if ((statement.values ?? []).length > 0) results.push(await runOnce(store, statement));
    else results.push((await store.exec(statement.text)).at(-1)?.rows ?? []);
  }
  return results;
};

/**
 * Parsed and planned once a connection: 0.3 ms instead of 1.1 for a commit of eight statements.
 * @param {PGlite} store @param {Statement} statement
 */
const runNamed = async (store, { name = '', text, values = [] }) => {
  if (!parsed.has(name)) {
    await store.execProtocol(Buffer.concat([serialize.parse({ name, text }), serialize.sync()]));
    parsed.add(name);
  }
  const { messages } = await store.execProtocol(Buffer.concat(boundAndRun({ name, values })), { syncToFs: false });
  return rowsOf(store, messages);
};

/** Plans are made once, while tables are small, and must still be right when they have grown; see the writer for PostgreSQL. */
const BEGIN = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'].reduce(
  (text, setting) => `${text}; set local ${setting} = off`,
  'begin',
);

/** @param {PGlite} store @param {readonly Statement[]} statements */
const runAtomic = async (store, statements) => {
  if (statements.length === 1) return runPlain(store, statements);
  await store.exec(BEGIN);
  try {
    const results = [];
    for (const statement of statements) {
      const isNamed = statement.name !== undefined && (statement.values ?? []).every(isScalar);
      results.push(isNamed ? await runNamed(store, statement) : (await runPlain(store, [statement]))[0]);
    }
    await store.exec('commit');
    return results;
  } catch (thrown) {
    await store.exec('rollback');
    throw thrown;
  }
};

/**
 * One statement in its bounds, in one call; when it fails, the commit behind it rolls back.
 * @param {PGlite} store @param {string} scope @param {Statement} statement
 */
const runBounded = async (store, scope, { text, values = [] }) => {
  const begun = serialize.query(`begin; ${scope}`);
  const run = [serialize.parse({ text }), ...boundAndRun({ values })];
  const { messages } = await store.execProtocol(Buffer.concat([begun, ...run, serialize.query('commit')]));
  const ready = messages.findIndex(({ name }) => name === 'readyForQuery');
  return rowsOf(store, messages.slice(ready + 1));
};

/** @param {PGlite} store @param {readonly Statement[]} statements */
const runScoped = async (store, [scope, ...statements]) => {
  const [only, ...more] = statements;
  if (only !== undefined && more.length === 0 && isBindable(only))
    return [await runBounded(store, scope?.text ?? '', only)];
  try {
    await store.exec(`begin; ${scope?.text}`);
    const results = await runPlain(store, statements);
    await store.exec('commit');
    return results;
  } catch (thrown) {
    await store.exec('rollback');
    throw thrown;
  }
};

const runners = { atomic: runAtomic, plain: runPlain, scoped: runScoped };

/** @param {PGlite} store @param {WorkerRequest} request */
const serve = async (store, { id, mode, statements }) => {
  try {
    const results = await runners[mode](store, statements);
    answer({ kind: 'rows', id, results: /** @type {import('../database.ts').Row[][]} */ (results) });
  } catch (thrown) {
    answer({ kind: 'error', id, ...described(thrown) });
  }
};

/** @param {import('./messages.ts').WorkerStart} start */
const open = async ({ dataDir, compiled }) => {
  const store = await PGlite.create({
    fs: new PrivateNodeFS(dataDir),
    pgliteWasmModule: compiled.pglite,
    initdbWasmModule: compiled.initdb,
    parsers: { [INT8_OID]: (text) => text },
  });
  const { rows } = await store.query(`select current_setting('server_version') as version`);
  const [row] = /** @type {{ version: string }[]} */ (rows);
  return { store, version: row?.version ?? 'unknown' };
};

try {
  const { store, version } = await open(workerData);
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
