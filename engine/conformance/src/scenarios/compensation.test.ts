import { bpmnProcess } from '@irisflow/bpmn';
import type { DrawPath, ProcessPath } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

/** A task that a worker undoes: its job has the type `<prefix>_<id>`, that of its handler `<prefix>_undo_<id>`. */
const undoable = (path: ProcessPath, id: string, prefix: string) =>
  path
    .serviceTask(id, { type: `${prefix}_${id}` })
    .compensation(`on_${id}`, (aside) => aside.serviceTask(`undo_${id}`, { type: `${prefix}_undo_${id}` }));

/** Throws compensation, of one activity or of all, and works then. */
const undo = (path: ProcessPath, activity: string | null = null) =>
  path.throwEvent('undo', { event: { compensation: activity } });

const twoNames = (world: World) => [world.name('undoing'), world.name('work')] as const;

const complete = async (world: World, type: string, variables: object = {}) =>
  world.complete(await world.job(type), variables);

/** How many jobs of that type there were in an instance. */
const jobCount = async (world: World, key: string, type: string) =>
  (await world.jobs(key)).filter((job) => job['type'] === type).length;

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
});
