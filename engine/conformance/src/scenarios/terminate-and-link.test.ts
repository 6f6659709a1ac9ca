import { bpmnProcess } from '@irisflow/bpmn';
import type { DrawPath, ProcessPath } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const twoNames = (world: World) => [world.name('process'), world.name('work')] as const;

/** Two tasks side by side; the end of one terminates the other. */
const race = (path: ProcessPath, type: string) =>
  path
    .start()
    .parallelGateway('fork')
    .branch((aside) => aside.serviceTask('slow', { type: `${type}_slow` }).end('slowEnd'))
    .branch((aside) => aside.serviceTask('work', { type }).end('stop', { event: { terminate: true } }));

scenarios('EV', 'Terminate and link', (scenario) => {
  scenario(
    188,
    'a terminate end event of the process ends all else in it, and the process completes',
    async (world) => {
      // given
      const [id, type] = twoNames(world);
      await world.deploy(race(bpmnProcess(id), type).toXml());
      const key = await world.create(id);
      const slow = await world.job(`${type}_slow`);

      // when
      await world.complete(await world.job(type), { amount: 1 });

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.elements(key, 'COMPLETED')).toContain('stop');
      expect(await world.elements(key, 'TERMINATED')).toEqual(['slow']);
      expect(await world.variables(key)).toEqual({ amount: 1 });
      expect(await world.refusal(world.complete(slow))).toMatchObject({ code: status.NOT_FOUND });
    },
  );

  scenario(188, 'a terminate end event resolves incidents and withdraws what others wait for', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const message = world.name('message');
    const model = race(bpmnProcess(id), type)
      .at('fork')
      .branch((path) => path.catchEvent('wait', { event: { message, correlationKey: '= "one"' } }).end('told'))
      .branch((path) => path.callActivity('call', { processId: '= missing' }).end('called'))
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);
    expect(await world.incidents(key)).toHaveLength(1);

    // when
    await world.complete(await world.job(type));
    await world.publish(message, 'one');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.incidents(key)).toEqual([]);
    expect(await world.elements(key)).not.toContain('told');
  });

  scenario(
    188,
    'a terminate end event of a sub-process ends that sub-process, and the process goes on',
    async (world) => {
      // given
      const [id, type] = twoNames(world);
      const model = bpmnProcess(id)
        .start()
        .parallelGateway('both')
        .branch((path) => path.subProcess('part', (part) => race(part, type)).end('passed'))
        .branch((path) => path.serviceTask('beside', { type: `${type}_beside` }).end())
        .toXml();
      await world.deploy(model);
      const key = await world.create(id);

      // when
      await world.complete(await world.job(type));

      // then
      expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['part', 'passed']));
      expect(await world.elements(key, 'TERMINATED')).toEqual(['slow']);
      await world.complete(await world.job(`${type}_beside`));
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  scenario(188, 'a terminate end event of an event sub-process leaves the scope around it alone', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const signal = world.name('signal');
    const react: DrawPath = (path) =>
      path.start('hear', { event: { signal }, interrupting: false }).end('stop', { event: { terminate: true } });
    const model = bpmnProcess(id)
      .start()
      .serviceTask('work', { type })
      .end('passed')
      .eventSubProcess('react', react)
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await world.broadcast(signal);

    // then
    expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['react', 'stop']));
    await world.complete(await world.job(type));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'TERMINATED')).toEqual([]);
  });

  scenario(188, 'a terminate end event in a loop item ends only that item', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const multiInstance = { inputCollection: '= items', inputElement: 'item' };
    const model = bpmnProcess(id)
      .start()
      .subProcess('each', (part) => race(part, type), { multiInstance })
      .end('passed')
      .toXml();
    await world.deploy(model);
    const key = await world.create(id, { items: [1, 2] });
    const [first, second] = await world.activate(type);
    const slow = await world.activate(`${type}_slow`);
    if (first === undefined || second === undefined) throw new Error('Expected two jobs');

    // when
    await world.complete(first);

    // then
    expect(await world.elements(key, 'TERMINATED')).toEqual(['slow']);
    expect(await world.elements(key, 'ACTIVE')).toEqual(expect.arrayContaining(['slow', 'work']));
    expect(slow).toHaveLength(2);

    // when
    await world.complete(second);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('passed');
  });

  scenario(189, 'a link leads from its throw event to its catch event', async (world) => {
    // given
    const [id] = twoNames(world);
    const model = bpmnProcess(id)
      .start()
      .throwEvent('toB', { event: { link: 'B' } })
      .breakOff()
      .catchEvent('fromA', { event: { link: 'A' } })
      .end('atA')
      .catchEvent('fromB', { event: { link: 'B' } })
      .throwEvent('toA', { event: { link: 'A' } })
      .toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id, { amount: 1 });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).toEqual([id, 'start', 'toB', 'fromB', 'toA', 'fromA', 'atA']);
    expect(await world.variables(key)).toEqual({ amount: 1 });
  });

  scenario(189, 'links of one name in two scopes are two links', async (world) => {
    // given
    const [id] = twoNames(world);
    const linked = (path: ProcessPath, place: string) =>
      path
        .throwEvent(`${place}Throw`, { event: { link: 'on' } })
        .breakOff()
        .catchEvent(`${place}Catch`, { event: { link: 'on' } });
    const part: DrawPath = (path) => linked(path.start('partStart'), 'inner').end('partEnd');
    const model = linked(bpmnProcess(id).start().subProcess('part', part), 'outer').end().toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    const links = (await world.elements(key)).filter((element) => /Throw|Catch/.test(String(element)));
    expect(links).toEqual(['innerThrow', 'innerCatch', 'outerThrow', 'outerCatch']);
  });

  scenario(189, 'many throw events lead to one catch event, each with its own token', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const jump = (path: ProcessPath, place: string) => path.throwEvent(place, { event: { link: 'on' } });
    const model = bpmnProcess(id)
      .start()
      .parallelGateway('fork')
      .branch((path) => jump(path, 'one'))
      .branch((path) => jump(path, 'two'))
      .branch((path) => jump(path, 'three'))
      .breakOff()
      .catchEvent('arrive', { event: { link: 'on' } })
      .serviceTask('work', { type })
      .end()
      .toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id);

    // then
    const jobs = await world.activate(type);
    expect(jobs).toHaveLength(3);
    for (const job of jobs) await world.complete(job);
    expect(await world.state(key)).toBe('COMPLETED');
    expect((await world.elements(key)).filter((element) => element === 'arrive')).toHaveLength(3);
  });

  scenario(189, 'a link may lead back', async (world) => {
    // given
    const [id] = twoNames(world);
    const model = bpmnProcess(id)
      .start()
      .scriptTask('count', { expression: '= rounds + 1', resultVariable: 'rounds' })
      .exclusiveGateway('enough')
      .when('= rounds < 3', (path) => path.throwEvent('again', { event: { link: 'back' } }))
      .otherwise((path) => path.end('done'))
      .breakOff()
      .catchEvent('onceMore', { event: { link: 'back' } })
      .connectTo('count')
      .toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id, { rounds: 0 });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ rounds: 3 });
    expect((await world.elements(key)).filter((element) => element === 'onceMore')).toHaveLength(2);
  });
});
