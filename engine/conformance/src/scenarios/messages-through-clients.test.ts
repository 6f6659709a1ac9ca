import { bpmnProcess } from '@irisflow/bpmn';
import { Duration } from 'zeebe-node';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import { theOnly } from '../kit/queries.ts';

const MINUTE = 60_000;

scenarios('MS', 'Messages through public clients', (scenario) => {
  const waiting = (id: string, message: string) =>
    bpmnProcess(id)
      .start()
      .catchEvent('wait', { event: { message, correlationKey: '= key' } })
      .end()
      .toXml();

  const started = (id: string, message: string) =>
    bpmnProcess(id).start('arrive', { event: { message } }).userTask('decide').end().toXml();

  scenario(144, 'zeebe-node publishes a message that is buffered', async (world) => {
    // given
    const [id, name] = [world.name('waiting'), world.name('message')];
    await world.deploy(waiting(id, name));

    // when
    const variables = { amount: 1 };
    await world.client.publishMessage({ name, correlationKey: 'a', timeToLive: Duration.minutes.of(1), variables });
    const key = await world.create(id, { key: 'a' });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 1 });
  });

  scenario(144, 'REST publishes a message, and refuses the same id while it is buffered', async (world) => {
    // given
    const [id, name] = [world.name('waiting'), world.name('message')];
    await world.deploy(waiting(id, name));
    const key = await world.create(id, { key: 'a' });
    const body = { name, correlationKey: 'a', timeToLive: MINUTE, messageId: 'once', variables: { amount: 1 } };

    // when
    const first = await world.rest.ask('POST', '/messages/publication', body);
    const second = await world.rest.ask('POST', '/messages/publication', body);

    // then
    expect(first.status).toBe(200);
    expect(await world.variables(key)).toEqual({ key: 'a', amount: 1 });
    expect(second.status).toBe(409);
    expect(second.body['detail']).toMatch(/ALREADY_EXISTS|already published/);
  });

  scenario(
    144,
    'REST correlates a message at once, tells who took it, and refuses one that nobody takes',
    async (world) => {
      // given
      const [id, name] = [world.name('waiting'), world.name('message')];
      await world.deploy(waiting(id, name));
      const key = await world.create(id, { key: 'a' });
      const correlate = async (correlationKey: string) =>
        world.rest.ask('POST', '/messages/correlation', { name, correlationKey, variables: { amount: 1 } });

      // when
      const [taken, missed] = [await correlate('a'), await correlate('b')];

      // then
      expect(taken.status).toBe(200);
      expect(taken.body['processInstanceKey']).toBe(key);
      expect(await world.variables(key)).toEqual({ key: 'a', amount: 1 });
      expect(missed.status).toBe(404);
      const late = await world.create(id, { key: 'b' });
      expect(await world.state(late)).toBe('ACTIVE');
    },
  );

  scenario(152, 'zeebe-node starts an instance with each start message', async (world) => {
    // given
    const [id, name] = [world.name('started'), world.name('message')];
    await world.deploy(started(id, name));

    // when
    for (const amount of [1, 2]) {
      await world.client.publishStartMessage({ name, timeToLive: 0, variables: { amount } });
    }

    // then
    const keys = await world.instances(id, 'ACTIVE');
    expect(await Promise.all(keys.map(world.variables))).toEqual([{ amount: 1 }, { amount: 2 }]);
  });

  scenario(152, 'REST correlates a message to a new instance rather than to one that waits', async (world) => {
    // given
    const [id, waitingId, name] = [world.name('started'), world.name('waiting'), world.name('message')];
    await world.deploy(started(id, name), waiting(waitingId, name));
    const waitingKey = await world.create(waitingId, { key: 'a' });

    // when
    const { body } = await world.rest.ask('POST', '/messages/correlation', { name, correlationKey: 'a' });

    // then
    expect(body['processInstanceKey']).toBe(theOnly(await world.instances(id), 'started instance'));
    expect(await world.state(waitingKey)).toBe('COMPLETED');
  });
});
