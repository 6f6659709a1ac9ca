import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { checkBroker } from '@irisflow/broker';
import { type BrokerProcess, collect, connectRaw, type RawGateway, startBrokerProcess } from '@irisflow/broker/testing';
import { openDatabase } from '@irisflow/database';
import { openTestDatabase } from '@irisflow/database/testing';
import fc from 'fast-check';
import { expect, onTestFinished, vi } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { Row } from '../kit/world.ts';
import { play } from '../search/drive/play.ts';
import { anyPicks, anyProcess, anyStart } from '../search/model/arbitrary.ts';

const STEPS = ['first', 'second'] as const;
const model = bpmnProcess('killed')
  .start()
  .serviceTask('first', { type: 'first' })
  .serviceTask('second', { type: 'second' })
  .end()
  .toXml();

/** How long a job is leased, in milliseconds: after the kill it has to come again soon. */
const LEASE = 300;
/** What has been answered when the kill comes. */
const [CREATED, COMPLETED] = [20, 10];
const MODELS = 15;
/** What processes may take to start and to end on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

vi.setConfig({ testTimeout: PATIENCE });

/** What callers were told and handed. */
const createNotes = () => {
  const created = new Set<string>();
  const completed = new Set<string>();
  const handedOut = new Map<string, Set<string>>();
  return {
    created,
    completed,
    /** Keys of the jobs that were handed out for a step of an instance. */
    jobsOf: (instanceKey: string, step: string) => handedOut.get(`${instanceKey} ${step}`) ?? new Set<string>(),
    handOut: (job: Row) => {
      const place = `${String(job['processInstanceKey'])} ${String(job['type'])}`;
      handedOut.set(place, (handedOut.get(place) ?? new Set()).add(String(job['key'])));
    },
    instances: () => new Set(Array.from(handedOut.keys(), (place) => place.split(' ')[0] ?? '')),
  };
};
type Notes = ReturnType<typeof createNotes>;

/** Takes what is ready of a step and completes it; gives how many jobs there were. */
const workOn = async (gateway: RawGateway, step: string, notes: Notes, wait: number): Promise<number> => {
  const request = { type: step, worker: 'w', timeout: LEASE, maxJobsToActivate: 50, requestTimeout: wait };
  const answers = await collect(gateway.stream('ActivateJobs', request));
  const jobs = answers.flatMap((answer) => answer['jobs'] as readonly Row[]);
  for (const job of jobs) notes.handOut(job);
  await Promise.all(
    jobs.map(async ({ key }) => {
      await gateway.call('CompleteJob', { jobKey: key });
      notes.completed.add(String(key));
    }),
  );
  return jobs.length;
};

/** Creates instances and works on their jobs, several at a time, until the connection breaks; only what was answered counts. */
const load = (gateway: RawGateway, notes: Notes): Promise<unknown> => {
  const create = async () => {
    const request = { bpmnProcessId: 'killed', version: -1 };
    notes.created.add(String((await gateway.call('CreateProcessInstance', request))['processInstanceKey']));
  };
  const untilItBreaks = async (work: () => Promise<unknown>) => {
    for (;;) await work();
  };
  const lanes = [create, create, create, ...STEPS.map((step) => () => workOn(gateway, step, notes, 50))];
  return Promise.allSettled(lanes.map(untilItBreaks));
};

/** Works until no job comes for longer than a lease lasts. */
const drain = async (gateway: RawGateway, notes: Notes): Promise<void> => {
  for (;;) {
    const found = await Promise.all(STEPS.map((step) => workOn(gateway, step, notes, 2 * LEASE)));
    if (found.every((count) => count === 0)) return;
  }
};

/** On a shared store an engine stands by until the lease of the one that was killed is over. */
const serving = async ({ address }: BrokerProcess): Promise<void> => {
  const health = connectRaw(address, 'grpc.health.v1.Health', 'health.proto');
  await expect
    .poll(() => health.call('Check', { service: '' }), { timeout: PATIENCE, interval: 50 })
    .toEqual({ status: 'SERVING' });
  health.close();
};

scenarios('TN', 'Reliability', (scenario) => {
  scenario(229, 'an engine killed amid commands loses no token and doubles none', async ({ kind }) => {
    // given
    const store = await openTestDatabase(kind);
    await store.database.close();
    const notes = createNotes();
    const start = async () => {
      const started = await startBrokerProcess(store.location);
      onTestFinished(started.kill);
      await serving(started);
      return started;
    };
    const doomed = await start();
    const before = connectRaw(doomed.address);
    await before.call('DeployResource', { resources: [{ name: 'killed.bpmn', content: Buffer.from(model) }] });

    // when
    const commands = load(before, notes);
    const isBusy = () => notes.created.size >= CREATED && notes.completed.size >= COMPLETED;
    await expect.poll(isBusy, { timeout: PATIENCE, interval: 5 }).toBe(true);
    await doomed.kill();
    await commands;
    before.close();
    const [created, completed] = [[...notes.created], [...notes.completed]];
    const restarted = await start();
    const after = connectRaw(restarted.address);
    const repeated = await Promise.allSettled(completed.map((jobKey) => after.call('CompleteJob', { jobKey })));
    await drain(after, notes);
    const canceled = await Promise.allSettled(
      created.map((processInstanceKey) => after.call('CancelProcessInstance', { processInstanceKey })),
    );
    after.close();
    await restarted.stop();

    // then what was answered has happened
    for (const answer of [...repeated, ...canceled]) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: status.NOT_FOUND } });
    }
    // and each instance, also one whose caller was never answered, went through each step once
    const instances = notes.instances();
    expect(created.filter((key) => !instances.has(key))).toEqual([]);
    for (const key of instances) expect(STEPS.map((step) => notes.jobsOf(key, step).size)).toEqual([1, 1]);
    const database = await openDatabase(store.location);
    expect(await checkBroker(database)).toEqual([]);
    await database.close();
    await store.drop();
  });

  scenario(
    230,
    'random processes run as BPMN says, and their diaries replay to the state that they are in',
    async (world) => {
      const cases = fc.sample(fc.tuple(anyProcess, anyStart, anyPicks), { seed: 230, numRuns: MODELS });
      for (const [process, start, picks] of cases) await play(world, { process, start, picks });
      expect(await checkBroker(world.rest.engine.database)).toEqual([]);
      expect(world.rest.engine.failures).toEqual([]);
    },
  );
});
