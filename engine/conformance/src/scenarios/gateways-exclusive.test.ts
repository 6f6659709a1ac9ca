import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

/** Deploys a choice between two conditions, without default, that ends at `first` or `second`; gives the process id. */
const deployChoice = async (world: World, first: string, second: string): Promise<string> => {
  const id = world.name('choice');
  await world.deploy(
    bpmnProcess(id)
      .start('begin')
      .exclusiveGateway('choose')
      .when(first, (path) => path.end('first'))
      .when(second, (path) => path.end('second'))
      .toXml(),
  );
  return id;
};

const startChoice = async (world: World, conditions: readonly [string, string], variables: object = {}) =>
  world.create(await deployChoice(world, ...conditions), variables);

scenarios('GW', 'Exclusive gateway', (scenario) => {
  scenario(43, 'the first flow whose condition holds is taken, and only that', async (world) => {
    // given
    const id = await deployChoice(world, '= amount > 100', '= amount > 10');

    // when
    const both = await world.create(id, { amount: 200 });
    const secondOnly = await world.create(id, { amount: 20 });

    // then
    expect(await world.elements(both, 'COMPLETED')).toEqual([id, 'begin', 'choose', 'first']);
    expect(await world.elements(secondOnly, 'COMPLETED')).toEqual([id, 'begin', 'choose', 'second']);
  });

  scenario(43, 'the default flow is the last choice even when it was drawn first', async (world) => {
    // given
    const id = world.name('choice');
    await world.deploy(
      bpmnProcess(id)
        .start('begin')
        .exclusiveGateway('choose')
        .otherwise((path) => path.end('default'))
        .when('= amount > 100', (path) => path.end('large'))
        .toXml(),
    );

    // when
    const large = await world.create(id, { amount: 200 });
    const small = await world.create(id, { amount: 20 });

    // then
    expect(await world.elements(large, 'COMPLETED')).toEqual([id, 'begin', 'choose', 'large']);
    expect(await world.elements(small, 'COMPLETED')).toEqual([id, 'begin', 'choose', 'default']);
  });

  scenario(44, 'no condition that holds and no default is an incident, until a condition holds', async (world) => {
    // given
    const instance = await startChoice(world, ['= amount > 100', '= amount > 10'], { amount: 1 });
    const incident = await world.incident(instance);
    expect(incident).toMatchObject({ errorType: 'CONDITION_ERROR', elementId: 'choose' });
    expect(await world.state(instance)).toBe('ACTIVE');

    // when
    await world.setVariables(instance, { amount: 50 });
    await world.resolve(incident);

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance)).toEqual(expect.arrayContaining(['second']));
    expect(await world.incidents(instance)).toEqual([]);
  });

  for (const { kind, variables } of [
    { kind: 'a text', variables: { answer: 'true' } },
    { kind: 'a number', variables: { answer: 1 } },
    { kind: 'null', variables: {} },
  ]) {
    scenario(45, `a condition that gives ${kind} is an incident`, async (world) => {
      // given
      const instance = await startChoice(world, ['= answer', '= true'], variables);
      const incident = await world.incident(instance);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'choose' });
      expect(await world.elements(instance, 'ACTIVE')).toEqual([expect.any(String), 'choose']);

      // when
      await world.setVariables(instance, { answer: true });
      await world.resolve(incident);

      // then
      expect(await world.state(instance)).toBe('COMPLETED');
      expect(await world.elements(instance)).toEqual(expect.arrayContaining(['first']));
    });
  }

  scenario(46, 'a condition on the default flow is never asked', async (world) => {
    // given
    const id = world.name('choice');
    await world.deploy(
      bpmnProcess(id)
        .start('begin')
        .exclusiveGateway('choose')
        .otherwise((path) => path.end('default'), '= "no answer at all"')
        .when('= amount > 100', (path) => path.end('large'))
        .toXml(),
    );

    // when
    const large = await world.create(id, { amount: 200 });
    const small = await world.create(id, { amount: 20 });

    // then
    expect(await world.elements(large)).toEqual([id, 'begin', 'choose', 'large']);
    expect(await world.elements(small)).toEqual([id, 'begin', 'choose', 'default']);
    expect([await world.state(large), await world.state(small)]).toEqual(['COMPLETED', 'COMPLETED']);
  });

  scenario(47, 'where flows meet at an exclusive gateway nobody waits for anybody', async (world) => {
    // given
    const [id, type] = [world.name('meet'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .parallelGateway('both')
        .branch((path) => path.serviceTask('slow', { type: `${type}_slow` }).connectTo('meet'))
        .branch((path) => path.exclusiveGateway('meet').serviceTask('after', { type }).end())
        .toXml(),
    );

    // when
    const instance = await world.create(id);

    // then
    await world.complete(await world.job(type));
    expect(await world.state(instance)).toBe('ACTIVE');
    await world.complete(await world.job(`${type}_slow`));
    await world.complete(await world.job(type));
    expect(await world.state(instance)).toBe('COMPLETED');
    expect((await world.elements(instance)).filter((element) => element === 'meet')).toHaveLength(2);
  });
});
