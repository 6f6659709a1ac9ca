import { bpmnProcess } from '@irisflow/bpmn';
import type { DrawPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { complete, jobCount, undo, undoable } from './compensation-models.ts';

const twoNames = (world: World) => [world.name('undoing'), world.name('work')] as const;

scenarios('EV', 'Compensation across scopes', (scenario) => {
  scenario(184, 'what completed inside completed sub-processes is undone from outside', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const inner: DrawPath = (path) => undoable(path.start(), 'b', prefix).end();
    const outer: DrawPath = (path) => undoable(path.start(), 'a', prefix).subProcess('inner', inner).end();
    const model = undo(bpmnProcess(id).start().subProcess('outer', outer)).end().toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    for (const type of ['a', 'b', 'undo_b', 'undo_a']) await complete(world, `${prefix}_${type}`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo_a', 'undo_b', 'undo']));
  });

  scenario(184, 'compensation of a sub-process undoes what completed inside it and nothing else', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const part: DrawPath = (path) => undoable(path.start(), 'b', prefix).end();
    const model = undo(undoable(bpmnProcess(id).start(), 'a', prefix).subProcess('part', part), 'part')
      .end()
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    for (const type of ['a', 'b', 'undo_b']) await complete(world, `${prefix}_${type}`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await jobCount(world, key, `${prefix}_undo_a`)).toBe(0);
  });

  scenario(184, 'an active sub-process is not undone', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const part: DrawPath = (path) =>
      undoable(path.start(), 'a', prefix)
        .serviceTask('rest', { type: `${prefix}_rest` })
        .end();
    const model = bpmnProcess(id)
      .start()
      .parallelGateway('fork')
      .branch((path) => path.subProcess('part', part).end())
      .branch((path) => undo(path.serviceTask('wait', { type: `${prefix}_wait` })).end('undone'))
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);

    // when
    await complete(world, `${prefix}_wait`);

    // then
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo', 'undone']));
    await complete(world, `${prefix}_rest`);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await jobCount(world, key, `${prefix}_undo_a`)).toBe(0);
  });

  scenario(184, 'a sub-process that was terminated is not undone', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const stop = world.name('stop');
    const part: DrawPath = (path) =>
      undoable(path.start(), 'a', prefix)
        .serviceTask('rest', { type: `${prefix}_rest` })
        .end();
    const model = bpmnProcess(id)
      .start()
      .subProcess('part', part)
      .boundary('onStop', { event: { message: stop, correlationKey: '= "one"' } }, (path) => undo(path).end('stopped'))
      .end()
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);

    // when
    await world.publish(stop, 'one');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo', 'stopped']));
    expect(await jobCount(world, key, `${prefix}_undo_a`)).toBe(0);
  });

  scenario(184, 'a throw inside a sub-process does not undo what completed outside', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const part: DrawPath = (path) => undo(undoable(path.start(), 'b', prefix)).end();
    await world.deploy(undoable(bpmnProcess(id).start(), 'a', prefix).subProcess('part', part).end().toXml());
    const key = await world.create(id);

    // when
    for (const type of ['a', 'b', 'undo_b']) await complete(world, `${prefix}_${type}`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await jobCount(world, key, `${prefix}_undo_a`)).toBe(0);
  });

  scenario(184, 'what completed in a called process is not undone by its caller', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const called = world.name('called');
    const calling = undo(bpmnProcess(id).start().callActivity('call', { processId: called }))
      .end()
      .toXml();
    await world.deploy(calling, undoable(bpmnProcess(called).start(), 'a', prefix).end().toXml());
    const key = await world.create(id);

    // when
    await complete(world, `${prefix}_a`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.activate(`${prefix}_undo_a`)).toEqual([]);
  });

  scenario(185, 'an error event sub-process undoes what completed in the scope around it', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const rescue: DrawPath = (path) => undo(path.start('failed', { event: { error: 'bad' } })).end('rescued');
    const path = undoable(undoable(bpmnProcess(id).start(), 'a', prefix), 'b', prefix);
    await world.deploy(path.end('passed').eventSubProcess('rescue', rescue).toXml());
    const key = await world.create(id);
    await complete(world, `${prefix}_a`);

    // when
    await world.throwError(await world.job(`${prefix}_b`), 'bad');
    await complete(world, `${prefix}_undo_a`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['undo_a', 'undo', 'rescued']));
    expect(await jobCount(world, key, `${prefix}_undo_b`)).toBe(0);
  });

  const each = { inputCollection: '= items', inputElement: 'item' };

  scenario(186, 'a loop is undone once, whatever the number of its items', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const path = bpmnProcess(id)
      .start()
      .serviceTask('a', { type: `${prefix}_a`, multiInstance: each })
      .compensation('on_a', (aside) => aside.serviceTask('undo_a', { type: `${prefix}_undo_a` }));
    await world.deploy(undo(path).end().toXml());
    const key = await world.create(id, { items: [1, 2, 3] });

    // when
    for (const job of await world.activate(`${prefix}_a`)) await world.complete(job);
    await complete(world, `${prefix}_undo_a`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(186, 'what completed inside each item of a loop is undone', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const item: DrawPath = (path) => undoable(path.start(), 'a', prefix).end();
    const model = undo(bpmnProcess(id).start().subProcess('each', item, { multiInstance: each }))
      .end()
      .toXml();
    await world.deploy(model);
    const key = await world.create(id, { items: [1, 2] });

    // when
    for (const job of await world.activate(`${prefix}_a`)) await world.complete(job);
    const handlers = await world.activate(`${prefix}_undo_a`);
    expect(handlers).toHaveLength(2);
    for (const handler of handlers) await world.complete(handler);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(186, 'a handler may be a loop, a sub-process or a call activity', async (world) => {
    // given
    const [id, prefix] = twoNames(world);
    const called = world.name('called');
    const handler = (name: string) => `${prefix}_${name}`;
    const undoPart: DrawPath = (path) =>
      path
        .start()
        .serviceTask('inPart', { type: handler('part') })
        .end();
    const path = bpmnProcess(id)
      .start()
      .manualTask('a')
      .compensation('on_a', (aside) => aside.serviceTask('loop', { type: handler('loop'), multiInstance: each }))
      .manualTask('b')
      .compensation('on_b', (aside) => aside.subProcess('part', undoPart))
      .manualTask('c')
      .compensation('on_c', (aside) => aside.callActivity('call', { processId: called }));
    const calledModel = bpmnProcess(called)
      .start()
      .serviceTask('work', { type: handler('called') })
      .end()
      .toXml();
    await world.deploy(undo(path).end().toXml(), calledModel);

    // when
    const key = await world.create(id, { items: [1, 2] });
    for (const [name, count] of [
      ['loop', 2],
      ['part', 1],
      ['called', 1],
    ] as const) {
      expect(await world.elements(key, 'ACTIVE')).toContain('undo');
      const jobs = await world.activate(handler(name));
      expect(jobs).toHaveLength(count);
      for (const job of jobs) await world.complete(job);
    }

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
