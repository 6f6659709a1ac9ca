import { type ProcessPath, bpmnProcess } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

const twoNames = (world: World) => [world.name('escalating'), world.name('work')] as const;

const ends = ['caught', 'caughtAny', 'passed', 'handled'];

const completedEnds = async (world: World, key: string) =>
  (await world.elements(key, 'COMPLETED')).filter((element) => ends.includes(String(element)));

/** Escalates on its way and works then. */
const onItsWay = (type: string) => (path: ProcessPath) =>
  path
    .start()
    .throwEvent('tell', { event: { escalation: 'late' } })
    .serviceTask('work', { type })
    .end();

/** Works beside a path that ends with an escalation. */
const atAnEnd = (type: string) => (path: ProcessPath) =>
  path
    .start()
    .parallelGateway('fork')
    .branch((aside) => aside.serviceTask('work', { type }).end())
    .branch((aside) => aside.end('tell', { event: { escalation: 'late' } }));

const throwers = { 'an intermediate event': onItsWay, 'an end event': atAnEnd };

scenarios('EV', 'Escalations', (scenario) => {
  for (const [thrower, draw] of Object.entries(throwers)) {
    scenario(178, `after ${thrower} both paths go on when the boundary does not interrupt`, async (world) => {
      // given
      const [id, type] = twoNames(world);
      const model = bpmnProcess(id)
        .start()
        .subProcess('part', draw(type))
        .boundary('onLate', { event: { escalation: 'late' }, interrupting: false }, (path) => path.end('caught'))
        .end('passed')
        .toXml();
      await world.deploy(model);

      // when
      const key = await world.create(id);
      expect(await completedEnds(world, key)).toEqual(['caught']);
      await world.complete(await world.job(type));

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await completedEnds(world, key)).toEqual(['caught', 'passed']);
      expect(await world.elements(key, 'COMPLETED')).toContain('tell');
    });

    scenario(178, `${thrower} and all beside it stop when the boundary interrupts`, async (world) => {
      // given
      const [id, type] = twoNames(world);
      const model = bpmnProcess(id)
        .start()
        .subProcess('part', draw(type))
        .boundary('onLate', { event: { escalation: 'late' } }, (path) => path.end('caught'))
        .end('passed')
        .toXml();
      await world.deploy(model);

      // when
      const key = await world.create(id);

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await completedEnds(world, key)).toEqual(['caught']);
      expect(await world.elements(key, 'TERMINATED')).toEqual(expect.arrayContaining(['part', 'tell']));
      expect(await world.activate(type)).toEqual([]);
    });
  }

  for (const interrupting of [true, false]) {
    const manner = interrupting ? 'an interrupting' : 'a non-interrupting';
    scenario(178, `${manner} event sub-process of the scope catches an escalation`, async (world) => {
      // given
      const [id, type] = twoNames(world);
      const handle = (path: ProcessPath) =>
        path.start('onLate', { event: { escalation: 'late' }, interrupting }).end('handled');
      const model = onItsWay(type)(bpmnProcess(id)).eventSubProcess('handle', handle).toXml();
      await world.deploy(model);

      // when
      const key = await world.create(id);

      // then
      expect(await completedEnds(world, key)).toEqual(['handled']);
      expect(await world.state(key)).toBe(interrupting ? 'COMPLETED' : 'ACTIVE');
      expect(await world.activate(type)).toHaveLength(interrupting ? 0 : 1);
    });
  }

  scenario(178, 'an event sub-process does not catch what it throws itself; a scope outside does', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const handle = (path: ProcessPath) =>
      path.start('onLate', { event: { escalation: 'late' }, interrupting: false }).end('handled', {
        event: { escalation: 'late' },
      });
    const model = bpmnProcess(id)
      .start()
      .subProcess('part', (path) => onItsWay(type)(path).eventSubProcess('handle', handle))
      .boundary('onceMore', { event: { escalation: 'late' }, interrupting: false }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id);

    // then
    expect(await completedEnds(world, key)).toEqual(['handled', 'caught']);
    await world.complete(await world.job(type));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(178, 'the code itself goes before a catch-all, and a catch-all catches the rest', async (world) => {
    // given
    const [id] = twoNames(world);
    const part = (path: ProcessPath) =>
      path
        .start()
        .throwEvent('tellLate', { event: { escalation: 'late' } })
        .throwEvent('tellOther', { event: { escalation: '= code' } })
        .end();
    const model = bpmnProcess(id)
      .start()
      .subProcess('part', part)
      .boundary('onAny', { event: { escalation: null }, interrupting: false }, (path) => path.end('caughtAny'))
      .boundary('onLate', { event: { escalation: 'late' }, interrupting: false }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(model);

    // when
    const key = await world.create(id, { code: 'other' });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await completedEnds(world, key)).toEqual(['caught', 'caughtAny', 'passed']);
  });

  for (const [thrower, draw] of Object.entries(throwers)) {
    scenario(179, `an escalation of ${thrower} that nobody catches changes nothing`, async (world) => {
      // given
      const [id, type] = twoNames(world);
      const model = bpmnProcess(id)
        .start()
        .subProcess('part', draw(type))
        .boundary('onOther', { event: { escalation: 'other' } }, (path) => path.end('caught'))
        .end('passed')
        .toXml();
      await world.deploy(model);

      // when
      const key = await world.create(id);
      expect(await world.incidents(key)).toEqual([]);
      await world.complete(await world.job(type));

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await completedEnds(world, key)).toEqual(['passed']);
    });
  }

  const calling = (id: string, called: string, interrupting: boolean) =>
    bpmnProcess(id)
      .start()
      .callActivity('call', { processId: called })
      .boundary('onLate', { event: { escalation: 'late' }, interrupting }, (path) => path.end('caught'))
      .end('passed')
      .toXml();

  scenario(
    180,
    'an escalation of a called process leaves it running when its caller does not interrupt',
    async (world) => {
      // given
      const [id, type] = twoNames(world);
      const called = world.name('called');
      await world.deploy(calling(id, called, false), atAnEnd(type)(bpmnProcess(called)).toXml());

      // when
      const key = await world.create(id);
      expect(await completedEnds(world, key)).toEqual(['caught']);
      await world.complete(await world.job(type));

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await completedEnds(world, key)).toEqual(['caught', 'passed']);
    },
  );

  scenario(180, 'an escalation of a called process ends it when its caller interrupts', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const called = world.name('called');
    const model = bpmnProcess(called)
      .start()
      .parallelGateway('fork')
      .branch((path) => path.serviceTask('work', { type }).end())
      .branch((path) =>
        path.serviceTask('judge', { type: `${type}_judge` }).end('tell', { event: { escalation: 'late' } }),
      )
      .toXml();
    await world.deploy(calling(id, called, true), model);
    const key = await world.create(id);
    const job = await world.job(type);

    // when
    await world.complete(await world.job(`${type}_judge`));

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await completedEnds(world, key)).toEqual(['caught']);
    expect(await world.state(theOnly(await world.called(key), 'called instance'))).toBe('TERMINATED');
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
  });
});
