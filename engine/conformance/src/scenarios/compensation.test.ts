import { bpmnProcess } from '@irisflow/bpmn';
import type { DrawPath } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { complete, jobCount, undo, undoable } from './compensation-models.ts';

const twoNames = (world: World) => [world.name('undoing'), world.name('work')] as const;

scenarios('EV', 'Compensation', (scenario) => {
  scenario(181, 'what completed is undone, and what did not is left alone', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const model = bpmnProcess(id)
      .start()
      .parallelGateway('fork')
      .branch((path) => undo(undoable(path, 'a', prefix)).end())
      .branch((path) => undoable(path, 'b', prefix).end())
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await complete(world, `${prefix}_a`);
    await complete(world, `${prefix}_undo_a`);

    // then
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo_a', 'undo', 'end']));
    expect(await jobCount(world, key, `${prefix}_undo_b`)).toBe(0);

    // when
    await complete(world, `${prefix}_b`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('undo_b');
  });

  scenario(181, 'where nothing completed the event goes on at once, thrown on the way or at the end', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const model = bpmnProcess(id)
      .start()
      .exclusiveGateway('choice')
      .when('= work', (path) => undoable(path, 'a', prefix).end())
      .otherwise((path) => undo(path).end('undoAtEnd', { event: { compensation: null } }))
      .toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id, { work: false });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo', 'undoAtEnd']));
  });

  scenario(182, 'a handler runs as often as its task completed, and only for the first throw', async (world) => {
    // given a task that is done again as long as its worker says so
    const [id, prefix] = twoNames(world);
    const model = undoable(bpmnProcess(id).start(), 'a', prefix)
      .exclusiveGateway('again')
      .when('= more', (path) => path.connectTo('a'))
      .otherwise((path) =>
        undo(path)
          .throwEvent('undoMore', { event: { compensation: null } })
          .end('done'),
      )
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    for (const more of [true, true, false]) await complete(world, `${prefix}_a`, { more });
    const handlers = await world.activate(`${prefix}_undo_a`);
    expect(handlers).toHaveLength(3);
    for (const handler of handlers) await world.complete(handler);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo', 'undoMore', 'done']));
    expect(await jobCount(world, key, `${prefix}_undo_a`)).toBe(3);
  });

  scenario(183, 'compensation of one activity undoes that one; a later throw undoes the rest', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const path = undoable(undoable(bpmnProcess(id).start(), 'a', prefix), 'b', prefix);
    const model = undo(path, 'b')
      .end('undoRest', { event: { compensation: null } })
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);

    // when
    await complete(world, `${prefix}_b`);

    // then
    expect(await jobCount(world, key, `${prefix}_undo_a`)).toBe(0);
    await complete(world, `${prefix}_undo_b`);

    // when
    await complete(world, `${prefix}_undo_a`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await jobCount(world, key, `${prefix}_undo_b`)).toBe(1);
  });

  scenario(187, 'the event waits for all its handlers, which run at once', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const path = undoable(undoable(bpmnProcess(id).start(), 'a', prefix), 'b', prefix);
    await world.deploy(
      undo(path)
        .serviceTask('after', { type: `${prefix}_after` })
        .end()
        .toXml(),
    );
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);
    await complete(world, `${prefix}_b`);
    const [undoA, undoB] = [await world.job(`${prefix}_undo_a`), await world.job(`${prefix}_undo_b`)];

    // when
    await world.complete(undoB);

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual(expect.arrayContaining(['undo', 'undo_a']));
    expect(await world.activate(`${prefix}_after`)).toEqual([]);

    // when
    await world.complete(undoA);

    // then
    await complete(world, `${prefix}_after`);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(187, 'what handlers bring goes outward as mapped', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const mappings = { inputs: { amount: '= -paid' }, outputs: { refunded: '= receipt' } };
    const path = bpmnProcess(id)
      .start()
      .serviceTask('pay', { type: `${prefix}_pay` })
      .compensation('on_pay', (aside) => aside.serviceTask('refund', { type: `${prefix}_refund`, ...mappings }));
    await world.deploy(undo(path).end().toXml());
    const key = await world.create(id);
    await complete(world, `${prefix}_pay`, { paid: 20 });

    // when
    const refund = await world.job(`${prefix}_refund`);
    expect(refund.variables).toMatchObject({ amount: -20 });
    await world.complete(refund, { receipt: 'R-1', other: true });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ paid: 20, refunded: 'R-1' });
  });

  scenario(187, 'when the scope of the event is interrupted its handlers end too', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const stop = world.name('stop');
    const part: DrawPath = (path) => undo(undoable(path.start(), 'a', prefix)).end();
    const model = bpmnProcess(id)
      .start()
      .subProcess('part', part)
      .boundary('onStop', { event: { message: stop, correlationKey: '= "one"' } }, (path) => path.end('stopped'))
      .end('passed')
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);
    const handler = await world.job(`${prefix}_undo_a`);

    // when
    await world.publish(stop, 'one');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'TERMINATED')).toEqual(expect.arrayContaining(['part', 'undo', 'undo_a']));
    expect(await world.elements(key, 'COMPLETED')).toContain('stopped');
    expect(await world.refusal(world.complete(handler))).toMatchObject({ code: status.NOT_FOUND });
  });

  scenario(187, 'a handler may fail, and goes on when its incident is resolved', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    await world.deploy(
      undo(undoable(bpmnProcess(id).start(), 'a', prefix))
        .end()
        .toXml(),
    );
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);
    const handler = await world.job(`${prefix}_undo_a`);
    await world.fail(handler, { errorMessage: 'no connection' });

    // when
    await world.raw.call('UpdateJobRetries', { jobKey: handler.key, retries: 1 });
    await world.resolve(await world.incident(key));
    await complete(world, `${prefix}_undo_a`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(187, 'what can be undone and what is being undone are remembered across restarts', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const path = undoable(undoable(bpmnProcess(id).start(), 'a', prefix), 'b', prefix);
    await world.deploy(
      undo(path.serviceTask('wait', { type: `${prefix}_wait` }))
        .end()
        .toXml(),
    );
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);
    await complete(world, `${prefix}_b`);

    // when
    await world.restart();
    await complete(world, `${prefix}_wait`);
    await complete(world, `${prefix}_undo_b`);
    await world.restart();

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual(expect.arrayContaining(['undo', 'undo_a']));
    await complete(world, `${prefix}_undo_a`);
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
