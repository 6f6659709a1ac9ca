import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { collecting, each, runLoop, startLoop } from '../kit/loops.ts';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { Job } from '../kit/world.ts';

const itemsOf = (jobs: readonly Job[]) => jobs.map(({ variables }) => [variables['loopCounter'], variables['item']]);

scenarios('MI', 'Multi-instance', (scenario) => {
  scenario(120, 'in parallel every item has a job of its own, which knows item and counter', async (world) => {
    // given
    const { type, key } = await startLoop(world, each, ['a', { b: 1 }, null]);

    // when
    const jobs = await world.activate(type);

    // then
    expect(itemsOf(jobs)).toEqual([
      [1, 'a'],
      [2, { b: 1 }],
      [3, null],
    ]);
    for (const job of jobs) {
      expect(await world.state(key)).toBe('ACTIVE');
      await world.complete(job);
    }
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ items: ['a', { b: 1 }, null] });
  });

  scenario(120, 'without an input element an item still has its counter', async (world) => {
    // given
    const { type } = await startLoop(world, { inputCollection: '= [7, 8]' }, []);

    // when, then
    expect((await world.activate(type)).map(({ variables }) => variables)).toEqual([
      { items: [], loopCounter: 1 },
      { items: [], loopCounter: 2 },
    ]);
  });

  scenario(120, 'the variable of an item has the name that was written, dots and all', async (world) => {
    // given
    const id = world.name('dotted');
    const type = world.name('work');
    const multiInstance = { inputCollection: '= items', inputElement: 'item.name' };
    await world.deploy(bpmnProcess(id).start().serviceTask('each', { type, multiInstance }).end().toXml());

    // when
    await world.create(id, { items: ['a'] });

    // then
    expect((await world.job(type)).variables).toEqual({ items: ['a'], 'item.name': 'a', loopCounter: 1 });
  });

  scenario(120, 'input mappings are done for every item, and see it', async (world) => {
    // given
    const { type, key } = await startOneTask(world, {
      task: { multiInstance: each, inputs: { greeting: '= "dag " + item', again: '= string(loopCounter) + greeting' } },
      variables: { items: ['An', 'Bo'] },
    });

    // when
    const jobs = await world.activate(type, { fetchVariable: ['greeting', 'again'] });

    // then
    expect(jobs.map(({ variables }) => variables)).toEqual([
      { greeting: 'dag An', again: '1dag An' },
      { greeting: 'dag Bo', again: '2dag Bo' },
    ]);
    expect(await world.variables(key)).toEqual({ items: ['An', 'Bo'] });
  });

  scenario(121, 'in sequence the next item starts after the one before', async (world) => {
    // given
    const { type, key } = await startLoop(world, { ...each, sequential: true }, ['a', 'b', 'c']);

    for (const [at, item] of ['a', 'b', 'c'].entries()) {
      // when
      const jobs = await world.activate(type);

      // then
      expect(itemsOf(jobs)).toEqual([[at + 1, item]]);
      expect(await world.state(key)).toBe('ACTIVE');
      expect(await world.jobs(key)).toHaveLength(at + 1);
      for (const job of jobs) await world.complete(job);
    }
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(122, 'an empty list is skipped, with an empty list as output', async (world) => {
    for (const sequential of [false, true]) {
      // given, when
      const { type, key } = await startLoop(world, { ...collecting, sequential }, []);

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.variables(key)).toEqual({ items: [], results: [] });
      expect(await world.activate(type)).toEqual([]);
    }
  });

  scenario(123, 'what is no list is an incident of the loop; once fixed and resolved it runs', async (world) => {
    for (const [variables, found] of [
      [{ items: 'a, b' }, 'STRING'],
      [{ items: { a: 1 } }, 'OBJECT'],
      [{ items: null }, 'NULL'],
      [{}, 'NULL'],
    ] as const) {
      // given
      const { type, key } = await startOneTask(world, { task: { multiInstance: each }, variables });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'work', jobKey: null });
      expect(incident['errorMessage']).toMatch(new RegExp(`'items'.*'ARRAY'.*'${found}'`));
      expect(await world.element(key, 'work')).toMatchObject({ type: 'MULTI_INSTANCE_BODY', hasIncident: true });

      // when
      await world.setVariables(key, { items: ['a'] });
      await world.resolve(incident);

      // then
      await world.complete(await world.job(type));
      expect(await world.state(key)).toBe('COMPLETED');
    }
  });

  scenario(124, 'outputs are in the order of the inputs, whatever the order of completion', async (world) => {
    // given
    const { type, key } = await startLoop(world, collecting, ['a', 'b', 'c']);
    const jobs = await world.activate(type);

    // when
    for (const at of [2, 0, 1]) {
      const job = jobs[at];
      if (job !== undefined) await world.complete(job, { result: `${String(job.variables['item'])}!` });
    }

    // then
    expect(await world.variables(key)).toEqual({ items: ['a', 'b', 'c'], results: ['a!', 'b!', 'c!'] });
  });

  scenario(124, 'results of items do not meet, and leave only through the output collection', async (world) => {
    // given
    const { type, key } = await startOneTask(world, {
      task: { multiInstance: collecting },
      variables: { items: [1, 2], result: 'outside' },
    });
    const [first, second] = await world.activate(type);
    if (first === undefined || second === undefined) throw new Error('Expected two jobs');
    expect(first.variables['result']).toBeNull();

    // when
    await world.complete(first, { result: 'first' });
    await world.complete(second, { result: 'second' });

    // then
    expect(await world.variables(key)).toEqual({ items: [1, 2], result: 'outside', results: ['first', 'second'] });
  });

  scenario(125, 'an output may be any expression, and is null where its value is missing', async (world) => {
    const items = [1, 2];
    const outputs = async (outputElement: string) =>
      (await runLoop(world, { ...collecting, outputElement }, { items }))['results'];

    expect(await outputs('= item * 2')).toEqual([2, 4]);
    expect(await outputs('= { n: loopCounter, all: items }')).toEqual([
      { n: 1, all: items },
      { n: 2, all: items },
    ]);
    expect(await outputs('= nobody')).toEqual([null, null]);
    expect(await outputs('= nobody.at.home')).toEqual([null, null]);
  });

  scenario(125, 'the output of a worker that brings nothing is null', async (world) => {
    // given
    const { type, key } = await startLoop(world, collecting, [1, 2]);
    const [first, second] = await world.activate(type);
    if (first === undefined || second === undefined) throw new Error('Expected two jobs');

    // when
    await world.complete(first, { result: 'something' });
    await world.complete(second);

    // then
    expect(await world.variables(key)).toEqual({ items: [1, 2], results: ['something', null] });
  });

  scenario(125, 'output mappings of an item feed its output and go no further', async (world) => {
    // given
    const id = world.name('loop');
    const multiInstance = { ...each, outputCollection: 'results', outputElement: '= mapped' };
    const outputs = { mapped: '= item + 1' };
    await world.deploy(bpmnProcess(id).start().task('step', { multiInstance, outputs }).end().toXml());

    // when, then
    expect(await world.run(id, { items: [1, 2] })).toEqual({ items: [1, 2], results: [2, 3] });
  });

  scenario(130, 'a list of lists is walked by a loop inside a loop', async (world) => {
    // given
    const id = world.name('nested');
    const type = world.name('work');
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess(
          'household',
          (path) =>
            path
              .start()
              .serviceTask('person', {
                type,
                multiInstance: {
                  inputCollection: '= household.people',
                  inputElement: 'person',
                  outputCollection: 'greetings',
                  outputElement: '= greeting',
                },
              })
              .end(),
          {
            multiInstance: {
              inputCollection: '= households',
              inputElement: 'household',
              outputCollection: 'all',
              outputElement: '= greetings',
            },
          },
        )
        .end()
        .toXml(),
    );
    const households = [{ people: ['An', 'Bo'] }, { people: [] }, { people: ['Cis'] }];
    const key = await world.create(id, { households });

    // when
    for (const job of await world.activate(type)) {
      await world.complete(job, { greeting: `dag ${String(job.variables['person'])}` });
    }

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ households, all: [['dag An', 'dag Bo'], [], ['dag Cis']] });
  });
});
