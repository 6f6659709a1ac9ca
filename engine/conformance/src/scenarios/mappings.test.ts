import { bpmnProcess, type ElementOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { startOneTask } from '../kit/one-task.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const HOUR = 3_600_000;

/** Runs a process of one step that nobody works on; gives the variables of the root scope at the end. */
const runStep = async (world: World, mappings: ElementOptions, variables: object = {}) => {
  const id = world.name('step');
  await world.deploy(bpmnProcess(id).start().task('step', mappings).end().toXml());
  return world.run(id, variables);
};

scenarios('VM', 'Mappings', (scenario) => {
  scenario(
    94,
    'a variable of an input mapping hides the one outside, and keeps the result of its name',
    async (world) => {
      // given
      const { type, key } = await startOneTask(world, {
        task: { inputs: { amount: '= amount * 2' } },
        variables: { amount: 10 },
      });

      // when
      const job = await world.job(type);
      await world.complete(job, { amount: 99, other: 1 });

      // then
      expect(job.variables).toEqual({ amount: 20 });
      expect(await world.variables(key)).toEqual({ amount: 10, other: 1 });
    },
  );

  scenario(94, 'inputs are seen by their element and what is inside it only', async (world) => {
    // given
    const [id, inside, after] = [world.name('scoped'), world.name('inside'), world.name('after')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('scope', (path) => path.start().serviceTask('work', { type: inside }).end(), {
          inputs: { local: '= "in the scope"' },
        })
        .serviceTask('next', { type: after })
        .end()
        .toXml(),
    );
    await world.create(id);

    // when, then
    const job = await world.job(inside);
    expect(job.variables).toEqual({ local: 'in the scope' });
    await world.complete(job);
    expect((await world.job(after)).variables).toEqual({});
  });

  scenario(95, 'with output mappings only the mapped names leave', async (world) => {
    // given
    const { type, key } = await startOneTask(world, {
      task: { outputs: { approved: '= result.ok', note: '= remark' } },
      variables: { remark: 'outside', untouched: true },
    });

    // when
    const job = await world.job(type);
    await world.complete(job, { result: { ok: true }, remark: 'inside', secret: 1 });

    // then
    expect(await world.variables(key)).toEqual({
      remark: 'outside',
      untouched: true,
      approved: true,
      note: 'inside',
    });
    expect(await world.variables(job.elementInstanceKey)).toEqual({
      result: { ok: true },
      remark: 'inside',
      secret: 1,
    });
  });

  scenario(95, 'an output leaves its element even where an input has its name', async (world) => {
    expect(
      await runStep(world, { inputs: { sum: '= 1' }, outputs: { sum: '= sum + 1' } }, { unrelated: true }),
    ).toEqual({ unrelated: true, sum: 2 });
  });

  scenario(95, 'an output goes to the nearest scope outside that has the name', async (world) => {
    // given
    const id = world.name('nearest');
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess(
          'outer',
          (path) =>
            path
              .start()
              .task('step', { outputs: { a: '= 2', b: '= 2' } })
              .end(),
          {
            inputs: { a: '= 1' },
            outputs: { seen: '= a' },
          },
        )
        .end()
        .toXml(),
    );

    // when, then
    expect(await world.run(id, { a: 0 })).toEqual({ a: 0, b: 2, seen: 2 });
  });

  scenario(96, 'a dotted target creates the objects on its way and adds to them', async (world) => {
    // given
    const inputs = { 'person.name': '= first + " Peeters"', 'person.address.city': '= "Gent"', 'person.age': '= 40' };
    const { type } = await startOneTask(world, { task: { inputs }, variables: { first: 'An', person: 'outside' } });

    // when, then
    expect((await world.job(type)).variables).toEqual({
      first: 'An',
      person: { name: 'An Peeters', address: { city: 'Gent' }, age: 40 },
    });
  });

  scenario(96, 'a dotted output adds to the object outside, and replaces what is no object', async (world) => {
    const outputs = { 'person.age': '= 40', 'person.address.city': '= "Gent"' };
    expect(await runStep(world, { outputs }, { person: { name: 'An', address: { zip: 9000 } } })).toEqual({
      person: { name: 'An', address: { zip: 9000, city: 'Gent' }, age: 40 },
    });
    for (const person of [null, 'text', [1]]) {
      expect(await runStep(world, { outputs }, { person })).toEqual({ person: { age: 40, address: { city: 'Gent' } } });
    }
    expect(await runStep(world, { outputs })).toEqual({ person: { age: 40, address: { city: 'Gent' } } });
  });

  scenario(
    96,
    'mappings are done in order: a later one sees what an earlier one made, not the reverse',
    async (world) => {
      const variables = { base: 100, tax: 'old' };
      const outputs = { seen: '= [tax, total]' };

      expect(
        await runStep(world, { inputs: { tax: '= base * 0.5', total: '= base + tax' }, outputs }, variables),
      ).toEqual({
        ...variables,
        seen: [50, 150],
      });
      expect(await runStep(world, { inputs: { total: '= tax', tax: '= base * 0.5' }, outputs }, variables)).toEqual({
        ...variables,
        seen: [50, 'old'],
      });
      expect(
        await runStep(world, { outputs: { a: '= base', b: '= a + 1', 'c.d': '= b', 'c.e': '= c.d' } }, { base: 1 }),
      ).toEqual({ base: 1, a: 1, b: 2, c: { d: 2, e: 2 } });
    },
  );

  scenario(96, 'a later mapping replaces the whole that an earlier one had built', async (world) => {
    const outputs = { 'a.b': '= 1', a: '= { "c": 2 }', 'a.d': '= 3' };
    expect(await runStep(world, { outputs })).toEqual({ a: { c: 2, d: 3 } });
  });

  scenario(96, 'a source without expression is taken as text', async (world) => {
    expect(await runStep(world, { outputs: { greeting: 'bonjour', number: '42' } })).toEqual({
      greeting: 'bonjour',
      number: '42',
    });
  });

  scenario(96, 'what is random is drawn once and stays what it is', async (world) => {
    // given
    const task = { inputs: { ticket: '= uuid()', lot: '= random number()' } };
    const { type } = await startOneTask(world, { task });

    // when
    const [first] = await world.activate(type, { timeout: HOUR });
    await world.restart(HOUR);
    const again = await world.job(type);

    // then
    expect(first?.variables).toEqual({
      ticket: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) as string,
      lot: expect.any(Number) as number,
    });
    expect(again.variables).toEqual(first?.variables);
  });

  scenario(97, 'a source that does not exist gives null', async (world) => {
    // given
    const task = {
      inputs: { absent: '= nobody', deep: '= nobody.at.home' },
      outputs: { out: '= neither', member: '= known.missing' },
    };
    const { type, key } = await startOneTask(world, { task, variables: { known: {} } });

    // when
    const job = await world.job(type);
    await world.complete(job);

    // then
    expect(job.variables).toEqual({ absent: null, deep: null, known: {} });
    expect(await world.incidents(key)).toEqual([]);
    expect(await world.variables(key)).toEqual({ known: {}, out: null, member: null });
  });

  scenario(97, 'a source that does not exist gives null even when a function has its name', async (world) => {
    const outputs = { taken: '= date', asked: '= count = null', replaced: '= get or else(sum, 7)' };
    expect(await runStep(world, { outputs })).toEqual({ taken: null, asked: true, replaced: 7 });
  });

  scenario(
    98,
    'an input mapping that fails is an incident; once fixed and resolved the element starts',
    async (world) => {
      // given
      const { type, key } = await startOneTask(world, {
        task: { inputs: { amount: '= assert(sum, sum instance of number, "the sum is no number")' } },
        variables: { sum: 'much' },
      });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'IO_MAPPING_ERROR', elementId: 'work', jobKey: null });
      expect(incident['errorMessage']).toContain('the sum is no number');
      expect(await world.activate(type)).toEqual([]);

      // when: resolved without a fix, then with one
      await world.resolve(incident);
      const again = await world.incident(key);
      await world.setVariables(key, { sum: 12 });
      await world.resolve(again);

      // then
      expect(again['incidentKey']).not.toBe(incident['incidentKey']);
      expect((await world.job(type)).variables).toEqual({ sum: 12, amount: 12 });
      expect(await world.incidents(key)).toEqual([]);
    },
  );

  scenario(98, 'no input of an element is made when one of them fails', async (world) => {
    // given
    const { key } = await startOneTask(world, {
      task: { inputs: { first: '= 1', second: '= assert(null, false)' } },
    });

    // when
    const work = await world.element(key, 'work');

    // then
    expect(work).toMatchObject({ state: 'ACTIVE', hasIncident: true });
    expect(await world.variables(String(work['elementInstanceKey']))).toEqual({});
  });

  scenario(99, 'an output mapping that fails keeps the element completing; resolving finishes it', async (world) => {
    // given
    const { type, key } = await startOneTask(world, {
      task: { outputs: { early: '= 1', total: '= assert(sum, sum != null, "no sum")' } },
    });

    // when
    const job = await world.job(type);
    await world.complete(job, { other: 1 });

    // then
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'IO_MAPPING_ERROR', elementId: 'work', jobKey: null });
    expect(incident['errorMessage']).toContain('no sum');
    expect(await world.jobs(key)).toMatchObject([{ state: 'COMPLETED' }]);
    expect(await world.activate(type)).toEqual([]);
    expect(await world.elements(key, 'ACTIVE')).toContain('work');
    expect(await world.variables(key)).toEqual({});

    await world.setVariables(job.elementInstanceKey, { sum: 5 }, 'local');
    await world.resolve(incident);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ early: 1, total: 5 });
    expect(await world.jobs(key)).toHaveLength(1);
  });

  for (const kind of ['exclusiveGateway', 'inclusiveGateway'] as const) {
    scenario(99, `an output mapping that fails does not change what the ${kind} chose`, async (world) => {
      // given
      const id = world.name('choice');
      const path = bpmnProcess(id).start();
      path[kind]('choose', { outputs: { total: '= assert(sum, sum != null, "no sum")' } })
        .otherwise((aside) => aside.end('small'))
        .when('= amount > 100', (aside) => aside.end('large'))
        .when('= amount > 1000', (aside) => aside.end('huge'));
      await world.deploy(path.toXml());
      const key = await world.create(id, { amount: 200 });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'IO_MAPPING_ERROR', elementId: 'choose' });

      // when
      await world.restart();
      await world.setVariables(key, { sum: 5, amount: 2_000 });
      await world.resolve(incident);

      // then
      expect(new Set(await world.elements(key))).toEqual(new Set([id, 'start', 'choose', 'large']));
      expect(await world.variables(key)).toEqual({ amount: 2_000, sum: 5, total: 5 });
      expect(await world.state(key)).toBe('COMPLETED');
    });
  }

  scenario(103, 'a none start event maps what it was started with', async (world) => {
    // given
    const id = world.name('start_maps');
    await world.deploy(
      bpmnProcess(id)
        .start('begin', { outputs: { 'applicant.name': '= name', opened: '= true' } })
        .task('next', { outputs: { seen: '= applicant.name' } })
        .end()
        .toXml(),
    );

    // when, then
    expect(await world.run(id, { name: 'An' })).toEqual({
      name: 'An',
      applicant: { name: 'An' },
      opened: true,
      seen: 'An',
    });
  });

  scenario(103, 'a none end event maps the result of its scope', async (world) => {
    // given
    const id = world.name('end_maps');
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('inner', (path) => path.start().end('innerEnd', { outputs: { total: '= a + b', local: '= a' } }), {
          inputs: { local: '= 0' },
        })
        .end('done', { outputs: { summary: '= "total " + string(total)' } })
        .toXml(),
    );

    // when, then
    expect(await world.run(id, { a: 1, b: 2 })).toEqual({ a: 1, b: 2, total: 3, summary: 'total 3' });
  });

  scenario(97, 'an input without a source is null, whatever its name is outside', async (world) => {
    // given
    const id = world.name('unset');
    const type = world.name('work');
    const model = bpmnProcess(id)
      .start()
      .serviceTask('work', { type, inputs: { amount: '' } })
      .end()
      .toXml();

    // when
    await world.deploy(model.replace(' source=""', ''));
    await world.create(id, { amount: 10 });

    // then
    expect((await world.job(type)).variables).toEqual({ amount: null });
  });
});
