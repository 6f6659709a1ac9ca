import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

/** A one-task instance whose job a worker has, leased for so many milliseconds. */
const startWorked = async (world: World, timeout = 60_000) => {
  const { type, key } = await startOneTask(world, { variables: { given: true } });
  const [job] = await world.activate(type, { timeout });
  if (job === undefined) throw new Error('Expected a job, but none was offered');
  return { type, key, job };
};

const resultOf = async (world: World, answer: (jobKey: string) => Promise<unknown>) => {
  const { key, job } = await startWorked(world);
  await answer(job.key);
  expect(await world.state(key)).toBe('COMPLETED');
  return world.variables(key);
};

const unknownKey = '4503599627370497';

scenarios('JB', 'Jobs as workers answer them', (scenario) => {
  scenario(73, 'a worker whose lease is over may still complete the job, until somebody else did', async (world) => {
    // given
    const { type, key, job } = await startWorked(world, 10_000);
    const beside = await startWorked(world, 10_000);
    await world.advance(11_000);
    const [again] = await world.activate(beside.type, { worker: 'second' });

    // when: nobody took the one, somebody has the other
    await world.complete(job, { late: true });
    await world.complete(beside.job, { late: true });

    // then
    expect(again?.key).toBe(beside.job.key);
    expect(await world.activate(type)).toEqual([]);
    expect(await world.variables(key)).toEqual({ given: true, late: true });
    expect(await world.refusal(world.complete(beside.job))).toMatchObject({ code: status.NOT_FOUND });
  });

  scenario(74, 'a job completes with variables, with null, or with nothing', async (world) => {
    const complete = (variables: string) =>
      resultOf(world, (jobKey) => world.raw.call('CompleteJob', { jobKey, variables }));

    expect(await complete('{"x":1,"given":false}')).toEqual({ x: 1, given: false });
    expect(await complete(' { "x" : [ 1 ] } ')).toEqual({ x: [1], given: true });
    expect(await complete('null')).toEqual({ given: true });
    expect(await complete('')).toEqual({ given: true });
    expect(await complete('{}')).toEqual({ given: true });
    expect(await resultOf(world, (jobKey) => world.client.completeJob({ jobKey, variables: { text: 'ok' } }))).toEqual({
      text: 'ok',
      given: true,
    });
    expect(await resultOf(world, (jobKey) => world.rest.ask('POST', `/jobs/${jobKey}/completion`, {}))).toEqual({
      given: true,
    });
  });

  scenario(74, 'a result that is no JSON object is refused and the job stays with its worker', async (world) => {
    // given
    const { key, job } = await startWorked(world);

    // when
    const refusals = await Promise.all(
      ['[1]', '"text"', '1', '{', '{"n":92233720368547758080}'].map((variables) =>
        world.refusal(world.raw.call('CompleteJob', { jobKey: job.key, variables })),
      ),
    );

    // then
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => status.INVALID_ARGUMENT));
    expect(await world.jobs(key)).toMatchObject([{ state: 'CREATED', worker: 'conformance' }]);
    await world.complete(job);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(75, 'completing an unknown job, or one twice, is NOT_FOUND', async (world) => {
    // given
    const { key, job } = await startWorked(world);
    await world.complete(job);

    // when
    const [unknown, twice] = [
      await world.refusal(world.complete({ key: unknownKey })),
      await world.refusal(world.complete(job)),
    ];

    // then
    for (const [refusal, jobKey] of [
      [unknown, unknownKey],
      [twice, job.key],
    ] as const) {
      expect(refusal.code).toBe(status.NOT_FOUND);
      expect(refusal.details).toMatch(
        new RegExp(`^Command 'COMPLETE' rejected with code 'NOT_FOUND': .*'${jobKey}'.*no such job was found`),
      );
    }
    expect(await world.state(key)).toBe('COMPLETED');
    expect((await world.rest.ask('POST', `/jobs/${job.key}/completion`, {})).status).toBe(404);
  });

  scenario(75, 'a job that failed without retries cannot be completed, failed or thrown from', async (world) => {
    // given
    const { key, job } = await startWorked(world);
    await world.fail(job);

    // when
    const refusals = [
      await world.refusal(world.complete(job)),
      await world.refusal(world.fail(job, { retries: 1 })),
      await world.refusal(world.throwError(job, 'any')),
    ];

    // then
    for (const { code, details } of refusals) {
      expect(code).toBe(status.FAILED_PRECONDITION);
      expect(details).toMatch(new RegExp(`rejected with code 'INVALID_STATE': .*'${job.key}'.*'FAILED'`));
    }
    expect(await world.incidents(key)).toHaveLength(1);
  });

  scenario(76, 'a job that fails with retries is offered at once, with the retries that were sent', async (world) => {
    // given
    const { type, key, job } = await startWorked(world);

    // when
    await world.fail(job, { retries: 8, errorMessage: 'later' });

    // then
    expect(await world.incidents(key)).toEqual([]);
    expect(await world.jobs(key)).toMatchObject([{ state: 'FAILED', errorMessage: 'later', retries: 8 }]);
    expect(await world.activate(type)).toMatchObject([{ key: job.key, retries: 8, variables: { given: true } }]);
  });

  scenario(76, 'a job that nobody activated may be failed', async (world) => {
    // given
    const { type, key } = await startOneTask(world);
    const [offered] = await world.jobs(key);

    // when
    await world.fail({ key: String(offered?.['jobKey']) }, { retries: 1 });

    // then
    expect(await world.activate(type)).toMatchObject([{ retries: 1 }]);
  });

  scenario(77, 'a job that fails with a back-off is not offered before its time', async (world) => {
    // given
    const [slow, quick] = [await startWorked(world), await startWorked(world)];

    // when
    await world.fail(slow.job, { retries: 2, retryBackOff: 30_000 });
    await world.fail(quick.job, { retries: 2, retryBackOff: 10_000 });

    // then
    expect([await world.activate(slow.type), await world.activate(quick.type)]).toEqual([[], []]);
    expect(await world.incidents(slow.key)).toEqual([]);
    expect(await world.refusal(world.complete(slow.job))).toMatchObject({ code: status.FAILED_PRECONDITION });
    await world.advance(20_000);
    expect(await world.activate(quick.type)).toMatchObject([{ key: quick.job.key, retries: 2 }]);
    expect(await world.activate(slow.type)).toEqual([]);
    await world.advance(15_000);
    expect(await world.activate(slow.type)).toMatchObject([{ key: slow.job.key, retries: 2 }]);
  });

  scenario(
    78,
    'a job without retries left, or with fewer than none, is an incident with its message',
    async (world) => {
      for (const retries of [0, -1]) {
        // given
        const { type, key, job } = await startWorked(world);

        // when
        await world.fail(job, { retries, errorMessage: 'the register does not answer' });

        // then
        expect(await world.incident(key)).toMatchObject({
          errorType: 'JOB_NO_RETRIES',
          errorMessage: 'the register does not answer',
          elementId: 'work',
          elementInstanceKey: job.elementInstanceKey,
          jobKey: job.key,
        });
        expect(await world.activate(type)).toEqual([]);
        expect(await world.state(key)).toBe('ACTIVE');
      }
    },
  );

  scenario(78, 'the incident of a failure without a message says that no retries are left', async (world) => {
    // given
    const { key, job } = await startWorked(world);

    // when
    await world.fail(job);

    // then
    expect((await world.incident(key))['errorMessage']).toMatch(/retries left/);
  });

  scenario(79, 'variables of a failure are seen in the task and nowhere else', async (world) => {
    // given
    const { type, key, job } = await startWorked(world);

    // when
    await world.fail(job, { retries: 1, variables: { attempt: 1, given: 'in the task' } });

    // then
    expect(await world.variables(key)).toEqual({ given: true });
    expect(await world.variables(job.elementInstanceKey)).toEqual({ attempt: 1, given: 'in the task' });
    const again = await world.job(type);
    expect(again.variables).toEqual({ attempt: 1, given: 'in the task' });
    await world.complete(again, { attempt: 2, result: 'done' });
    expect(await world.variables(key)).toEqual({ given: true, result: 'done' });
  });

  scenario(80, 'retries cannot be set below one; raised and resolved, the job is offered again', async (world) => {
    // given
    const { type, key, job } = await startWorked(world);
    await world.fail(job);
    const update = (retries: number, jobKey = job.key) => world.raw.call('UpdateJobRetries', { jobKey, retries });

    // when
    const refusals = [await world.refusal(update(0)), await world.refusal(update(-1))];
    const unknown = await world.refusal(update(1, unknownKey));
    await update(4);
    const beforeResolution = await world.activate(type);
    await world.resolve(await world.incident(key));

    // then
    for (const [at, { code, details }] of refusals.entries()) {
      expect(code).toBe(status.INVALID_ARGUMENT);
      expect(details).toMatch(new RegExp(`'UPDATE_RETRIES'.*'${job.key}'.*positive.*'${-at}'`));
    }
    expect(unknown).toMatchObject({ code: status.NOT_FOUND });
    expect(beforeResolution).toEqual([]);
    expect(await world.incidents(key)).toEqual([]);
    expect(await world.activate(type)).toMatchObject([{ key: job.key, retries: 4 }]);
  });

  scenario(80, 'retries may be changed whatever state the job is in', async (world) => {
    // given
    const { type, key, job } = await startWorked(world);

    // when
    await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 9 });

    // then
    expect(await world.jobs(key)).toMatchObject([{ state: 'RETRIES_UPDATED', retries: 9 }]);
    await world.fail(job, { retries: 2 });
    await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 7 });
    expect(await world.activate(type)).toMatchObject([{ retries: 7 }]);
  });

  scenario(
    81,
    'an incident of a job without retries cannot be resolved, and one cannot be resolved twice',
    async (world) => {
      // given
      const { key, job } = await startWorked(world);
      await world.fail(job);
      const incident = await world.incident(key);

      // when
      const { code, details } = await world.refusal(world.resolve(incident));
      const stillOpen = await world.incidents(key);
      await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 1 });
      await world.resolve(incident);
      const twice = await world.refusal(world.resolve(incident));

      // then
      expect(code).toBe(status.FAILED_PRECONDITION);
      expect(details).toMatch(new RegExp(`'RESOLVE'.*'${String(incident['incidentKey'])}'.*no retries left`));
      expect(stillOpen).toEqual([incident]);
      expect(twice).toMatchObject({ code: status.NOT_FOUND });
    },
  );

  scenario(82, 'the lease of a job can be made longer or shorter, counted from now', async (world) => {
    // given
    const [longer, shorter] = [await startWorked(world, 10_000), await startWorked(world, 300_000)];
    const extend = (jobKey: string, timeout: number) => world.raw.call('UpdateJobTimeout', { jobKey, timeout });

    // when
    await extend(longer.job.key, 60_000);
    await extend(shorter.job.key, 10_000);
    await world.advance(20_000);

    // then
    expect(await world.activate(shorter.type)).toMatchObject([{ key: shorter.job.key, retries: 3 }]);
    expect(await world.activate(longer.type)).toEqual([]);
    await world.advance(50_000);
    expect(await world.activate(longer.type)).toMatchObject([{ key: longer.job.key }]);
  });

  scenario(82, 'the lease of an unknown job, or of one that nobody has, cannot be changed', async (world) => {
    // given
    const { key } = await startOneTask(world);
    const [offered] = await world.jobs(key);
    const over = await startWorked(world, 10_000);
    await world.advance(11_000);
    const extend = (jobKey: unknown) => world.refusal(world.raw.call('UpdateJobTimeout', { jobKey, timeout: 60_000 }));

    // when
    const refusals = [await extend(unknownKey), await extend(offered?.['jobKey']), await extend(over.job.key)];

    // then
    expect(refusals.map(({ code }) => code)).toEqual([
      status.NOT_FOUND,
      status.FAILED_PRECONDITION,
      status.FAILED_PRECONDITION,
    ]);
    expect(refusals[1]?.details).toMatch(/'UPDATE_TIMEOUT'.*'ACTIVATABLE'/);
  });
});
