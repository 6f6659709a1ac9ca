import { status } from '@grpc/grpc-js';
import { expect, vi } from 'vitest';
import { oneTask, startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';

scenarios('JB', 'Jobs as they are offered', (scenario) => {
  scenario(
    67,
    'type and retries may be written out or computed, and retries are 3 unless the model says',
    async (world) => {
      // given
      const computed = world.name('computed');
      const variables = { kind: computed, tries: 7 };

      // when
      const plain = await startOneTask(world);
      const written = await startOneTask(world, { task: { retries: 5 } });
      await startOneTask(world, { task: { type: '= kind', retries: '= tries' }, variables });

      // then
      expect(await world.activate(plain.type)).toMatchObject([{ retries: 3, processInstanceKey: plain.key }]);
      expect(await world.activate(written.type)).toMatchObject([{ retries: 5 }]);
      expect(await world.activate(computed)).toMatchObject([{ type: computed, retries: 7, elementId: 'work' }]);
    },
  );

  scenario(
    68,
    'a type that is null or a number is an incident; once fixed and resolved the job is offered',
    async (world) => {
      for (const [wrong, found] of [
        [null, 'NULL'],
        [42, 'NUMBER'],
      ] as const) {
        // given
        const { key } = await startOneTask(world, { task: { type: '= kind' }, variables: { kind: wrong } });
        const incident = await world.incident(key);
        expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work', jobKey: null });
        expect(incident['errorMessage']).toMatch(new RegExp(`'kind'.*'STRING'.*'${found}'`));
        expect(await world.jobs(key)).toEqual([]);

        // when
        const type = world.name('fixed');
        await world.setVariables(key, { kind: type });
        await world.resolve(incident);

        // then
        await world.complete(await world.job(type));
        expect(await world.incidents(key)).toEqual([]);
        expect(await world.state(key)).toBe('COMPLETED');
      }
    },
  );

  scenario(
    68,
    'retries that are no number are an incident; once fixed and resolved the job is offered',
    async (world) => {
      // given
      const { key, type } = await startOneTask(world, { task: { retries: '= tries' }, variables: { tries: 'many' } });
      const incident = await world.incident(key);
      expect(incident['errorMessage']).toMatch(/'tries'.*'NUMBER'.*'STRING'/);

      // when
      await world.setVariables(key, { tries: 2 });
      await world.resolve(incident);

      // then
      expect(await world.activate(type)).toMatchObject([{ retries: 2 }]);
    },
  );

  scenario(
    69,
    'custom headers arrive as the text of a JSON object, which is empty when there are none',
    async (world) => {
      // given
      const headers = { template: 'letter "A"', language: 'français', empty: '' };
      const { type } = await startOneTask(world, { task: { headers } });
      const bare = await startOneTask(world);
      const ask = async (jobType: string) => {
        const request = { type: jobType, worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: -1 };
        const stream = world.raw.stream('ActivateJobs', request);
        const [message] = (await stream.toArray()) as [{ jobs: readonly { customHeaders: string }[] }];
        return message.jobs[0]?.customHeaders;
      };

      // when
      const [full, none] = [await ask(type), await ask(bare.type)];

      // then
      expect(JSON.parse(full ?? '')).toEqual(headers);
      expect(none).toBe('{}');
    },
  );

  scenario(
    70,
    'a worker gets all visible variables, or only those it fetches; a missing one is left out',
    async (world) => {
      // given
      const variables = { street: 'Wetstraat', nothing: null, parts: { number: 16 } };
      const task = { inputs: { parts: '= "of the task"' } };
      const fetched = async (fetchVariable: readonly string[]) => {
        const { type } = await startOneTask(world, { task, variables });
        const [job] = await world.activate(type, { fetchVariable });
        return job?.variables;
      };

      // when, then
      expect(await fetched([])).toEqual({ street: 'Wetstraat', nothing: null, parts: 'of the task' });
      expect(await fetched(['street', 'parts', 'missing'])).toEqual({ street: 'Wetstraat', parts: 'of the task' });
      expect(await fetched(['nothing'])).toEqual({ nothing: null });
      expect(await fetched(['missing'])).toEqual({});
    },
  );

  scenario(71, 'a worker gets at most as many jobs as it asks for, the oldest first', async (world) => {
    // given
    const [id, type] = [world.name('queue'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    const keys: string[] = [];
    for (let at = 0; at < 5; at += 1) keys.push(await world.create(id));

    // when
    const [first, second] = [await world.activate(type, { max: 2 }), await world.activate(type, { max: 2 })];
    const [oldest] = first;
    if (oldest === undefined) throw new Error('Expected a job');
    await world.fail(oldest, { retries: 1 });
    const rest = await world.activate(type, { max: 10 });

    // then
    const instancesOf = (jobs: readonly { processInstanceKey: string }[]) =>
      jobs.map(({ processInstanceKey }) => processInstanceKey);
    expect(instancesOf(first)).toEqual(keys.slice(0, 2));
    expect(instancesOf(second)).toEqual(keys.slice(2, 4));
    expect(instancesOf(rest)).toEqual([keys[0], keys[4]]);
    expect(await world.activate(type)).toEqual([]);
  });

  scenario(72, 'a job is handed out once, until its lease is over', async (world) => {
    // given
    const [short, long] = [await startOneTask(world), await startOneTask(world)];
    const [held] = await world.activate(long.type, { timeout: 20_000 });
    await world.activate(short.type, { timeout: 10_000 });

    // when
    const before = [await world.activate(short.type), await world.activate(long.type)];
    await world.advance(15_000);
    const [afterShort, stillHeld] = [await world.activate(short.type), await world.activate(long.type)];
    await world.advance(10_000);
    const afterLong = await world.activate(long.type, { worker: 'another' });

    // then
    expect(before).toEqual([[], []]);
    expect(afterShort).toHaveLength(1);
    expect(stillHeld).toEqual([]);
    expect(afterLong).toMatchObject([{ key: held?.key, retries: held?.retries }]);
  });

  scenario(91, 'an invalid type, lease or number of jobs is refused', async (world) => {
    // given
    const valid = { type: 'any', worker: 'w', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: -1 };
    const polled = (wrong: object) => world.refusal(world.raw.stream('ActivateJobs', { ...valid, ...wrong }).toArray());
    const streamed = (wrong: object) =>
      world.refusal(world.raw.stream('StreamActivatedJobs', { ...valid, ...wrong }).toArray());
    const asked = async (wrong: object) =>
      (await world.rest.ask('POST', '/jobs/activation', { ...valid, ...wrong })).status;

    // when, then
    for (const [wrong, words] of [
      [{ type: '' }, /type.*blank/],
      [{ type: ' ' }, /type.*blank/],
      [{ timeout: 0 }, /timeout greater than 0.*0/],
      [{ timeout: -1 }, /timeout greater than 0.*-1/],
    ] as const) {
      for (const refusal of [await polled(wrong), await streamed(wrong)]) {
        expect(refusal).toEqual({ code: status.INVALID_ARGUMENT, details: expect.stringMatching(words) });
      }
      expect(await asked(wrong)).toBe(400);
    }
    for (const maxJobsToActivate of [0, -1]) {
      expect(await polled({ maxJobsToActivate })).toEqual({
        code: status.INVALID_ARGUMENT,
        details: expect.stringMatching(/maxJobsToActivate/),
      });
      expect(await asked({ maxJobsToActivate })).toBe(400);
    }
  });

  scenario(91, 'a worker without a name gets jobs like any other', async (world) => {
    // given
    const { type, key } = await startOneTask(world);

    // when
    const jobs = await world.activate(type, { worker: '' });

    // then
    expect(jobs).toMatchObject([{ processInstanceKey: key }]);
  });

  scenario(92, 'two workers never process the same activation', async (world) => {
    // given
    const [id, type, amount] = [world.name('shared'), world.name('work'), 40];
    await world.deploy(oneTask(id, { type }));
    const handled: string[] = [];
    const work = () =>
      world.client.createWorker({
        taskType: type,
        maxJobsToActivate: 3,
        timeout: 60_000,
        longPoll: 10_000,
        loglevel: 'NONE',
        taskHandler: (job) => {
          handled.push(job.key);
          return job.complete();
        },
      });
    const workers = [work(), work()];

    // when
    await Promise.all(Array.from({ length: amount }, () => world.create(id)));
    await vi.waitFor(async () => expect(await world.instances(id, 'COMPLETED')).toHaveLength(amount), {
      timeout: 10_000,
    });
    await Promise.all(workers.map((worker) => worker.close()));

    // then
    expect(handled).toHaveLength(amount);
    expect(new Set(handled).size).toBe(amount);
  });

  scenario(92, 'polls at one moment share the jobs between them', async (world) => {
    // given
    const [id, type] = [world.name('shared'), world.name('work')];
    await world.deploy(oneTask(id, { type }));
    await Promise.all(Array.from({ length: 20 }, () => world.create(id)));

    // when
    const polls = await Promise.all(Array.from({ length: 8 }, () => world.activate(type, { max: 4 })));

    // then
    const keys = polls.flat().map(({ key }) => key);
    expect(keys).toHaveLength(20);
    expect(new Set(keys).size).toBe(20);
  });
});
