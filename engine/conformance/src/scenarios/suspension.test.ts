import { status } from '@grpc/grpc-js';
import { bpmnProcess, type DrawPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import { openUserTask, startUserTask, userTaskOf } from '../kit/user-tasks.ts';
import type { World } from '../kit/world.ts';

const HOUR = 3_600_000;
const DONE = 204;
const CONFLICT = 409;

const steer = async ({ rest }: World, key: string, call: 'suspension' | 'resumption') => {
  const { status: code, text } = await rest.ask('POST', `/process-instances/${key}/${call}`);
  expect([code, text]).toEqual([DONE, '']);
};
const suspend = (world: World, key: string) => steer(world, key, 'suspension');
const resume = (world: World, key: string) => steer(world, key, 'resumption');

/** An instance of a process between `begin` and `over`, suspended where it came to rest. */
const startSuspended = async (world: World, draw: DrawPath, variables: object = {}): Promise<string> => {
  const id = world.name('resting');
  const path = bpmnProcess(id).start('begin');
  draw(path);
  await world.deploy(path.end('over').toXml());
  const key = await world.create(id, variables);
  await suspend(world, key);
  return key;
};

scenarios('PI', 'Suspended instances', (scenario, promise) => {
  scenario(34, 'a suspended instance can be canceled', async (world) => {
    // given
    const { key, type } = await startOneTask(world);
    await suspend(world, key);

    // when
    await world.cancel(key);

    // then
    expect(await world.state(key)).toBe('TERMINATED');
    expect(await world.elements(key, 'ACTIVE')).toEqual([]);
    expect(await world.activate(type)).toEqual([]);
  });

  scenario(
    34,
    'a suspended instance whose task has something to say to its cancellation is canceled',
    async (world) => {
      // given
      const listener = world.name('canceling');
      const key = await startUserTask(world, { taskListeners: [{ on: 'canceling', type: listener }] });
      await suspend(world, key);

      // when
      await world.cancel(key);
      await world.complete(await world.job(listener));

      // then
      expect(await world.state(key)).toBe('TERMINATED');
    },
  );

  promise(
    'hands out no job while suspended, not even to who waits already, and all of them afterwards',
    async (world) => {
      // given
      const { key, type } = await startOneTask(world);
      await suspend(world, key);
      const waiting = world.activate(type, { wait: 10_000 });
      await world.setVariables(key, { mended: true });
      expect(await world.activate(type)).toEqual([]);

      // when
      await resume(world, key);

      // then
      const [job] = await waiting;
      expect(job).toMatchObject({ processInstanceKey: key, variables: { mended: true } });
      await world.complete({ key: String(job?.key) });
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  promise(
    'a worker cannot answer while suspended; the lease may run out, and afterwards the answer counts',
    async (world) => {
      // given
      const { key, type } = await startOneTask(world);
      const [job = { key: '' }] = await world.activate(type, { timeout: HOUR });
      await suspend(world, key);

      // when
      const refusals = await Promise.all(
        [world.complete(job), world.fail(job), world.throwError(job, 'E')].map((call) => world.refusal(call)),
      );
      await world.advance(2 * HOUR);

      // then
      for (const { code, details } of refusals) {
        expect([code, details]).toEqual([status.FAILED_PRECONDITION, expect.stringContaining(`'${key}' is suspended`)]);
      }
      expect(await world.activate(type)).toEqual([]);
      await resume(world, key);
      await world.complete(job);
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  promise('nobody moves it: user tasks, incidents and modification have to wait', async (world) => {
    // given
    const key = await startSuspended(world, (path) =>
      path
        .parallelGateway('both')
        .branch((one) => one.userTask('look').end())
        .branch((other) => other.serviceTask('stuck', { type: '= missing' }).end()),
    );
    const task = await userTaskOf(world, key);
    const incident = await world.incident(key);

    // when
    const answers = [await task.complete(), await task.assign('ann'), await task.update({ priority: 1 })];
    const details = [
      await world.refusal(world.resolve(incident)),
      await world.refusal(world.raw.call('ModifyProcessInstance', { processInstanceKey: key })),
    ];

    // then
    for (const answer of answers) {
      expect([answer.status, answer.body['detail']]).toEqual([CONFLICT, expect.stringContaining('is suspended')]);
    }
    for (const { code, details: text } of details) {
      expect([code, text]).toEqual([status.FAILED_PRECONDITION, expect.stringContaining('is suspended')]);
    }
    await world.setVariables(key, { missing: world.name('found') });
    await resume(world, key);
    await world.resolve(incident);
    expect(await world.incidents(key)).toEqual([]);
    expect((await task.complete()).status).toBe(DONE);
  });

  promise('a timer that falls due while suspended fires once afterwards', async (world) => {
    // given
    const key = await startSuspended(world, (path) =>
      path
        .userTask('look')
        .boundary('pulse', { event: { timer: { cycle: 'R/PT1H' } }, interrupting: false }, (aside) =>
          aside.end('pulsed'),
        ),
    );
    const pulses = async () => (await world.elements(key)).filter((id) => id === 'pulsed').length;

    // when
    await world.advance(2.5 * HOUR);
    const asleep = await pulses();
    await world.restart(HOUR);
    await resume(world, key);

    // then
    expect([asleep, await pulses()]).toEqual([0, 1]);
    await world.advance(HOUR);
    expect(await pulses()).toBe(2);
  });

  promise('a message stays in its buffer while suspended, and is taken afterwards if it still lives', async (world) => {
    // given
    const message = world.name('answered');
    const waiting: DrawPath = (path) => void path.receiveTask('wait', { message, correlationKey: '= order' });
    const [patient, late] = [
      await startSuspended(world, waiting, { order: 'patient' }),
      await startSuspended(world, waiting, { order: 'late' }),
    ];

    // when
    await world.publish(message, 'patient', { timeToLive: 3 * HOUR, variables: { told: 1 } });
    await world.publish(message, 'late', { timeToLive: HOUR });
    await world.advance(2 * HOUR);
    const asleep = [await world.state(patient), await world.state(late)];
    await resume(world, patient);
    await resume(world, late);

    // then
    expect(asleep).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect([await world.state(patient), await world.state(late)]).toEqual(['COMPLETED', 'ACTIVE']);
    expect(await world.variables(patient)).toMatchObject({ told: 1 });
    await world.publish(message, 'late');
    expect(await world.state(late)).toBe('COMPLETED');
  });

  promise(
    'a message goes to another instance of the process while the one that waits longer is suspended',
    async (world) => {
      // given
      const [id, message] = [world.name('waiting'), world.name('answered')];
      await world.deploy(
        bpmnProcess(id).start().receiveTask('wait', { message, correlationKey: '= "same"' }).end().toXml(),
      );
      const [first, second] = [await world.create(id), await world.create(id)];
      await suspend(world, first);

      // when
      await world.publish(message, 'same', { timeToLive: HOUR });
      await resume(world, first);

      // then
      expect([await world.state(first), await world.state(second)]).toEqual(['ACTIVE', 'COMPLETED']);
    },
  );

  promise('a signal passes by while suspended', async (world) => {
    // given
    const signal = world.name('opened');
    const key = await startSuspended(world, (path) => void path.catchEvent('wait', { event: { signal } }));

    // when
    await world.broadcast(signal);
    await resume(world, key);

    // then
    expect(await world.state(key)).toBe('ACTIVE');
    await world.broadcast(signal);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  promise('a condition that variables made true while suspended fires afterwards', async (world) => {
    // given
    const key = await startSuspended(
      world,
      (path) => void path.catchEvent('wait', { event: { condition: '= ready' } }),
    );

    // when
    await world.setVariables(key, { ready: true });
    const asleep = await world.state(key);
    await resume(world, key);

    // then
    expect([asleep, await world.state(key)]).toEqual(['SUSPENDED', 'COMPLETED']);
  });

  promise('a task that is suspended between a wish and its listener goes on there', async (world) => {
    // given
    const listener = world.name('assigning');
    const task = await openUserTask(world, { taskListeners: [{ on: 'assigning', type: listener }] });
    const { processInstanceKey } = await task.see();
    const assigned = task.assign('ann');
    const job = await world.job(listener);
    await suspend(world, String(processInstanceKey));

    // when
    const early = await world.refusal(world.complete(job));
    await resume(world, String(processInstanceKey));
    await world.complete(job);

    // then
    expect(early.code).toBe(status.FAILED_PRECONDITION);
    expect((await assigned).status).toBe(DONE);
    expect(await task.see()).toMatchObject({ assignee: 'ann' });
  });
});
