import { bpmnProcess } from '@irisflow/bpmn';
import type { ElementOptions } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const MINUTE = 60_000;

/** Waits for a message whose correlation key is in the variable `key`. */
const waiting = (id: string, message: string, options: ElementOptions = {}) =>
  bpmnProcess(id)
    .start()
    .catchEvent('wait', { ...options, event: { message, correlationKey: '= key' } })
    .end()
    .toXml();

const twoNames = (world: World) => [world.name('waiting'), world.name('message')] as const;

scenarios('MS', 'Messages', (scenario) => {
  scenario(144, 'a message reaches who waits for it', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));
    const key = await world.create(id, { key: 'a' });
    const other = await world.create(id, { key: 'b' });

    // when
    await world.publish(message, 'a', { variables: { amount: 1 } });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 1 });
    expect(await world.state(other)).toBe('ACTIVE');
  });

  scenario(144, 'a message with time to live reaches who comes later', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));

    // when
    await world.publish(message, 'a', { timeToLive: MINUTE, variables: { amount: 1 } });
    const key = await world.create(id, { key: 'a' });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 1 });
  });

  scenario(144, 'a message without time to live is lost for who comes later', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));

    // when
    await world.publish(message, 'a', { variables: { amount: 1 } });
    const key = await world.create(id, { key: 'a' });
    await world.publish(message, 'a', { variables: { amount: 2 } });

    // then
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 2 });
  });

  scenario(145, 'of buffered messages the first published is taken first', async (world) => {
    // given
    const [id, message] = twoNames(world);
    const twice = bpmnProcess(id)
      .start()
      .receiveTask('first', { message, correlationKey: '= key', outputs: { first: '= amount' } })
      .receiveTask('second', { message, correlationKey: '= key', outputs: { second: '= amount' } })
      .end()
      .toXml();
    await world.deploy(twice);

    // when
    for (const amount of [1, 2, 3]) {
      await world.publish(message, 'a', { timeToLive: MINUTE, variables: { amount } });
    }
    const key = await world.create(id, { key: 'a' });

    // then
    expect(await world.variables(key)).toEqual({ key: 'a', first: 1, second: 2 });
  });

  scenario(146, 'an id is refused as long as a message with it is buffered', async (world) => {
    // given
    const message = world.name('message');
    const once = { messageId: 'once', timeToLive: MINUTE };
    await world.publish(message, 'a', once);

    // when
    const refusal = await world.refusal(world.publish(message, 'a', once));

    // then
    expect(refusal.code).toBe(status.ALREADY_EXISTS);
    expect(refusal.details).toMatch(/PUBLISH.*ALREADY_EXISTS.*'once'/);

    // when
    await world.advance(MINUTE);

    // then
    await expect(world.publish(message, 'a', once)).resolves.toMatch(/^\d+$/);
  });

  scenario(
    146,
    'an id is free under another name, another key, and after a message that was not kept',
    async (world) => {
      // given
      const [message, another] = [world.name('message'), world.name('message')];
      await world.publish(message, 'a', { messageId: 'once', timeToLive: MINUTE });
      await world.publish(message, 'kept', { messageId: 'brief' });

      // when
      const keys = [
        await world.publish(another, 'a', { messageId: 'once', timeToLive: MINUTE }),
        await world.publish(message, 'b', { messageId: 'once', timeToLive: MINUTE }),
        await world.publish(message, 'kept', { messageId: 'brief' }),
      ];

      // then
      expect(new Set(keys).size).toBe(3);
    },
  );

  scenario(146, 'messages without an id are never taken for the same', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));

    // when
    await world.publish(message, 'a', { timeToLive: MINUTE });
    await world.publish(message, 'a', { timeToLive: MINUTE });

    // then
    const [first, second] = [await world.create(id, { key: 'a' }), await world.create(id, { key: 'a' })];
    expect([await world.state(first), await world.state(second)]).toEqual(['COMPLETED', 'COMPLETED']);
  });

  scenario(147, 'of two instances of one process only the one that waits longer takes a message', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));
    const [first, second] = [await world.create(id, { key: 'a' }), await world.create(id, { key: 'a' })];

    // when
    await world.publish(message, 'a', { timeToLive: MINUTE });

    // then
    expect([await world.state(first), await world.state(second)]).toEqual(['COMPLETED', 'ACTIVE']);
  });

  scenario(148, 'instances of two processes both take the same message', async (world) => {
    // given
    const [id, message] = twoNames(world);
    const other = world.name('other');
    await world.deploy(waiting(id, message), waiting(other, message));
    const keys = [await world.create(id, { key: 'a' }), await world.create(other, { key: 'a' })];

    // when
    await world.publish(message, 'a', { variables: { amount: 1 } });

    // then
    for (const key of keys) {
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.variables(key)).toEqual({ key: 'a', amount: 1 });
    }
  });

  scenario(148, 'a buffered message is taken by each process that comes, and by none of them twice', async (world) => {
    // given
    const [id, message] = twoNames(world);
    const other = world.name('other');
    await world.deploy(waiting(id, message), waiting(other, message));
    await world.publish(message, 'a', { timeToLive: MINUTE });

    // when
    const keys = [];
    for (const process of [id, other, id, other]) keys.push(await world.create(process, { key: 'a' }));

    // then
    expect(await Promise.all(keys.map(world.state))).toEqual(['COMPLETED', 'COMPLETED', 'ACTIVE', 'ACTIVE']);
  });

  scenario(149, 'two versions of a process count as one: a message is taken once', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));
    const first = await world.create(id, { key: 'a' });
    await world.deploy(waiting(id, message, { name: 'Second version' }));
    const second = await world.create(id, { key: 'a' });

    // when
    await world.publish(message, 'a', { timeToLive: MINUTE });

    // then
    expect([await world.state(first), await world.state(second)]).toEqual(['COMPLETED', 'ACTIVE']);
    const third = await world.create(id, { key: 'a' });
    expect(await world.state(third)).toBe('ACTIVE');
  });

  scenario(150, 'a number as correlation key matches its text', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));
    const [number, large] = [
      await world.create(id, { key: 42 }),
      await world.create(id, { key: 9_007_199_254_740_991 }),
    ];

    // when
    await world.publish(message, '42');
    await world.publish(message, '9007199254740991');

    // then
    expect([await world.state(number), await world.state(large)]).toEqual(['COMPLETED', 'COMPLETED']);
  });

  for (const [what, variables] of [
    ['null', {}],
    ['a list', { key: ['a'] }],
    ['a boolean', { key: true }],
  ] as const) {
    scenario(151, `${what} as correlation key is an incident; fixed, the message arrives`, async (world) => {
      // given
      const [id, message] = twoNames(world);
      await world.deploy(waiting(id, message));
      const key = await world.create(id, variables);
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'wait' });

      // when
      await world.setVariables(key, { key: 'a' });
      await world.resolve(incident);
      await world.publish(message, 'a');

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.incidents(key)).toEqual([]);
    });
  }

  scenario(151, 'the name of a message may be computed', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, '= prefix + suffix'));
    const [prefix, suffix] = [message.slice(0, 3), message.slice(3)];
    const key = await world.create(id, { key: 'a', prefix, suffix });

    // when
    await world.setVariables(key, { prefix: 'changed' });
    await world.publish(message, 'a');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(151, 'a computed name that is no text is an incident; fixed, the message arrives', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, '= topic'));
    const key = await world.create(id, { key: 'a', topic: 7 });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'wait' });

    // when
    await world.setVariables(key, { topic: message });
    await world.resolve(incident);
    await world.publish(message, 'a');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  const receiving = (id: string, [task, boundary]: readonly [string, string]) =>
    bpmnProcess(id)
      .start()
      .receiveTask('wait', { message: task, correlationKey: '= key' })
      .boundary('withdraw', { event: { message: boundary, correlationKey: '= key' } }, (path) => path.end('withdrawn'))
      .end('received')
      .toXml();

  for (const [winner, end] of [
    ['the task', 'received'],
    ['its boundary', 'withdrawn'],
  ] as const) {
    scenario(157, `of two messages for a receive task and its boundary the first wins: ${winner}`, async (world) => {
      // given
      const id = world.name('receiving');
      const messages = [world.name('answer'), world.name('withdraw')] as const;
      await world.deploy(receiving(id, messages));
      const key = await world.create(id, { key: 'a' });

      // when
      for (const message of end === 'received' ? messages : messages.toReversed()) {
        await world.publish(message, 'a', { timeToLive: MINUTE });
      }

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      const ends = (await world.elements(key)).filter((element) => element === 'received' || element === 'withdrawn');
      expect(ends).toEqual([end]);
    });
  }

  scenario(158, 'an expired message never arrives', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));
    await world.publish(message, 'a', { timeToLive: MINUTE, variables: { amount: 1 } });

    // when
    await world.advance(MINUTE);
    const key = await world.create(id, { key: 'a' });
    await world.publish(message, 'a', { variables: { amount: 2 } });

    // then
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 2 });
  });

  scenario(159, 'variables of a message go to the nearest scope that has the name, else to the root', async (world) => {
    // given
    const [id, message] = twoNames(world);
    const type = world.name('work');
    const nested = bpmnProcess(id)
      .start()
      .subProcess(
        'part',
        (part) =>
          part.start().receiveTask('wait', { message, correlationKey: '= key' }).serviceTask('work', { type }).end(),
        { inputs: { amount: '= 0' } },
      )
      .end()
      .toXml();
    await world.deploy(nested);
    const key = await world.create(id, { key: 'a' });

    // when
    await world.publish(message, 'a', { variables: { amount: 1, note: 'hello' } });

    // then
    const job = await world.job(type);
    expect(job.variables).toEqual({ key: 'a', amount: 1, note: 'hello' });
    expect(await world.variables(key)).toEqual({ key: 'a', note: 'hello' });
  });

  scenario(159, 'with output mappings only the mapped variables of a message leave the event', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message, { outputs: { total: '= amount + base' } }));
    const key = await world.create(id, { key: 'a', base: 1 });

    // when
    await world.publish(message, 'a', { variables: { amount: 2, note: 'hello' } });

    // then
    expect(await world.variables(key)).toEqual({ key: 'a', base: 1, total: 3 });
  });

  scenario(158, 'a message that expired while the engine was down is gone; who waits still hears', async (world) => {
    // given
    const [id, message] = twoNames(world);
    await world.deploy(waiting(id, message));
    const waitingKey = await world.create(id, { key: 'b' });
    await world.publish(message, 'a', { timeToLive: MINUTE, messageId: 'once' });

    // when
    await world.restart(MINUTE);
    const key = await world.create(id, { key: 'a' });

    // then
    expect(await world.state(key)).toBe('ACTIVE');
    await world.publish(message, 'a', { messageId: 'once' });
    await world.publish(message, 'b');
    expect([await world.state(key), await world.state(waitingKey)]).toEqual(['COMPLETED', 'COMPLETED']);
  });
});
