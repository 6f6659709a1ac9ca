import { type DrawPath, type ProcessOptions, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { both, listening } from '../kit/listening.ts';
import { each } from '../kit/loops.ts';
import { oneTask, startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { awaitedMessages } from '../kit/queries.ts';
import { completeEach } from '../kit/commands.ts';

/** Draws a process between a start and an end event and starts it. */
const startDrawn = async (world: World, draw: DrawPath, options: ProcessOptions = {}) => {
  const id = world.name('listened');
  const path = bpmnProcess(id, options).start();
  draw(path);
  await world.deploy(path.end('over').toXml());
  return { id, key: await world.create(id) };
};

scenarios('EL', 'Where execution listeners stand', (scenario) => {
  scenario(207, 'the listeners of a process stand around everything else', async (world) => {
    // given
    const stem = world.name('process');
    const draw: DrawPath = (path) => path.serviceTask('work', { type: `${stem}_work` });
    const { id, key } = await startDrawn(world, draw, { listeners: listening(stem, ...both) });
    const job = await world.job(`${stem}_start`);
    expect(job).toMatchObject({ elementId: id, elementInstanceKey: key });
    expect(await world.elements(key)).toEqual([id]);

    // when
    await world.complete(job, { opened: 1 });
    await completeEach(world, `${stem}_work`);
    const last = await world.job(`${stem}_end`);
    expect(await world.elements(key, 'COMPLETED')).toContain('over');
    expect(await world.state(key)).toBe('ACTIVE');
    await world.complete(last, { closed: 1 });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ opened: 1, closed: 1 });
  });

  scenario(207, 'the listeners of a sub-process stand around its content', async (world) => {
    // given
    const stem = world.name('scope');
    const { key } = await startDrawn(world, (path) =>
      path.subProcess(
        'scope',
        (inner) =>
          inner
            .start('s')
            .serviceTask('work', { type: `${stem}_work` })
            .end('e'),
        { listeners: listening(stem, ...both) },
      ),
    );

    // when
    const first = await world.job(`${stem}_start`);
    expect(await world.elements(key)).not.toContain('s');
    await world.complete(first, { local: 1 });
    const work = await world.job(`${stem}_work`);
    expect(work.variables).toEqual({ local: 1 });
    await world.complete(work);
    expect(await world.elements(key, 'COMPLETED')).toContain('e');
    expect(await world.elements(key)).not.toContain('over');
    await world.complete(await world.job(`${stem}_end`), { result: 1 });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ result: 1 });
  });

  scenario(207, 'a call activity calls after its start listener, and leaves after its end listener', async (world) => {
    // given
    const [child, stem] = [world.name('child'), world.name('call')];
    await world.deploy(oneTask(child, { type: `${stem}_work` }));
    const { key } = await startDrawn(world, (path) =>
      path.callActivity('call', { processId: child, listeners: listening(stem, ...both) }),
    );

    // when
    const first = await world.job(`${stem}_start`);
    expect(await world.called(key)).toEqual([]);
    await world.complete(first, { handed: 1 });
    const work = await world.job(`${stem}_work`);
    expect(work.variables).toEqual({ handed: 1 });
    await world.complete(work);
    const [called = ''] = await world.called(key);
    expect([await world.state(called), await world.state(key)]).toEqual(['COMPLETED', 'ACTIVE']);
    await completeEach(world, `${stem}_end`);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  for (const gateway of ['exclusiveGateway', 'inclusiveGateway'] as const) {
    scenario(207, `a start listener of an ${gateway} may decide where it leads`, async (world) => {
      // given
      const stem = world.name('gateway');
      const { key } = await startDrawn(world, (path) =>
        path[gateway]('choice', { listeners: listening(stem, 'start') })
          .when('= chosen', (chosen) => chosen.end('taken'))
          .otherwise((other) => other.end('notTaken'))
          .breakOff()
          .task('lonely'),
      );

      // when
      await world.complete(await world.job(`${stem}_start`), { chosen: true });

      // then
      expect(await world.elements(key)).toContain('taken');
      expect(await world.elements(key)).not.toContain('notTaken');
    });
  }

  scenario(207, 'a parallel gateway asks its listener once, when all have arrived', async (world) => {
    // given
    const stem = world.name('join');
    const { key } = await startDrawn(world, (path) =>
      path
        .parallelGateway('fork')
        .branch((branch) =>
          branch
            .serviceTask('a', { type: `${stem}_a` })
            .parallelGateway('join', { listeners: listening(stem, 'start') }),
        )
        .branch((branch) => branch.serviceTask('b', { type: `${stem}_b` }).connectTo('join'))
        .at('join'),
    );

    // when, then
    await completeEach(world, `${stem}_a`);
    expect(await world.activate(`${stem}_start`)).toEqual([]);
    await completeEach(world, `${stem}_b`, `${stem}_start`);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(207, 'an event-based gateway waits only after its listener', async (world) => {
    // given
    const [stem, paid] = [world.name('wait'), world.name('paid')];
    const { key } = await startDrawn(world, (path) =>
      path
        .eventBasedGateway('wait', { listeners: listening(stem, 'start') })
        .branch((branch) =>
          branch.catchEvent('paid', { event: { message: paid, correlationKey: '= order' } }).end('done'),
        )
        .branch((branch) => branch.catchEvent('late', { event: { timer: { duration: 'P1D' } } }).end('tooLate'))
        .breakOff()
        .task('lonely'),
    );

    // when
    const job = await world.job(`${stem}_start`);
    expect(await awaitedMessages(world, key)).toEqual([]);
    await world.setVariables(key, { order: stem });
    await world.complete(job);

    // then
    await world.publish(paid, stem);
    expect(await world.elements(key, 'COMPLETED')).toContain('done');
  });

  scenario(207, 'start, intermediate and end events have listeners', async (world) => {
    // given
    const [id, stem] = [world.name('events'), world.name('event')];
    await world.deploy(
      bpmnProcess(id)
        .start('begun', { listeners: listening(`${stem}_begun`, 'end') })
        .throwEvent('passed', { listeners: listening(`${stem}_passed`, ...both) })
        .catchEvent('waited', {
          event: { timer: { duration: 'PT1H' } },
          listeners: listening(`${stem}_waited`, ...both),
        })
        .end('over', { listeners: listening(`${stem}_over`, ...both) })
        .toXml(),
    );
    const key = await world.create(id);

    // when, then
    await completeEach(world, `${stem}_begun_end`, `${stem}_passed_start`, `${stem}_passed_end`);
    const waiting = await world.job(`${stem}_waited_start`);
    await world.advance(3_600_000);
    await world.complete(waiting);
    expect(await world.activate(`${stem}_waited_end`)).toEqual([]);
    await world.advance(3_600_000);
    await completeEach(world, `${stem}_waited_end`, `${stem}_over_start`, `${stem}_over_end`);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(207, 'a boundary event asks its listener before its path begins', async (world) => {
    // given
    const stem = world.name('boundary');
    const { key } = await startDrawn(world, (path) =>
      path
        .serviceTask('work', { type: `${stem}_work` })
        .boundary('late', { event: { timer: { duration: 'PT1H' } }, listeners: listening(stem, 'end') }, (late) =>
          late.end('tooLate'),
        ),
    );

    // when
    await world.advance(3_600_000);

    // then
    const job = await world.job(`${stem}_end`);
    expect(job.elementId).toBe('late');
    expect(await world.elements(key)).not.toContain('tooLate');
    await world.complete(job);
    expect(await world.elements(key)).toContain('tooLate');
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(207, 'a repeated task asks its listeners for each item', async (world) => {
    // given
    const stem = world.name('item');
    const listeners = listening(stem, ...both);
    const { key, type } = await startOneTask(world, {
      task: { listeners, multiInstance: each },
      variables: { items: ['a', 'b'] },
    });

    // when, then
    for (const next of [`${stem}_start`, type, `${stem}_end`]) {
      const jobs = await world.activate(next);
      expect(jobs.map(({ variables }) => variables['item'])).toEqual(['a', 'b']);
      for (const job of jobs) await world.complete(job);
    }
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
