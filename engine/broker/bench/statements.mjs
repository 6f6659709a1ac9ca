// What it costs to write down the rows of a batch: our prepared text with one JSON parameter beside the same rows by kysely.
// `node engine/broker/bench/statements.mjs`, after a build. Asserts nothing.
import { kyselyOf } from '@irisflow/database';
import { insertRows } from '../dist/storage/row-statement.js';

const columns = {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  element_key: 'bigint',
  element_id: 'text',
  tenant_id: 'text',
  type: 'text',
  kind: 'text',
  headers: 'text',
  phase: 'text',
  state: 'text',
  retries: 'integer',
  created_at: 'bigint',
};
const names = Object.keys(columns);
const row = ['1', '1', '1', '2', 'task', '<default>', 'letter', 'BPMN_ELEMENT', '{}', 'offered', 'CREATED', 3, 1];
const prepared = insertRows('job', columns);
const builder = kyselyOf({ query: async () => [] }, 'engine');
const asObject = Object.fromEntries(names.map((name, at) => [name, row[at]]));

const ways = {
  'prepared text': (count) => prepared(Array.from({ length: count }, () => row)),
  kysely: (count) =>
    builder
      .insertInto('job')
      .values(Array.from({ length: count }, () => asObject))
      .compile(),
};

/** Microseconds of one call, the best of five rounds. */
const measure = (work) => {
  const rounds = Array.from({ length: 5 }, () => {
    const calls = 2000;
    const since = process.hrtime.bigint();
    for (let call = 0; call < calls; call += 1) work();
    return Number(process.hrtime.bigint() - since) / 1000 / calls;
  });
  return Math.min(...rounds);
};

console.table(
  [1, 10, 100].map((rows) => {
    const [ours, theirs] = Object.values(ways).map((way) => measure(() => way(rows)));
    return {
      rows,
      'prepared text, µs': ours.toFixed(1),
      'kysely, µs': theirs.toFixed(1),
      ratio: (theirs / ours).toFixed(1),
    };
  }),
);
