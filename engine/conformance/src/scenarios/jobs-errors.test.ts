import { status } from '@grpc/grpc-js';
import { bpmnProcess, type BoundaryOptions, type JobTaskOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

interface CaughtOptions {
  readonly event: BoundaryOptions;
  readonly task?: Partial<JobTaskOptions>;
  readonly variables?: object;
}

/** Starts a task with an error boundary event that leads to a task `handle`; gives the job that will throw. */
const startCaught = async (world: World, { event, task = {}, variables = {} }: CaughtOptions) => {
  const [id, type, handle] = [world.name('caught'), world.name('work'), world.name('handle')];
  await world.deploy(
    bpmnProcess(id)
      .start()
      .serviceTask('work', { ...task, type })
      .boundary('failed', event, (path) => path.serviceTask('handling', { type: handle }).end())
      .end('regular')
      .toXml(),
  );
  const key = await world.create(id, variables);
  return { key, type, handle, job: await world.job(type) };
};

scenarios('JB', 'Errors that workers throw', (scenario) => {
  scenario(83, 'an error is caught by a boundary event with its code', async (world) => {
    // given
    const { key, job, handle } = await startCaught(world, { event: { event: { error: 'no-address' } } });

    // when
    await world.throwError(job, 'no-address', { errorMessage: 'unknown street' });

    // then
    expect(await world.jobs(key)).toMatchObject([
      { state: 'ERROR_THROWN', errorCode: 'no-address', errorMessage: 'unknown street' },
      { elementId: 'handling' },
    ]);
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('regular');
  });

  scenario(83, 'an error is caught by a boundary event without a code', async (world) => {
    // given
    const { key, job, handle } = await startCaught(world, { event: { event: { error: null } } });

    // when
    await world.throwError(job, 'anything');

    // then
    expect(await world.activate(handle)).toMatchObject([{ processInstanceKey: key }]);
  });

  scenario(83, 'an error is caught by an event sub-process', async (world) => {
    // given
    const [id, type, handle] = [world.name('caught'), world.name('work'), world.name('handle')];
    await world.deploy(
      bpmnProcess(id)
        .eventSubProcess('onError', (path) =>
          path
            .start('failed', { event: { error: 'no-address' } })
            .serviceTask('handling', { type: handle })
            .end('handled'),
        )
        .start()
        .serviceTask('work', { type })
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);

    // when
    await world.throwError(await world.job(type), 'no-address', { variables: { street: 'unknown' } });

    // then
    const handling = await world.job(handle);
    expect(handling.variables).toEqual({ street: 'unknown' });
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
    await world.complete(handling);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ street: 'unknown' });
    expect(await world.elements(key)).not.toContain('regular');
  });

  scenario(83, 'an error that the called process does not catch is caught where it was called', async (world) => {
    // given
    const [parent, child] = [world.name('parent'), world.name('child')];
    const [type, handle] = [world.name('work'), world.name('handle')];
    await world.deploy(
      bpmnProcess(child).start().serviceTask('work', { type }).end('childEnd').toXml(),
      bpmnProcess(parent)
        .start()
        .callActivity('call', { processId: child })
        .boundary('failed', { event: { error: 'no-address' } }, (path) =>
          path.serviceTask('handling', { type: handle }).end('handled'),
        )
        .end('regular')
        .toXml(),
    );
    const key = await world.create(parent);
    const job = await world.job(type);

    // when
    await world.throwError(job, 'no-address');

    // then
    expect(await world.state(job.processInstanceKey)).toBe('TERMINATED');
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('regular');
  });

  scenario(84, 'an error that nobody catches is an incident; resolved, the job is offered again', async (world) => {
    // given
    const { key, job, type, handle } = await startCaught(world, { event: { event: { error: 'expected' } } });

    // when
    await world.throwError(job, 'surprise', { errorMessage: 'the register is closed' });

    // then
    const incident = await world.incident(key);
    expect(incident).toMatchObject({
      errorType: 'UNHANDLED_ERROR_EVENT',
      elementId: 'work',
      elementInstanceKey: job.elementInstanceKey,
      jobKey: job.key,
    });
    expect(incident['errorMessage']).toMatch(/'surprise'.*'expected'.*the register is closed/);
    expect(await world.activate(type)).toEqual([]);
    for (const answer of [world.complete(job), world.fail(job), world.throwError(job, 'expected')]) {
      const { code, details } = await world.refusal(answer);
      expect(code).toBe(status.FAILED_PRECONDITION);
      expect(details).toContain("'ERROR_THROWN'");
    }
    await world.resolve(incident);
    const again = await world.job(type);
    expect(again).toMatchObject({ key: job.key, retries: 3 });
    await world.throwError(again, 'expected');
    expect(await world.activate(handle)).toHaveLength(1);
  });

  scenario(84, 'an error that nothing could catch is an incident that says so', async (world) => {
    // given
    const { type, key } = await startOneTask(world);

    // when
    await world.throwError(await world.job(type), 'surprise');

    // then
    expect((await world.incident(key))['errorMessage']).toMatch(/'surprise'.*no error is caught/);
  });

  scenario(84, 'throwing for an unknown job is NOT_FOUND, with a bad document INVALID_ARGUMENT', async (world) => {
    // given
    const { type, key } = await startOneTask(world);
    const job = await world.job(type);

    // when
    const unknown = await world.refusal(world.throwError({ key: '4503599627370497' }, 'any'));
    const invalid = await world.refusal(
      world.raw.call('ThrowError', { jobKey: job.key, errorCode: 'any', variables: '[1]' }),
    );

    // then
    expect([unknown.code, invalid.code]).toEqual([status.NOT_FOUND, status.INVALID_ARGUMENT]);
    expect(await world.incidents(key)).toEqual([]);
    await world.complete(job);
  });

  scenario(85, 'without output mappings the variables of an error stay at the boundary event', async (world) => {
    // given
    const { key, job, handle } = await startCaught(world, {
      event: { event: { error: 'no' } },
      variables: { reason: 'unchanged' },
    });

    // when
    await world.throwError(job, 'no', { variables: { reason: 'too late', fee: 12 } });

    // then
    const boundary = await world.element(key, 'failed');
    expect(await world.variables(String(boundary['elementInstanceKey']))).toEqual({ reason: 'too late', fee: 12 });
    expect((await world.job(handle)).variables).toEqual({ reason: 'unchanged' });
    expect(await world.variables(key)).toEqual({ reason: 'unchanged' });
  });

  scenario(85, 'output mappings of the boundary event pick from the variables of the error', async (world) => {
    // given
    const { key, job, handle } = await startCaught(world, {
      event: { event: { error: 'no' }, outputs: { explanation: '= reason + " for " + who', due: '= fee' } },
      variables: { who: 'Alma' },
    });

    // when
    await world.throwError(job, 'no', { variables: { reason: 'too late', fee: 12 } });

    // then
    const expected = { who: 'Alma', explanation: 'too late for Alma', due: 12 };
    expect((await world.job(handle)).variables).toEqual(expected);
    expect(await world.variables(key)).toEqual(expected);
  });

  scenario(85, 'an error does not take the local variables of its task along', async (world) => {
    // given
    const { key, job, handle } = await startCaught(world, {
      event: { event: { error: 'no' } },
      task: { inputs: { local: '= 1' } },
    });

    // when
    await world.throwError(job, 'no');

    // then
    expect((await world.job(handle)).variables).toEqual({});
    expect(await world.variables(key)).toEqual({});
  });

  scenario(86, 'a message of more than 10 000 characters is cut', async (world) => {
    // given
    const long = 'é'.repeat(10_000);
    const [failing, throwing] = [await startOneTask(world), await startOneTask(world)];

    // when
    await world.fail(await world.job(failing.type), { errorMessage: `${long}beyond` });
    await world.throwError(await world.job(throwing.type), 'surprise', { errorMessage: `${long}beyond` });

    // then
    expect((await world.incident(failing.key))['errorMessage']).toBe(long);
    const thrown = String((await world.incident(throwing.key))['errorMessage']);
    expect(thrown).not.toContain('beyond');
    expect(await world.jobs(failing.key)).toMatchObject([{ errorMessage: long }]);
    expect(await world.jobs(throwing.key)).toMatchObject([{ errorMessage: long }]);
  });

  scenario(86, 'a message of exactly 10 000 characters is kept', async (world) => {
    // given
    const { type, key } = await startOneTask(world);
    const message = 'x'.repeat(10_000);

    // when
    await world.fail(await world.job(type), { errorMessage: message });

    // then
    expect((await world.incident(key))['errorMessage']).toBe(message);
  });
});
