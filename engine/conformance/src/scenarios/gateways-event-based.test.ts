import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { awaitedMessages } from '../kit/queries.ts';

const HOUR = 3_600_000;

interface Waiting {
  readonly id: string;
  readonly instance: string;
  readonly message: string;
  readonly signal: string;
}

/** Starts an instance that waits for an hour to pass, a message or a signal, whatever comes first. */
const startWaiting = async (world: World): Promise<Waiting> => {
  const id = world.name('wait');
  const [message, signal] = [`${id}_paid`, `${id}_closed`];
  await world.deploy(
    bpmnProcess(id)
      .start('begin')
      .eventBasedGateway('first')
      .branch((path) =>
        path
          .catchEvent('hour', { event: { timer: { duration: 'PT1H' } } })
          .serviceTask('remind', { type: id })
          .end(),
      )
      .branch((path) =>
        path
          .catchEvent('paid', { event: { message, correlationKey: '= order' } })
          .serviceTask('thank', { type: id })
          .end(),
      )
      .branch((path) => path.catchEvent('closed', { event: { signal } }).serviceTask('archive', { type: id }).end())
      .toXml(),
  );
  const instance = await world.create(id, { order: id });
  expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'first']);
  return { id, instance, message, signal };
};

/** Lets everything happen that the instance waited for. */
const triggerAll = async (world: World, { id, message, signal }: Waiting) => {
  await world.advance(2 * HOUR);
  await world.publish(message, id);
  await world.broadcast(signal);
};

/** Expects that the instance went over this event and task, and that nothing else can come any more. */
const expectOnly = async (world: World, waiting: Waiting, event: string, task: string) => {
  const { id, instance } = waiting;
  const passed = [id, 'begin', 'first', event, task];
  expect(await world.elements(instance)).toEqual(passed);
  await triggerAll(world, waiting);
  expect(await world.elements(instance)).toEqual(passed);
  await world.complete(await world.job(id));
  expect(await world.state(instance)).toBe('COMPLETED');
};

scenarios('GW', 'Event-based gateway', (scenario) => {
  scenario(63, 'when the timer is first, message and signal come too late', async (world) => {
    const waiting = await startWaiting(world);
    await world.advance(HOUR);
    expect(await awaitedMessages(world, waiting.instance)).toEqual([]);
    await expectOnly(world, waiting, 'hour', 'remind');
  });

  scenario(63, 'when the message is first, timer and signal come too late', async (world) => {
    const waiting = await startWaiting(world);
    await world.publish(waiting.message, waiting.id, { variables: { paid: 12 } });
    expect(await world.variables(waiting.instance)).toEqual({ order: waiting.id, paid: 12 });
    await expectOnly(world, waiting, 'paid', 'thank');
  });

  scenario(63, 'when the signal is first, timer and message come too late', async (world) => {
    const waiting = await startWaiting(world);
    await world.broadcast(waiting.signal, { closedBy: 'mayor' });
    expect(await awaitedMessages(world, waiting.instance)).toEqual([]);
    expect(await world.variables(waiting.instance)).toEqual({ order: waiting.id, closedBy: 'mayor' });
    await expectOnly(world, waiting, 'closed', 'archive');
  });

  scenario(64, 'of two timers that fall due together one wins', async (world) => {
    // given
    const id = world.name('tie');
    const hour = { event: { timer: { duration: 'PT1H' } } };
    await world.deploy(
      bpmnProcess(id)
        .start()
        .eventBasedGateway('first')
        .branch((path) => path.catchEvent('one', hour).serviceTask('afterOne', { type: id }).end())
        .branch((path) => path.catchEvent('two', hour).serviceTask('afterTwo', { type: id }).end())
        .toXml(),
    );
    const instance = await world.create(id);

    // when
    await world.advance(HOUR);

    // then
    const job = await world.job(id);
    expect(['afterOne', 'afterTwo']).toContain(job.elementId);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, job.elementId]);
    await world.complete(job);
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(65, 'of two messages published at once one wins', async (world) => {
    // given
    const id = world.name('tie');
    const [yes, no] = [`${id}_yes`, `${id}_no`];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .eventBasedGateway('first')
        .branch((path) =>
          path
            .catchEvent('yes', { event: { message: yes, correlationKey: '= order' } })
            .serviceTask('afterYes', { type: id })
            .end(),
        )
        .branch((path) =>
          path
            .catchEvent('no', { event: { message: no, correlationKey: '= order' } })
            .serviceTask('afterNo', { type: id })
            .end(),
        )
        .toXml(),
    );
    const instance = await world.create(id, { order: id });

    // when
    await Promise.all([no, yes].map((message) => world.publish(message, id, { timeToLive: HOUR })));

    // then
    const job = await world.job(id);
    expect(['afterYes', 'afterNo']).toContain(job.elementId);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, job.elementId]);
    expect(await awaitedMessages(world, instance)).toEqual([]);
    await world.complete(job);
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(66, 'a gateway that ends with its scope waits for nothing any more', async (world) => {
    // given
    const id = world.name('withdrawn');
    const [message, signal, withdrawn] = [`${id}_paid`, `${id}_closed`, `${id}_withdrawn`];
    await world.deploy(
      bpmnProcess(id)
        .start('begin')
        .subProcess('scope', (scope) =>
          scope
            .start('s')
            .eventBasedGateway('first')
            .branch((path) => path.catchEvent('hour', { event: { timer: { duration: 'PT1H' } } }).end())
            .branch((path) => path.catchEvent('paid', { event: { message, correlationKey: '= order' } }).end())
            .branch((path) => path.catchEvent('closed', { event: { signal } }).end()),
        )
        .boundary('withdrawn', { event: { message: withdrawn, correlationKey: '= order' } }, (path) =>
          path.serviceTask('archive', { type: id }).end('archived'),
        )
        .end('over')
        .toXml(),
    );
    const instance = await world.create(id, { order: id });
    expect(await awaitedMessages(world, instance)).toEqual(['paid', 'withdrawn']);

    // when
    await world.publish(withdrawn, id);
    await triggerAll(world, { id, instance, message, signal });

    // then
    expect(await awaitedMessages(world, instance)).toEqual([]);
    expect(await world.elements(instance)).toEqual([id, 'begin', 'scope', 's', 'first', 'withdrawn', 'archive']);
    expect(await world.elements(instance, 'TERMINATED')).toEqual(['scope', 'first']);
    await world.complete(await world.job(id));
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(66, 'a gateway of a canceled instance takes no message out of the buffer', async (world) => {
    // given
    const waiting = await startWaiting(world);
    const { id, instance, message } = waiting;

    // when
    await world.cancel(instance);
    await world.publish(message, id, { timeToLive: 24 * HOUR });
    await triggerAll(world, waiting);

    // then
    expect(await world.state(instance)).toBe('TERMINATED');
    expect(await world.elements(instance)).toEqual([id, 'begin', 'first']);

    // and the message is there for the next who waits
    const next = await world.create(id, { order: id });
    expect(await world.elements(next, 'ACTIVE')).toEqual([id, 'thank']);
  });
});
