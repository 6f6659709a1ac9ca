import { type StartOptions, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

const MINUTE = 60_000;

/** Starts on a message and works. */
const started = (id: string, message: string, { type, ...options }: StartOptions & { readonly type: string }) =>
  bpmnProcess(id)
    .start('arrive', { ...options, event: { message } })
    .serviceTask('work', { type })
    .end()
    .toXml();

const threeNames = (world: World) => [world.name('started'), world.name('message'), world.name('work')] as const;

scenarios('MS', 'Processes that messages start', (scenario) => {
  scenario(152, 'a message starts an instance with its variables', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.deploy(started(id, message, { type }));

    // when
    await world.publish(message, 'a', { variables: { amount: 1 } });

    // then
    const key = theOnly(await world.instances(id), 'started instance');
    expect(await world.variables(key)).toEqual({ amount: 1 });
    expect(await world.elements(key, 'COMPLETED')).toEqual(['arrive']);
    await world.complete(await world.job(type));
    await world.reaches(key, 'COMPLETED');
  });

  scenario(152, 'each of several message start events starts its own path', async (world) => {
    // given
    const id = world.name('started');
    const [letter, call] = [world.name('letter'), world.name('call')];
    const model = bpmnProcess(id)
      .start('byLetter', { event: { message: letter } })
      .end('written')
      .start('byCall', { event: { message: call } })
      .end('spoken')
      .toXml();
    await world.deploy(model);

    // when
    await world.publish(call, 'a');
    await world.publish(letter, 'a');

    // then
    const [first = '', second = '', ...others] = await world.instances(id);
    expect(await world.elements(first)).toEqual([id, 'byCall', 'spoken']);
    expect(await world.elements(second)).toEqual([id, 'byLetter', 'written']);
    expect(others).toEqual([]);
  });

  scenario(152, 'a message that nobody starts on yet starts nothing later', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.publish(message, '', { timeToLive: MINUTE });

    // when
    await world.deploy(started(id, message, { type }));

    // then
    expect(await world.instances(id)).toEqual([]);
    await world.publish(message, '');
    expect(await world.instances(id)).toHaveLength(1);
  });

  scenario(153, 'while an instance with the same key is active no second one starts', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.deploy(started(id, message, { type }));

    // when
    await world.publish(message, 'a');
    await world.publish(message, 'a');
    await world.publish(message, 'b');

    // then
    expect(await world.instances(id)).toHaveLength(2);
    const [first, second] = await world.activate(type);
    if (first === undefined || second === undefined) throw new Error('Expected two jobs');

    // when
    await world.complete(first);
    await world.complete(second);

    // then
    expect(await world.instances(id)).toHaveLength(2);
    await world.publish(message, 'a');
    expect(await world.instances(id)).toHaveLength(3);
  });

  for (const ending of ['completion', 'cancellation'] as const) {
    scenario(153, `a buffered message starts the next instance after ${ending} of the one before`, async (world) => {
      // given
      const [id, message, type] = threeNames(world);
      await world.deploy(started(id, message, { type }));
      for (const amount of [1, 2, 3]) {
        await world.publish(message, 'a', { timeToLive: MINUTE, variables: { amount } });
      }
      const first = theOnly(await world.instances(id), 'started instance');

      // when
      if (ending === 'completion') await world.complete(await world.job(type));
      else await world.cancel(first);

      // then
      const second = theOnly(await world.instances(id, 'ACTIVE'), 'active instance');
      expect(await world.variables(second)).toEqual({ amount: 2 });
      expect(await world.instances(id)).toHaveLength(2);
    });
  }

  scenario(153, 'a buffered message starts the latest version', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.deploy(started(id, message, { type: `${type}_first` }));
    await world.publish(message, 'a');
    await world.publish(message, 'a', { timeToLive: MINUTE });
    await world.deploy(started(id, message, { type: `${type}_second` }));

    // when
    await world.complete(await world.job(`${type}_first`));

    // then
    expect((await world.job(`${type}_second`)).elementId).toBe('work');
    expect(await world.instances(id)).toHaveLength(2);
  });

  scenario(153, 'of buffered messages with different names the first published starts first', async (world) => {
    // given
    const [id, type] = [world.name('started'), world.name('work')];
    const [letter, call] = [world.name('letter'), world.name('call')];
    const model = bpmnProcess(id)
      .start('byLetter', { event: { message: letter } })
      .serviceTask('work', { type })
      .end()
      .start('byCall', { event: { message: call } })
      .connectTo('work')
      .toXml();
    await world.deploy(model);
    await world.publish(letter, 'a');
    await world.publish(call, 'a', { timeToLive: MINUTE });
    await world.publish(letter, 'a', { timeToLive: MINUTE });

    // when
    await world.complete(await world.job(type));

    // then
    const active = theOnly(await world.instances(id, 'ACTIVE'), 'active instance');
    expect(await world.elements(active, 'COMPLETED')).toEqual(['byCall']);
  });

  scenario(154, 'a message without key always starts an instance', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.deploy(started(id, message, { type }));

    // when
    await world.publish(message, '');
    await world.publish(message, '');

    // then
    expect(await world.instances(id, 'ACTIVE')).toHaveLength(2);
  });

  scenario(155, 'after a version without message start event a message starts nothing', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.deploy(started(id, message, { type }));
    await world.publish(message, 'a');
    await world.deploy(bpmnProcess(id).start().end().toXml());

    // when
    await world.publish(message, 'b');
    await world.publish(message, 'a', { timeToLive: MINUTE });
    await world.complete(await world.job(type));

    // then
    const key = theOnly(await world.instances(id), 'instance');
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(156, 'an instance does not take the message that started it, but the next one', async (world) => {
    // given
    const [id, message] = threeNames(world);
    const model = bpmnProcess(id)
      .start('arrive', { event: { message } })
      .catchEvent('more', { event: { message, correlationKey: '= key' }, outputs: { second: '= amount' } })
      .end()
      .toXml();
    await world.deploy(model);

    // when
    await world.publish(message, 'a', { timeToLive: MINUTE, variables: { key: 'a', amount: 1 } });

    // then
    const key = theOnly(await world.instances(id), 'started instance');
    expect(await world.elements(key, 'ACTIVE')).toContain('more');

    // when
    await world.publish(message, 'a', { variables: { amount: 2 } });

    // then
    expect(await world.instances(id)).toEqual([key]);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 1, second: 2 });
  });

  scenario(
    156,
    'a message that an instance takes starts none of its process; one that nobody takes does',
    async (world) => {
      // given
      const [id, message] = threeNames(world);
      const model = bpmnProcess(id)
        .start()
        .catchEvent('more', { event: { message, correlationKey: '= "a"' } })
        .end()
        .start('arrive', { event: { message } })
        .end('arrived')
        .toXml();
      await world.deploy(model);
      const key = await world.create(id);

      // when
      await world.publish(message, 'a', { timeToLive: MINUTE });

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.instances(id)).toEqual([key]);

      // when
      await world.publish(message, 'a');

      // then
      const [, started = ''] = await world.instances(id);
      expect(await world.elements(started)).toEqual([id, 'arrive', 'arrived']);
    },
  );

  scenario(159, 'with output mappings only the mapped variables of a message reach the instance', async (world) => {
    // given
    const [id, message, type] = threeNames(world);
    await world.deploy(started(id, message, { type, outputs: { total: '= amount * 2' } }));

    // when
    await world.publish(message, 'a', { variables: { amount: 2, note: 'hello' } });

    // then
    expect((await world.job(type)).variables).toEqual({ total: 4 });
  });

  scenario(
    153,
    'buffered messages and the instance that holds their key are remembered across a restart',
    async (world) => {
      // given
      const [id, message, type] = [world.name('started'), world.name('message'), world.name('work')];
      const model = bpmnProcess(id).start('arrive', { event: { message } }).serviceTask('work', { type }).end().toXml();
      await world.deploy(model);
      for (const amount of [1, 2]) await world.publish(message, 'a', { timeToLive: MINUTE, variables: { amount } });

      // when
      await world.restart();
      await world.publish(message, 'a', { timeToLive: MINUTE, variables: { amount: 3 } });

      // then
      expect(await world.instances(id)).toHaveLength(1);
      for (const amount of [1, 2, 3]) {
        const active = theOnly(await world.instances(id, 'ACTIVE'), 'active instance');
        expect(await world.variables(active)).toEqual({ amount });
        await world.complete(await world.job(type));
      }
    },
  );
});
