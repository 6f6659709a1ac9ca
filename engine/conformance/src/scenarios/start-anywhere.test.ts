import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { awaitedMessages } from '../kit/queries.ts';

const createAt = (world: World, bpmnProcessId: string, elementIds: readonly string[], variables: object = {}) =>
  world.raw.call('CreateProcessInstance', {
    bpmnProcessId,
    version: -1,
    variables: JSON.stringify(variables),
    startInstructions: elementIds.map((elementId) => ({ elementId })),
  });

/** Every place where nothing can start by itself, and one where it can. */
const places = (id: string) =>
  bpmnProcess(id)
    .start('begin')
    .serviceTask('fine', { type: id })
    .boundary('late', { event: { timer: { duration: 'PT1H' } } }, (path) => path.end('tooLate'))
    .subProcess('each', (path) => path.start('s').serviceTask('inside', { type: id }).end('e'), {
      multiInstance: { inputCollection: '= [1, 2]' },
    })
    .eventBasedGateway('wait')
    .branch((path) => path.catchEvent('hour', { event: { timer: { duration: 'PT1H' } } }).end('hourPassed'))
    .branch((path) => path.catchEvent('day', { event: { timer: { duration: 'P1D' } } }).end('dayPassed'))
    .toXml();

scenarios('PI', 'Start anywhere', (scenario) => {
  scenario(28, 'scopes around the start are active, listen once, and map no inputs', async (world) => {
    // given
    const [id, type] = [world.name('nested'), world.name('work')];
    const [called, stopped] = [world.name('called'), world.name('stopped')];
    await world.deploy(
      bpmnProcess(id)
        .start('begin')
        .subProcess(
          'outer',
          (outer) =>
            outer
              .eventSubProcess('aside', (aside) =>
                aside
                  .start('called', { event: { message: called, correlationKey: '= order' }, interrupting: false })
                  .serviceTask('answer', { type: `${type}_answer` })
                  .end('answered'),
              )
              .start('outerStart')
              .subProcess(
                'inner',
                (inner) =>
                  inner
                    .start('innerStart')
                    .serviceTask('task', { type, inputs: { own: '= order' } })
                    .end('innerEnd'),
                { inputs: { innerInput: '"mapped"' } },
              )
              .boundary('stopped', { event: { message: stopped, correlationKey: '= order' } }, (path) =>
                path.end('stoppedEnd'),
              )
              .end('outerEnd'),
          { inputs: { outerInput: '"mapped"' } },
        )
        .end('over')
        .toXml(),
    );

    // when
    const { processInstanceKey } = await createAt(world, id, ['task'], { order: 'A-1' });
    const instance = String(processInstanceKey);

    // then
    expect(await world.elements(instance)).toEqual([id, 'outer', 'inner', 'task']);
    expect(await awaitedMessages(world, instance)).toEqual(['called', 'stopped']);
    for (const scope of ['outer', 'inner']) {
      const { elementInstanceKey } = await world.element(instance, scope);
      expect(await world.variables(String(elementInstanceKey))).toEqual({});
    }
    const job = await world.job(type);
    expect(job.variables).toEqual({ order: 'A-1', own: 'A-1' });

    // and each scope goes on as if it had been entered
    await world.publish(called, 'A-1');
    await world.complete(await world.job(`${type}_answer`));
    await world.complete(job);
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance, 'COMPLETED')).toEqual(
      expect.arrayContaining(['answered', 'innerEnd', 'outerEnd', 'over']),
    );
  });

  scenario(29, 'two starts in one scope share it', async (world) => {
    // given
    const [id, type] = [world.name('shared'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start('begin')
        .subProcess('scope', (path) =>
          path.start('s').serviceTask('first', { type }).serviceTask('second', { type }).end('e'),
        )
        .end('over')
        .toXml(),
    );

    // when
    const { processInstanceKey } = await createAt(world, id, ['first', 'second']);
    const instance = String(processInstanceKey);

    // then
    expect(await world.elements(instance)).toEqual([id, 'scope', 'first', 'second']);

    // and the scope ends when both paths have
    const [first, second] = await world.activate(type);
    await world.complete(second ?? { key: '' });
    await world.complete(first ?? { key: '' });
    expect(await world.state(instance)).toBe('ACTIVE');
    await world.complete(await world.job(type));
    expect(await world.state(instance)).toBe('COMPLETED');
    expect((await world.elements(instance)).filter((element) => element === 'scope')).toHaveLength(1);
  });

  for (const { place, elementId, words } of [
    { place: 'an element that the process does not have', elementId: 'nowhere', words: 'no such element' },
    { place: 'an element inside a multi-instance activity', elementId: 'inside', words: 'multi-instance' },
    { place: 'a boundary event', elementId: 'late', words: 'boundaryEvent' },
    { place: 'a start event', elementId: 'begin', words: 'startEvent' },
    { place: 'an event behind an event-based gateway', elementId: 'day', words: 'event-based gateway' },
    { place: 'a sequence flow', elementId: 'flow_begin_fine', words: 'no such element' },
  ]) {
    scenario(30, `nothing starts at ${place}`, async (world) => {
      // given
      const id = world.name('places');
      await world.deploy(places(id));

      // when
      const { code, details } = await world.refusal(createAt(world, id, ['fine', elementId]));

      // then
      expect(code).toBe(status.INVALID_ARGUMENT);
      expect(details).toContain(`'${elementId}'`);
      expect(details).toContain(words);
      expect(await world.instances(id)).toEqual([]);
      expect(await world.activate(id)).toEqual([]);
    });
  }
});
