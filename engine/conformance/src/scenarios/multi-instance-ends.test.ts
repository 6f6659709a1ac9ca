import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { collecting, each, runLoop, startLoop } from '../kit/loops.ts';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';

scenarios('MI', 'Multi-instance as it ends', (scenario) => {
  scenario(126, 'a condition on a result ends the loop and terminates the other items', async (world) => {
    // given
    const loop = { ...collecting, completionCondition: '= result = "found"' };
    const { type, key } = await startLoop(world, loop, ['a', 'b', 'c']);
    const [first, second, third] = await world.activate(type);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Expected three jobs');

    // when
    await world.complete(first, { result: 'nothing' });
    expect(await world.state(key)).toBe('ACTIVE');
    await world.complete(third, { result: 'found' });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.refusal(world.complete(second))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
    expect(await world.variables(key)).toMatchObject({ results: ['nothing', null, 'found'] });
  });

  scenario(126, 'a condition may count the items, in all, active, completed and terminated', async (world) => {
    // given
    const counters =
      '[numberOfInstances, numberOfActiveInstances, numberOfCompletedInstances, numberOfTerminatedInstances]';
    const { type, key } = await startLoop(world, { ...each, completionCondition: `= ${counters} = [4, 2, 2, 0]` }, [
      'a',
      'b',
      'c',
      'd',
    ]);
    const jobs = await world.activate(type);

    // when, then
    for (const [at, job] of jobs.slice(0, 2).entries()) {
      expect(await world.state(key)).toBe('ACTIVE');
      expect(await world.elements(key, 'COMPLETED')).toHaveLength(1 + at);
      await world.complete(job);
    }
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work', 'work']);
  });

  scenario(126, 'counters hide variables of their name', async (world) => {
    // given
    const loop = { ...each, completionCondition: '= numberOfCompletedInstances = 1' };
    const variables = { items: [1, 2], numberOfCompletedInstances: 100 };
    const { type, key } = await startOneTask(world, { task: { multiInstance: loop }, variables });
    const [first] = await world.activate(type);

    // when
    if (first !== undefined) await world.complete(first);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(126, 'in sequence a condition that holds starts no further item', async (world) => {
    // given
    const loop = { ...collecting, sequential: true, completionCondition: '= numberOfCompletedInstances >= 2' };
    const { type, key } = await startLoop(world, loop, ['a', 'b', 'c']);

    // when
    for (const result of [1, 2]) await world.complete(await world.job(type), { result });

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.jobs(key)).toHaveLength(2);
    expect(await world.variables(key)).toMatchObject({ results: [1, 2, null] });
  });

  scenario(
    127,
    'a condition that fails is an incident of its item; once fixed and resolved the loop goes on',
    async (world) => {
      // given
      const { type, key } = await startLoop(world, { ...each, completionCondition: '= enough' }, ['a', 'b']);
      const [first, second] = await world.activate(type);
      if (first === undefined || second === undefined) throw new Error('Expected two jobs');

      // when
      await world.complete(first);

      // then
      const incident = await world.incident(key);
      expect(incident).toMatchObject({
        errorType: 'EXTRACT_VALUE_ERROR',
        elementId: 'work',
        elementInstanceKey: first.elementInstanceKey,
      });
      expect(incident['errorMessage']).toMatch(/'enough'.*'BOOLEAN'.*'NULL'/);
      await world.setVariables(key, { enough: false });
      await world.resolve(incident);
      expect(await world.incidents(key)).toEqual([]);
      expect(await world.state(key)).toBe('ACTIVE');
      await world.complete(second);
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.jobs(key)).toHaveLength(2);
    },
  );

  scenario(127, 'an item whose condition failed is ended by another whose condition holds', async (world) => {
    // given
    const { type, key } = await startLoop(
      world,
      { ...collecting, completionCondition: '= if item = "a" then nobody else true' },
      ['a', 'b', 'c'],
    );
    const [first, second] = await world.activate(type);
    if (first === undefined || second === undefined) throw new Error('Expected two jobs');
    await world.complete(first, { result: 1 });
    expect(await world.incidents(key)).toHaveLength(1);

    // when
    await world.complete(second, { result: 2 });

    // then
    expect(await world.incidents(key)).toEqual([]);
    expect(await world.state(key)).toBe('COMPLETED');
    expect((await world.variables(key))['results']).toEqual([null, 2, null]);
  });

  scenario(
    127,
    'an output that fails is an incident of its item, and is collected once after fix and resolve',
    async (world) => {
      for (const sequential of [false, true]) {
        // given
        const outputElement = '= assert(result, result != null, "no result")';
        const { type, key } = await startLoop(world, { ...collecting, outputElement, sequential }, ['a', 'b']);
        const [first] = await world.activate(type, { max: 1 });
        if (first === undefined) throw new Error('Expected a job');

        // when
        await world.complete(first);
        const incident = await world.incident(key);
        await world.setVariables(first.elementInstanceKey, { result: 'repaired' }, 'local');
        await world.resolve(incident);
        await world.complete(await world.job(type), { result: 'fine' });

        // then
        expect(incident).toMatchObject({ elementId: 'work', elementInstanceKey: first.elementInstanceKey });
        expect(incident['errorMessage']).toContain('no result');
        expect(await world.state(key)).toBe('COMPLETED');
        expect((await world.variables(key))['results']).toEqual(['repaired', 'fine']);
      }
    },
  );

  scenario(132, 'in sequence an item is read when its turn comes, and the number of items stays', async (world) => {
    // given
    const { type, key } = await startLoop(world, { ...collecting, sequential: true }, ['a', 'b']);
    const first = await world.job(type);

    // when
    await world.setVariables(key, { items: ['x', 'y', 'z'] });
    await world.complete(first, { result: 1 });
    const second = await world.job(type);
    await world.complete(second, { result: 2 });

    // then
    expect([first.variables['item'], second.variables['item']]).toEqual(['a', 'y']);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ items: ['x', 'y', 'z'], results: [1, 2] });
  });

  scenario(
    132,
    'in sequence a list that became too short is an incident, which a longer one resolves',
    async (world) => {
      // given
      const { type, key } = await startLoop(world, { ...collecting, sequential: true }, ['a', 'b']);
      const first = await world.job(type);

      // when
      await world.setVariables(key, { items: [] });
      await world.complete(first, { result: 1 });

      // then
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work' });
      expect(incident['errorMessage']).toMatch(/item 2.*0/);
      await world.setVariables(key, { items: ['a', 'B'] });
      await world.resolve(incident);
      const second = await world.job(type);
      expect(second.variables['item']).toBe('B');
      await world.complete(second, { result: 2 });
      expect(await world.variables(key)).toEqual({ items: ['a', 'B'], results: [1, 2] });
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  scenario(133, 'ten thousand items do not fail', async (world) => {
    const items = Array.from({ length: 10_000 }, (_, at) => at);
    const { results } = await runLoop(
      world,
      { ...each, outputCollection: 'results', outputElement: '= item' },
      { items },
    );

    expect(results).toEqual(items);
  });

  scenario(133, 'while many items are created others are served, and all of them can be canceled', async (world) => {
    // given
    const items = Array.from({ length: 2_000 }, (_, at) => at);
    const beside = await startOneTask(world);

    // when
    const loop = startLoop(world, each, items);
    await world.complete(await world.job(beside.type));
    const { type, key } = await loop;

    // then
    expect(await world.state(beside.key)).toBe('COMPLETED');
    expect(await world.activate(type, { max: 3 })).toHaveLength(3);
    await world.cancel(key);
    await world.reaches(key, 'TERMINATED');
    expect(await world.activate(type)).toEqual([]);
  });
});
