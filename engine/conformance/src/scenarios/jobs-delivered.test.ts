import { expect, vi } from 'vitest';
import { oneTask, startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { Job, World } from '../kit/world.ts';

/** Requests of one connection are taken in order: when this is answered, those before it have begun to wait. */
const settle = (world: World) => world.activate(world.name('nobody'));

const deployTask = async (world: World) => {
  const [id, type] = [world.name('later'), world.name('work')];
  await world.deploy(oneTask(id, { type }));
  return { id, type };
};

const openStream = async (world: World, type: string, more: object = {}) => {
  const stream = world.raw.stream('StreamActivatedJobs', { type, worker: 'stream', timeout: 60_000, ...more });
  stream.on('error', () => undefined);
  // Headers come when the stream is registered.
  await new Promise((resolve) => void stream.once('metadata', resolve));
  return stream;
};

/** More jobs of 100 kB than a client that stopped reading, its connection and the engine hold between them. */
const MANY = 40;

/** Opens a stream, reads one job and no more, so that the connection fills with the jobs of `keys`. */
const fillStream = async (world: World, { id, type }: { readonly id: string; readonly type: string }) => {
  const blocked = await openStream(world, type);
  const pushed: string[] = [];
  blocked.on('data', (job: { processInstanceKey: string }) => {
    pushed.push(job.processInstanceKey);
    if (pushed.length === 1) blocked.pause();
  });
  const text = 'x'.repeat(100_000);
  const keys: string[] = [];
  for (let at = 0; at < MANY; at += 1) keys.push(await world.create(id, { text }));
  return { blocked, pushed, keys };
};

const instancesOf = (jobs: readonly Job[]) => jobs.map(({ processInstanceKey }) => processInstanceKey);

scenarios('JB', 'Jobs on their way to workers', (scenario) => {
  scenario(87, 'a poll waits, and returns when a job appears', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    let isAnswered = false;
    const poll = world.activate(type, { wait: 5_000 }).finally(() => void (isAnswered = true));
    await settle(world);
    expect(isAnswered).toBe(false);

    // when
    const key = await world.create(id);

    // then
    expect(await poll).toMatchObject([{ processInstanceKey: key }]);
  });

  scenario(
    87,
    'a poll is woken by a lease that is over, a back-off, a failure and a resolved incident',
    async (world) => {
      // given
      const { type, key } = await startOneTask(world);
      const parkedPoll = async () => {
        const poll = world.activate(type, { wait: 5_000, timeout: 10_000 });
        await settle(world);
        return poll.then(([job]) => {
          if (job === undefined) throw new Error('Expected a job, but the poll ended without');
          return job;
        });
      };
      let job = await world.job(type);
      const wakes = async (wake: () => Promise<unknown>) => {
        const poll = parkedPoll();
        await wake();
        const next = await poll;
        expect(next.key).toBe(job.key);
        job = next;
      };

      // when, then
      await wakes(() => world.advance(61_000));
      await wakes(() => world.fail(job, { retries: 2 }));
      await world.fail(job, { retries: 1, retryBackOff: 30_000 });
      await wakes(() => world.advance(31_000));
      await world.fail(job);
      await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 1 });
      await wakes(async () => world.resolve(await world.incident(key)));
      await world.complete(job);
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  scenario(87, 'a poll ends without jobs at its time, and one that does not wait ends at once', async (world) => {
    // given
    const { type } = await deployTask(world);
    const ended: string[] = [];

    // when
    const patient = world.activate(type, { wait: 300 }).finally(() => void ended.push('patient'));
    const hasty = world.activate(type, { wait: -1 }).finally(() => void ended.push('hasty'));

    // then
    expect(await Promise.all([patient, hasty])).toEqual([[], []]);
    expect(ended).toEqual(['hasty', 'patient']);
  });

  scenario(87, 'a poll returns with what there is and does not wait for as many as it asked for', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const keys = [await world.create(id), await world.create(id)];

    // when
    const jobs = await world.activate(type, { max: 50, wait: 5_000 });

    // then
    expect(instancesOf(jobs)).toEqual(keys);
  });

  scenario(87, 'of two polls that wait, one gets the job and the other goes on waiting', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const polls = [world.activate(type, { wait: 5_000 }), world.activate(type, { wait: 5_000 })];
    await settle(world);

    // when
    const first = await world.create(id);
    const winner = await Promise.race(polls);
    const second = await world.create(id);

    // then
    expect(instancesOf(winner)).toEqual([first]);
    expect(new Set((await Promise.all(polls)).flatMap(instancesOf))).toEqual(new Set([first, second]));
  });

  scenario(88, 'a job is offered to others when the client that polled for it has gone', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const request = { type, worker: 'gone', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 30_000 };
    const vanished = world.raw.stream('ActivateJobs', request);
    const end = world.refusal(vanished.toArray());
    await settle(world);

    // when
    vanished.cancel();
    const key = await world.create(id);

    // then
    expect(await world.job(type)).toMatchObject({ processInstanceKey: key });
    expect(await end).toMatchObject({ details: 'Cancelled on client' });
  });

  scenario(88, 'a job on its way to a client that goes is offered to others, its retries untouched', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const request = { type, worker: 'gone', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 30_000 };
    const vanished = world.raw.stream('ActivateJobs', request);
    const end = world.refusal(vanished.toArray());
    await settle(world);

    // when: the client goes while the job is being created for it
    const creation = world.create(id);
    vanished.cancel();

    // then
    expect(await world.job(type)).toMatchObject({ processInstanceKey: await creation, retries: 3 });
    await end;
  });

  scenario(89, 'a stream is pushed what waited for a worker, and then new jobs without a poll', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const before = await world.create(id, { at: '0' });
    const stream = await openStream(world, type, { fetchVariable: ['at'] });
    const pushed: Record<string, unknown>[] = [];
    stream.on('data', (job: Record<string, unknown>) => void pushed.push(job));

    // when
    const keys = [before, await world.create(id, { at: '1' }), await world.create(id, { at: '2', other: true })];
    await expect.poll(() => pushed).toHaveLength(keys.length);

    // then
    expect(pushed).toMatchObject(
      keys.map((processInstanceKey, at) => ({ processInstanceKey, worker: 'stream', variables: `{"at":"${at}"}` })),
    );
    expect(await world.activate(type)).toEqual([]);
    stream.cancel();
  });

  scenario(89, 'a job that becomes available again is pushed to the stream again', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const stream = await openStream(world, type, { timeout: 10_000 });
    const pushed: { key: string; retries: number }[] = [];
    stream.on('data', (job: { key: string; retries: number }) => void pushed.push(job));
    const arrives = (count: number) => expect.poll(() => pushed).toHaveLength(count);

    // when
    await world.create(id);
    await arrives(1);
    await world.fail({ key: pushed[0]?.key ?? '' }, { retries: 2 });
    await arrives(2);
    await world.advance(11_000);
    await arrives(3);

    // then
    expect(new Set(pushed.map(({ key }) => key)).size).toBe(1);
    expect(pushed.map(({ retries }) => retries)).toEqual([3, 2, 2]);
    stream.cancel();
  });

  scenario(89, 'jobs go to another worker while a stream does not keep up', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const { blocked, pushed, keys } = await fillStream(world, { id, type });

    // when
    const others = await world.activate(type, { max: 100, fetchVariable: ['none'] });

    // then
    expect(others.length).toBeGreaterThan(0);
    expect(pushed.length + others.length).toBeLessThan(keys.length);
    blocked.resume();
    await expect.poll(() => pushed.length + others.length).toBeGreaterThanOrEqual(keys.length);
    expect([...pushed, ...instancesOf(others)].toSorted()).toEqual(keys.toSorted());
    const next = await world.create(id);
    await expect.poll(() => pushed).toContain(next);
    blocked.cancel();
  });

  scenario(89, 'what was not sent yet is offered to others when its stream goes', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const { blocked } = await fillStream(world, { id, type });
    const before = await world.activate(type, { max: 100, fetchVariable: ['none'] });

    // when
    blocked.cancel();

    // then
    const after = await world.activate(type, { max: 100, fetchVariable: ['none'], wait: 5_000 });
    expect(after.length).toBeGreaterThan(0);
    expect(instancesOf(before)).not.toContain(after[0]?.processInstanceKey);
    const next = await world.create(id);
    expect(await world.job(type)).toMatchObject({ processInstanceKey: next });
  });

  scenario(
    90,
    'a job that does not fit into a message is an incident, and with fewer variables it fits',
    async (world) => {
      // given
      const half = 'x'.repeat(2_200_000);
      const { type, key } = await startOneTask(world, { variables: { first: half, small: 1 } });
      await world.setVariables(key, { second: half });

      // when
      const tooMuch = await world.activate(type);

      // then
      expect(tooMuch).toEqual([]);
      await vi.waitFor(async () => expect(await world.incidents(key)).toHaveLength(1), { timeout: 5_000 });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'MESSAGE_SIZE_EXCEEDED', elementId: 'work' });
      expect(incident['errorMessage']).toMatch(/fewer variables/);
      expect(await world.activate(type, { fetchVariable: ['small'] })).toEqual([]);
      await world.resolve(incident);
      const fitting = await world.activate(type, { fetchVariable: ['small', 'first'] });
      expect(fitting).toMatchObject([{ retries: 3, variables: { small: 1, first: half } }]);
    },
  );

  scenario(90, 'jobs that only together do not fit come in several messages', async (world) => {
    // given
    const { id, type } = await deployTask(world);
    const text = 'x'.repeat(1_500_000);
    const keys = [await world.create(id, { text }), await world.create(id, { text }), await world.create(id, { text })];

    // when
    const jobs = await world.activate(type);

    // then
    expect(jobs.map(({ processInstanceKey }) => processInstanceKey)).toEqual(keys);
  });
});
