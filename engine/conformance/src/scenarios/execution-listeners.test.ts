import { status } from '@grpc/grpc-js';
import { type JobTaskOptions, type ListenerOptions, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { both, listening } from '../kit/listening.ts';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { awaitedMessages } from '../kit/queries.ts';
import { completeEach } from '../kit/commands.ts';

type Moment = ListenerOptions['on'];

interface ListenedOptions extends Partial<JobTaskOptions> {
  readonly variables?: object;
}

/** Starts a task with two listeners of each moment: `first_start`, `second_start`, the work, `first_end`, `second_end`. */
const startListened = async (world: World, { variables = {}, ...task }: ListenedOptions = {}) => {
  const stem = world.name('listener');
  const of = (listener: 'first' | 'second', on: Moment) => `${stem}_${listener}_${on}`;
  const listeners = both.flatMap((on) => [
    { on, type: of('first', on) },
    { on, type: of('second', on) },
  ]);
  return { ...(await startOneTask(world, { task: { listeners, ...task }, variables })), of };
};

scenarios('EL', 'Execution listeners', (scenario) => {
  scenario(204, 'listeners speak in their order, before the work and after it', async (world) => {
    // given
    const { key, type, of } = await startListened(world);
    const order = [of('first', 'start'), of('second', 'start'), type, of('first', 'end'), of('second', 'end')];

    // when, then
    for (const [at, next] of order.entries()) {
      const job = await world.job(next);
      for (const later of order.slice(at + 1)) expect(await world.activate(later)).toEqual([]);
      expect(await world.elements(key, 'ACTIVE')).toContain('work');
      expect(await world.elements(key)).not.toContain('end');
      await world.complete(job);
    }
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.jobs(key)).toMatchObject([
      { kind: 'EXECUTION_LISTENER', listenerEventType: 'START', elementId: 'work', state: 'COMPLETED' },
      { kind: 'EXECUTION_LISTENER', listenerEventType: 'START' },
      { kind: 'BPMN_ELEMENT' },
      { kind: 'EXECUTION_LISTENER', listenerEventType: 'END' },
      { kind: 'EXECUTION_LISTENER', listenerEventType: 'END' },
    ]);
  });

  scenario(204, 'a start listener sees the input mappings, and nothing can interrupt its task yet', async (world) => {
    // given
    const [id, type, stop] = [world.name('listened'), world.name('work'), world.name('stop')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .serviceTask('work', { type, inputs: { local: '= x + 1' }, listeners: listening(type, 'start') })
        .boundary('stopped', { event: { message: stop, correlationKey: '= id' } }, (path) => path.end())
        .end()
        .toXml(),
    );
    const key = await world.create(id, { x: 1, id });

    // when
    const job = await world.job(`${type}_start`);

    // then
    expect(job.variables).toEqual({ x: 1, id, local: 2 });
    expect(await awaitedMessages(world, key)).toEqual([]);
    await world.complete(job);
    expect(await awaitedMessages(world, key)).toEqual(['stopped']);
    await world.publish(stop, id);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(204, 'an end listener sees what the output mappings wrote', async (world) => {
    const { type, of } = await startListened(world, { outputs: { mapped: '= result + 1' } });
    await completeEach(world, of('first', 'start'), of('second', 'start'));
    await world.complete(await world.job(type), { result: 1 });
    expect((await world.job(of('first', 'end'))).variables).toEqual({ mapped: 2, result: 1 });
  });

  scenario(204, 'type, retries and headers of a listener are those of the model', async (world) => {
    // given
    const kind = world.name('kind');
    const listeners = [{ on: 'start', type: '= kind', retries: '= 2 + 3', headers: { color: 'red' } }] as const;
    const { key } = await startOneTask(world, { task: { listeners }, variables: { kind } });

    // when, then
    expect(await world.job(kind)).toMatchObject({
      processInstanceKey: key,
      elementId: 'work',
      retries: 5,
      customHeaders: { color: 'red' },
    });
  });

  scenario(205, 'variables of a start listener stay with the element', async (world) => {
    // given
    const { key, type, of } = await startListened(world, { variables: { x: 0 } });
    const { elementInstanceKey } = await world.element(key, 'work');

    // when
    await world.complete(await world.job(of('first', 'start')), { x: 1, local: 1 });

    // then
    const second = await world.job(of('second', 'start'));
    expect(second.variables).toEqual({ x: 1, local: 1 });
    expect(await world.variables(String(elementInstanceKey))).toEqual({ x: 1, local: 1 });
    await world.complete(second);
    expect((await world.job(type)).variables).toEqual({ x: 1, local: 1 });
    expect(await world.variables(key)).toEqual({ x: 0 });
  });

  scenario(
    205,
    'variables of an end listener go to the scope around, past the locals of the element',
    async (world) => {
      // given
      const { key, type, of } = await startListened(world, { variables: { x: 0 }, inputs: { x: '= 7' } });
      await completeEach(world, of('first', 'start'), of('second', 'start'), type);

      // when
      await world.complete(await world.job(of('first', 'end')), { x: 1, found: true });
      const second = await world.job(of('second', 'end'));

      // then
      expect(await world.variables(key)).toEqual({ x: 1, found: true });
      expect(second.variables).toEqual({ x: 7, found: true });
      await world.complete(second);
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  scenario(206, 'a listener that fails is asked again after its back-off', async (world) => {
    // given
    const { of } = await startListened(world);
    const type = of('first', 'start');
    const job = await world.job(type);
    expect(job.retries).toBe(3);

    // when
    await world.fail(job, { retries: 2, retryBackOff: 60_000, variables: { hint: 'closed' } });

    // then
    expect(await world.activate(type)).toEqual([]);
    await world.advance(60_000);
    expect(await world.job(type)).toMatchObject({ key: job.key, retries: 2, variables: { hint: 'closed' } });
    expect(await world.activate(of('second', 'start'))).toEqual([]);
  });

  for (const on of both) {
    scenario(206, `without retries an ${on} listener is an incident; resolved, it goes on there`, async (world) => {
      // given
      const { key, type, of } = await startListened(world);
      const before = on === 'start' ? [] : [of('first', 'start'), of('second', 'start'), type];
      await completeEach(world, ...before, of('first', on));
      const job = await world.job(of('second', on));

      // when
      await world.fail(job, { errorMessage: 'the register is closed' });

      // then
      const incident = await world.incident(key);
      expect(incident).toMatchObject({
        errorType: 'EXECUTION_LISTENER_NO_RETRIES',
        elementId: 'work',
        jobKey: job.key,
      });
      expect(incident['errorMessage']).toContain('the register is closed');
      expect(await world.refusal(world.resolve(incident))).toMatchObject({ code: status.FAILED_PRECONDITION });
      await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 1 });
      await world.resolve(incident);
      expect(await world.activate(of('first', on))).toEqual([]);
      const after = on === 'start' ? [type, of('first', 'end'), of('second', 'end')] : [];
      await completeEach(world, of('second', on), ...after);
      expect(await world.state(key)).toBe('COMPLETED');
    });
  }

  scenario(
    206,
    'a listener whose type cannot be evaluated is an incident; those before it are not asked again',
    async (world) => {
      // given
      const type = world.name('listener');
      const listeners = [...listening(type, 'start'), { on: 'start', type: '= kind' }] as const;
      const { key } = await startOneTask(world, { task: { listeners, inputs: { round: '= x' } }, variables: { x: 1 } });
      await completeEach(world, `${type}_start`);
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work' });

      // when
      await world.setVariables(key, { kind: `${type}_mended` });
      await world.resolve(incident);

      // then
      expect(await world.job(`${type}_mended`)).toMatchObject({ processInstanceKey: key });
      expect(await world.activate(`${type}_start`)).toEqual([]);
    },
  );

  scenario(206, 'a listener cannot throw an error of the process', async (world) => {
    // given
    const { key, of } = await startListened(world);
    const job = await world.job(of('first', 'start'));

    // when
    const { code, details } = await world.refusal(world.throwError(job, 'any'));

    // then
    expect([code, details]).toEqual([status.FAILED_PRECONDITION, expect.stringContaining('listener')]);
    expect(await world.incidents(key)).toEqual([]);
    await world.complete(job);
  });

  scenario(206, 'a listener that waits ends with its instance', async (world) => {
    const { key, of } = await startListened(world);
    const job = await world.job(of('first', 'start'));
    await world.cancel(key);
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.state(key)).toBe('TERMINATED');
  });

  scenario(206, 'what interrupts a task takes the listener along that still works for it', async (world) => {
    // given
    const [id, type] = [world.name('listened'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .serviceTask('work', { type, listeners: listening(type, 'end') })
        .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('tooLate'))
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);
    await completeEach(world, type);
    const job = await world.job(`${type}_end`);

    // when
    await world.advance(3_600_000);

    // then
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.elements(key)).toContain('tooLate');
    expect(await world.elements(key)).not.toContain('regular');
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
