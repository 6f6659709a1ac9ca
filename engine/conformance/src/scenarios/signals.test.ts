import { type ElementOptions, type ProcessPath, type ThrowOptions, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

/** Starts on a signal and works. */
const started = (id: string, signal: string, type: string) =>
  bpmnProcess(id).start('hear', { event: { signal } }).serviceTask('work', { type }).end().toXml();

/** Waits for a signal. */
const waiting = (id: string, signal: string, options: ElementOptions = {}) =>
  bpmnProcess(id)
    .start()
    .catchEvent('wait', { ...options, event: { signal } })
    .end()
    .toXml();

/** Works, and hears a signal meanwhile. */
const working = (id: string, type: string) => bpmnProcess(id).start().serviceTask('work', { type });

const threeNames = (world: World) => [world.name('hearing'), world.name('signal'), world.name('work')] as const;

scenarios('SG', 'Signals', (scenario) => {
  scenario(160, 'a signal starts every process that begins with it, with its variables', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    const [other, silent] = [world.name('hearing'), world.name('hearing')];
    await world.deploy(started(id, signal, type), started(other, signal, type), started(silent, `${signal}_2`, type));

    // when
    await world.broadcast(signal, { amount: 1 });

    // then
    const keys = [theOnly(await world.instances(id), 'instance'), theOnly(await world.instances(other), 'instance')];
    for (const key of keys) expect(await world.variables(key)).toEqual({ amount: 1 });
    expect(await world.instances(silent)).toEqual([]);
    expect(await world.activate(type)).toHaveLength(2);
  });

  scenario(160, 'a signal starts only the latest version', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    await world.deploy(started(id, signal, `${type}_first`));
    await world.deploy(started(id, signal, `${type}_second`));

    // when
    await world.broadcast(signal);

    // then
    expect((await world.job(`${type}_second`)).elementId).toBe('work');
    expect(await world.instances(id)).toHaveLength(1);
  });

  scenario(160, 'a signal starts nothing when the latest version does not begin with it', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    await world.deploy(started(id, signal, type));
    await world.deploy(waiting(id, signal));

    // when
    await world.broadcast(signal);

    // then
    expect(await world.instances(id)).toEqual([]);
  });

  scenario(161, 'a signal reaches all who wait for it', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    await world.deploy(waiting(id, signal));
    const keys = [await world.create(id), await world.create(id)];

    // when
    await world.broadcast(signal, { amount: 1 });

    // then
    for (const key of keys) {
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.variables(key)).toEqual({ amount: 1 });
    }
  });

  scenario(161, 'variables of a signal leave the catch event as mapped', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    await world.deploy(waiting(id, signal, { outputs: { total: '= amount * 2' } }));
    const key = await world.create(id);

    // when
    await world.broadcast(signal, { amount: 1, note: 'hello' });

    // then
    expect(await world.variables(key)).toEqual({ total: 2 });
  });

  scenario(161, 'an interrupting boundary event takes a signal once and ends the task', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    const model = working(id, type)
      .boundary('heard', { event: { signal } }, (path) => path.serviceTask('react', { type: `${type}_react` }).end())
      .end()
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await world.broadcast(signal, { amount: 1 });
    await world.broadcast(signal, { amount: 2 });

    // then
    expect((await world.job(`${type}_react`)).variables).toEqual({ amount: 1 });
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
    expect(await world.activate(type)).toEqual([]);
  });

  scenario(161, 'a non-interrupting boundary event takes a signal each time and the task goes on', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    const model = working(id, type)
      .boundary('heard', { event: { signal }, interrupting: false }, (path) => path.end('noted'))
      .end('done')
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await world.broadcast(signal);
    await world.broadcast(signal);
    await world.complete(await world.job(type));

    // then
    await world.reaches(key, 'COMPLETED');
    const ends = (await world.elements(key, 'COMPLETED')).filter(
      (element) => element === 'noted' || element === 'done',
    );
    expect(ends).toEqual(['noted', 'noted', 'done']);
  });

  for (const interrupting of [true, false]) {
    const manner = interrupting ? 'an interrupting' : 'a non-interrupting';
    scenario(161, `${manner} event sub-process takes a signal`, async (world) => {
      // given
      const [id, signal, type] = threeNames(world);
      const react = (path: ProcessPath) =>
        path
          .start('hear', { event: { signal }, interrupting })
          .serviceTask('react', { type: `${type}_react` })
          .end();
      await world.deploy(working(id, type).end().eventSubProcess('reaction', react).toXml());
      const key = await world.create(id);

      // when
      await world.broadcast(signal, { amount: 1 });

      // then
      expect((await world.job(`${type}_react`)).variables).toEqual({ amount: 1 });
      expect(await world.elements(key, 'TERMINATED')).toEqual(interrupting ? ['work'] : []);
      expect(await world.activate(type)).toHaveLength(interrupting ? 0 : 1);
    });
  }

  scenario(161, 'an event-based gateway takes a signal and closes its other events', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    const message = world.name('message');
    const model = bpmnProcess(id)
      .start()
      .eventBasedGateway('first')
      .branch((path) => path.catchEvent('hear', { event: { signal } }).end('heard'))
      .branch((path) => path.catchEvent('read', { event: { message, correlationKey: '= "a"' } }).end('told'))
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await world.broadcast(signal, { amount: 1 });
    await world.publish(message, 'a');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).toContain('heard');
    expect(await world.elements(key)).not.toContain('told');
    expect(await world.variables(key)).toEqual({ amount: 1 });
  });

  const throwing = {
    'an intermediate throw event': (path: ProcessPath, options: ThrowOptions) => path.throwEvent('tell', options).end(),
    'an end event': (path: ProcessPath, options: ThrowOptions) => path.end('tell', options),
  };
  for (const [thrower, draw] of Object.entries(throwing)) {
    scenario(162, `${thrower} sends its local variables and no others`, async (world) => {
      // given
      const [id, signal] = threeNames(world);
      const hearing = world.name('hearing');
      const telling = draw(bpmnProcess(id).start(), { event: { signal }, inputs: { told: '= amount + 1' } }).toXml();
      await world.deploy(telling, waiting(hearing, signal));
      const waitingKey = await world.create(hearing);

      // when
      const key = await world.create(id, { amount: 1, secret: true });

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.state(waitingKey)).toBe('COMPLETED');
      expect(await world.variables(waitingKey)).toEqual({ told: 2 });
    });
  }

  scenario(162, 'a thrown signal reaches its own instance and starts processes too', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    const other = world.name('hearing');
    const model = bpmnProcess(id)
      .start()
      .parallelGateway('fork')
      .branch((path) => path.catchEvent('wait', { event: { signal } }).end())
      .branch((path) => path.serviceTask('work', { type }).end('tell', { event: { signal } }))
      .toXml();
    await world.deploy(model, started(other, signal, `${type}_other`));
    const key = await world.create(id);

    // when
    await world.complete(await world.job(type));

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.instances(other)).toHaveLength(1);
  });

  scenario(163, 'a signal that nobody hears is accepted and gone', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    await world.deploy(waiting(id, signal));

    // when
    await world.broadcast(signal, { amount: 1 });
    const key = await world.create(id);

    // then
    expect(await world.state(key)).toBe('ACTIVE');
    await world.broadcast(signal, { amount: 2 });
    expect(await world.variables(key)).toEqual({ amount: 2 });
  });

  scenario(164, 'the name of a signal may be computed where it is heard and where it is thrown', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    const telling = world.name('telling');
    const thrower = bpmnProcess(telling)
      .start()
      .end('tell', { event: { signal: '= topic' } })
      .toXml();
    await world.deploy(waiting(id, '= topic'), thrower);
    const key = await world.create(id, { topic: signal });
    await world.setVariables(key, { topic: 'changed' });

    // when
    await world.create(telling, { topic: signal });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(164, 'a computed name that is no text is an incident; fixed, the signal is heard', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    await world.deploy(waiting(id, '= topic'));
    const key = await world.create(id, { topic: 7 });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'wait' });

    // when
    await world.setVariables(key, { topic: signal });
    await world.resolve(incident);
    await world.broadcast(signal);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(164, 'a thrown name that is no text is an incident; fixed, the signal is sent', async (world) => {
    // given
    const [id, signal] = threeNames(world);
    const telling = world.name('telling');
    const thrower = bpmnProcess(telling)
      .start()
      .throwEvent('tell', { event: { signal: '= topic' } })
      .end()
      .toXml();
    await world.deploy(waiting(id, signal), thrower);
    const [waitingKey, key] = [await world.create(id), await world.create(telling, { topic: null })];
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'tell' });

    // when
    await world.setVariables(key, { topic: signal });
    await world.resolve(incident);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.state(waitingKey)).toBe('COMPLETED');
  });

  scenario(165, 'a second signal does not reach a catch event that is done', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    const model = bpmnProcess(id)
      .start()
      .catchEvent('wait', { event: { signal } })
      .serviceTask('work', { type })
      .end()
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await world.broadcast(signal, { amount: 1 });
    await world.broadcast(signal, { amount: 2 });

    // then
    expect((await world.job(type)).variables).toEqual({ amount: 1 });
    expect(await world.elements(key, 'COMPLETED')).toEqual(['start', 'wait']);
  });

  scenario(161, 'who waits for a signal and who starts on it still hear it after a restart', async (world) => {
    // given
    const [id, signal, type] = threeNames(world);
    const other = world.name('hearing');
    await world.deploy(waiting(id, signal), started(other, signal, type));
    const key = await world.create(id);

    // when
    await world.restart();
    await world.broadcast(signal);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.instances(other)).toHaveLength(1);
  });
});
