import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import { completeEach } from '../kit/commands.ts';

/** Two tokens on the way over `left`, two over `right`, to the join in front of `after`. */
const twoRounds = (id: string) =>
  bpmnProcess(id)
    .start()
    .parallelGateway('twice')
    .branch((path) => path.connectTo('round'))
    .branch((path) => path.exclusiveGateway('round').parallelGateway('fork'))
    .at('fork')
    .branch((path) => path.serviceTask('left', { type: `${id}_left` }).parallelGateway('join'))
    .branch((path) => path.serviceTask('right', { type: `${id}_right` }).connectTo('join'))
    .at('join')
    .serviceTask('after', { type: `${id}_after` })
    .end()
    .toXml();

scenarios('GW', 'Parallel gateway', (scenario) => {
  scenario(48, 'a fork takes every flow, and the join waits for all of them', async (world) => {
    // given
    const id = world.name('parallel');
    await world.deploy(
      bpmnProcess(id)
        .start()
        .parallelGateway('fork')
        .branch((path) => path.serviceTask('a', { type: `${id}_a` }).parallelGateway('join'))
        .branch((path) => path.serviceTask('b', { type: `${id}_b` }).connectTo('join'))
        .branch((path) => path.serviceTask('c', { type: `${id}_c` }).connectTo('join'))
        .at('join')
        .serviceTask('after', { type: `${id}_after` })
        .end()
        .toXml(),
    );
    const instance = await world.create(id);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'a', 'b', 'c']);

    // when
    await completeEach(world, `${id}_c`, `${id}_a`);

    // then
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'b']);
    expect(await world.activate(`${id}_after`)).toEqual([]);

    // and the last one opens it, once
    await completeEach(world, `${id}_b`, `${id}_after`);
    expect(await world.state(instance)).toBe('COMPLETED');
    expect((await world.elements(instance)).filter((element) => element === 'join')).toHaveLength(1);
  });

  scenario(49, 'two tokens on one flow do not stand for the one that is missing', async (world) => {
    // given
    const id = world.name('rounds');
    await world.deploy(twoRounds(id));
    const instance = await world.create(id);

    // when
    for (const job of await world.activate(`${id}_left`)) await world.complete(job);

    // then
    expect(await world.activate(`${id}_after`)).toEqual([]);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'right', 'right']);
    expect(await world.elements(instance)).not.toContain('join');
  });

  scenario(50, 'a token that was too much waits for the second round', async (world) => {
    // given
    const id = world.name('rounds');
    await world.deploy(twoRounds(id));
    const instance = await world.create(id);
    for (const job of await world.activate(`${id}_left`)) await world.complete(job);
    const [first = { key: '' }, second = { key: '' }] = await world.activate(`${id}_right`);

    // when
    await world.complete(first);

    // then
    await completeEach(world, `${id}_after`);
    expect(await world.activate(`${id}_after`)).toEqual([]);
    expect(await world.state(instance)).toBe('ACTIVE');

    // when
    await world.complete(second);

    // then
    await completeEach(world, `${id}_after`);
    expect(await world.state(instance)).toBe('COMPLETED');
    expect((await world.elements(instance)).filter((element) => element === 'join')).toHaveLength(2);
  });

  scenario(51, 'one gateway joins and forks', async (world) => {
    // given
    const id = world.name('both');
    await world.deploy(
      bpmnProcess(id)
        .start()
        .parallelGateway('fork')
        .branch((path) => path.serviceTask('a', { type: `${id}_a` }).parallelGateway('cross'))
        .branch((path) => path.serviceTask('b', { type: `${id}_b` }).connectTo('cross'))
        .at('cross')
        .branch((path) => path.serviceTask('c', { type: `${id}_c` }).end())
        .branch((path) => path.serviceTask('d', { type: `${id}_d` }).end())
        .toXml(),
    );
    const instance = await world.create(id);

    // when
    await completeEach(world, `${id}_a`);

    // then
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'b']);

    // when
    await completeEach(world, `${id}_b`);

    // then
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'c', 'd']);
    await completeEach(world, `${id}_c`, `${id}_d`);
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(52, 'an interruption takes the token that waits at a join away', async (world) => {
    // given
    const [id, message] = [world.name('interrupted'), world.name('withdrawn')];
    await world.deploy(
      bpmnProcess(id)
        .eventSubProcess('withdraw', (aside) =>
          aside
            .start('withdrawn', { event: { message, correlationKey: '= order' } })
            .serviceTask('archive', { type: `${id}_archive` })
            .end('archived'),
        )
        .start()
        .parallelGateway('fork')
        .branch((path) => path.serviceTask('a', { type: `${id}_a` }).parallelGateway('join'))
        .branch((path) => path.serviceTask('b', { type: `${id}_b` }).connectTo('join'))
        .at('join')
        .end('joined')
        .toXml(),
    );
    const instance = await world.create(id, { order: id });
    await completeEach(world, `${id}_a`);

    // when
    await world.publish(message, id);

    // then
    expect(await world.activate(`${id}_b`)).toEqual([]);
    await completeEach(world, `${id}_archive`);
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance)).not.toContain('joined');
  });

  scenario(52, 'an interruption inside a sub-process leaves the paths around it alone', async (world) => {
    // given
    const [id, message] = [world.name('interrupted'), world.name('withdrawn')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('scope', (scope) =>
          scope
            .eventSubProcess('withdraw', (aside) =>
              aside.start('withdrawn', { event: { message, correlationKey: '= order' } }).end('archived'),
            )
            .start('s')
            .parallelGateway('fork')
            .branch((path) => path.parallelGateway('join'))
            .branch((path) => path.serviceTask('b', { type: `${id}_b` }).connectTo('join'))
            .at('join')
            .end('joined'),
        )
        .serviceTask('after', { type: `${id}_after` })
        .end()
        .toXml(),
    );
    const instance = await world.create(id, { order: id });
    const { key } = await world.job(`${id}_b`);

    // when
    await world.publish(message, id);

    // then
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'after']);
    expect(await world.elements(instance)).not.toContain('joined');
    expect(await world.refusal(world.complete({ key }))).toMatchObject({ code: status.NOT_FOUND });
    await completeEach(world, `${id}_after`);
    expect(await world.state(instance)).toBe('COMPLETED');
  });
});
