/**
 * Workload W1 without I/O: start, three service tasks, an exclusive gateway on a variable, a user task, end.
 * Prints instances per second and microseconds per instance; run with `node bench/w1-core.mjs [instances]` after a build.
 */
import { bpmnProcess, parseBpmn } from '@irisflow/bpmn';
import { decide, decodeTree, encodeChange, encodeTree, route } from '@irisflow/core';
import { createMemoryState } from '@irisflow/core/testing';
import { DEFAULT_TENANT, keyAt } from '@irisflow/protocol';

const instances = Number(process.argv[2] ?? 20_000);

const xml = bpmnProcess('w1')
  .start()
  .serviceTask('first', { type: 'first' })
  .serviceTask('second', { type: 'second' })
  .serviceTask('third', { type: 'third' })
  .exclusiveGateway('choice')
  .when('= amount > 100 and status = "open"', (path) => path.userTask('decide').end('decided'))
  .otherwise((path) => path.end('small'))
  .toXml();
const parsed = parseBpmn(xml);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));

const state = createMemoryState();
// The pipeline keeps an index from key to root; the memory state of tests searches. Keep the measurement honest.
const roots = new Map();
const indexed = { ...state, rootOf: (_noun, key) => roots.get(key) };
let sequence = 0;
const context = { now: Date.now(), nextKey: () => keyAt((sequence += 1)) };
let bytes = 0;

const run = (command) => {
  route(command, indexed.definitions);
  const decision = decide(command, indexed, context);
  if (decision.outcome.kind === 'rejection') throw new Error(decision.outcome.rejection.reason);
  for (const change of decision.changes) {
    for (const event of change.events) {
      if (event.kind === 'jobCreated') roots.set(event.job.key, change.rootKey);
      if (event.kind === 'userTaskCreated') roots.set(event.task.key, change.rootKey);
    }
  }
  return decision;
};

const measure = (label, work) => {
  const start = process.hrtime.bigint();
  for (let index = 0; index < instances; index += 1) work();
  const micros = Number(process.hrtime.bigint() - start) / 1000 / instances;
  console.log(`${label}: ${Math.round(1_000_000 / micros)} instances/s, ${micros.toFixed(1)} us/instance`);
};

const variables = JSON.stringify({
  amount: 250,
  status: 'open',
  applicant: 'Maria Peeters',
  reference: 'BXL-2030-000123',
});
const resources = [{ kind: 'bpmn', name: 'w1.bpmn', checksum: 'w1', processes: parsed.processes }];
run({ kind: 'deploy', tenantId: DEFAULT_TENANT, resources });

const created = (decision, kind) =>
  decision.changes.flatMap(({ events }) => events).find((event) => event.kind === kind);

const instance = (after) => {
  let decision = run({
    kind: 'createInstance',
    tenantId: DEFAULT_TENANT,
    process: { by: 'id', id: 'w1', version: null },
    variables,
    startAt: [],
    awaited: null,
    tags: [],
    businessId: null,
  });
  const rootKey = decision.outcome.reply.processInstanceKey;
  after(decision, rootKey);
  for (let hop = 0; hop < 3; hop += 1) {
    const { key } = created(decision, 'jobCreated').job;
    after(run({ kind: 'activateJob', jobKey: key, worker: 'w', timeout: 1000, fetchVariables: [] }), rootKey);
    decision = run({ kind: 'completeJob', jobKey: key, variables: '{}', result: null });
    after(decision, rootKey);
    roots.delete(key);
  }
  const { key } = created(decision, 'userTaskCreated').task;
  decision = run({
    kind: 'completeUserTask',
    userTaskKey: key,
    variables: '{"approved":true}',
    action: '',
    requestId: null,
  });
  after(decision, rootKey);
  roots.delete(key);
  state.trees.delete(rootKey);
};

const nothing = () => undefined;
for (let warm = 0; warm < 2000; warm += 1) instance(nothing);
measure('decide only', () => instance(nothing));
measure('decide, encode state and diary', () =>
  instance((decision, rootKey) => {
    for (const change of decision.changes) bytes += encodeChange(change).length;
    const tree = state.tree(rootKey);
    if (!tree.ended) bytes += encodeTree(tree).length;
  }),
);
console.log(`${Math.round(bytes / instances)} bytes of text per instance`);
measure('as before, and decode the tree for every command', () =>
  instance((_decision, rootKey) => {
    const tree = state.tree(rootKey);
    if (!tree.ended) decodeTree(encodeTree(tree));
  }),
);
