import { type DrawPath, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { completeEach } from '../kit/commands.ts';

/** Deploys and starts a fork to three tasks, `a` to `c`, each taken when the variable of its name is true, and a default to `d`. */
const startFork = async (world: World, variables: object): Promise<{ id: string; instance: string }> => {
  const id = world.name('fork');
  const task =
    (letter: string): DrawPath =>
    (path) =>
      path.serviceTask(letter, { type: `${id}_${letter}` }).end();
  await world.deploy(
    bpmnProcess(id)
      .start()
      .inclusiveGateway('fork')
      .otherwise(task('d'))
      .when('= a = true', task('a'))
      .when('= b = true', task('b'))
      .when('= c = true', task('c'))
      .toXml(),
  );
  return { id, instance: await world.create(id, variables) };
};

/** A fork whose two conditions ask for `a` and `b`, without a default. */
const strict = (id: string) =>
  bpmnProcess(id)
    .start()
    .inclusiveGateway('fork')
    .when('= a', (path) => path.serviceTask('takenA', { type: `${id}_a` }).end())
    .when('= b', (path) => path.serviceTask('takenB', { type: `${id}_b` }).end())
    .toXml();

scenarios('GW', 'Inclusive gateway', (scenario) => {
  for (const { many, variables, taken } of [
    { many: 'one flow', variables: { b: true }, taken: ['b'] },
    { many: 'many flows', variables: { a: true, b: false, c: true }, taken: ['a', 'c'] },
    { many: 'all flows', variables: { a: true, b: true, c: true }, taken: ['a', 'b', 'c'] },
    { many: 'the default flow when nothing else', variables: { a: false }, taken: ['d'] },
  ]) {
    scenario(53, `a fork takes ${many}`, async (world) => {
      // when
      const { id, instance } = await startFork(world, variables);

      // then
      expect(await world.elements(instance, 'ACTIVE')).toEqual([id, ...taken]);
      await completeEach(world, ...taken.map((letter) => `${id}_${letter}`));
      expect(await world.state(instance)).toBe('COMPLETED');
    });
  }

  scenario(54, 'a fork of which nothing holds is an incident, again and again until something does', async (world) => {
    // given
    const id = world.name('strict');
    await world.deploy(strict(id));
    const instance = await world.create(id, { a: false, b: false });
    const first = await world.incident(instance);
    expect(first).toMatchObject({ errorType: 'CONDITION_ERROR', elementId: 'fork' });

    // when nothing was mended
    await world.resolve(first);

    // then
    const second = await world.incident(instance);
    expect(second).toMatchObject({ errorType: 'CONDITION_ERROR', elementId: 'fork' });
    expect(second['incidentKey']).not.toBe(first['incidentKey']);

    // when it was
    await world.setVariables(instance, { b: true });
    await world.resolve(second);

    // then
    expect(await world.incidents(instance)).toEqual([]);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'takenB']);
    await completeEach(world, `${id}_b`);
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(54, 'one condition without an answer keeps the token from every flow', async (world) => {
    // given
    const id = world.name('strict');
    await world.deploy(strict(id));
    const instance = await world.create(id, { a: true, b: 'yes' });

    // when
    const incident = await world.incident(instance);

    // then
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'fork' });
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'fork']);
    await world.setVariables(instance, { b: true });
    await world.resolve(incident);
    expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'takenA', 'takenB']);
  });

  scenario(55, 'a single flow needs no condition', async (world) => {
    // given
    const id = world.name('single');
    await world.deploy(bpmnProcess(id).start('begin').inclusiveGateway('fork').end('over').toXml());

    // when
    const instance = await world.create(id);

    // then
    expect(await world.state(instance)).toBe('COMPLETED');
    expect(await world.elements(instance, 'COMPLETED')).toEqual([id, 'begin', 'fork', 'over']);
  });
});
