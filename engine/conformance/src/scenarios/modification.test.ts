import { status } from '@grpc/grpc-js';
import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { modify } from '../kit/modify.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { besides, startNested } from './modification-models.ts';
import { awaitedMessages } from '../kit/queries.ts';
import { completeEach } from '../kit/commands.ts';

/** Keys of all instances of an element, oldest first. */
const instancesOf = async (world: World, processInstanceKey: string, elementId: string) => {
  const filter = { processInstanceKey, elementId };
  const sort = [{ field: 'elementInstanceKey', order: 'ASC' }];
  const found = await world.rest.search('/element-instances/search', { filter, sort });
  return found.map(({ elementInstanceKey }) => String(elementInstanceKey));
};

scenarios('OP', 'Modification of running instances', (scenario) => {
  scenario(214, 'a token moves from one element to another of its scope', async (world) => {
    // given
    const { id, key } = await startNested(world);
    const job = await world.job(`${id}_a`);

    // when
    await modify(world, key, { activate: ['d'], terminate: ['a'] });

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'd']);
    expect(await world.elements(key, 'TERMINATED')).toEqual(['a']);
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    await completeEach(world, `${id}_d`, `${id}_item`);
    expect(await world.elements(key)).not.toContain('outer');
    await world.advance(3_600_000);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(214, 'a token moves for callers of zeebe-node and of REST too', async (world) => {
    // given
    const { id, key } = await startNested(world);
    const keyOf = async (elementId: string) => String((await world.element(key, elementId))['elementInstanceKey']);

    // when
    await world.client.modifyProcessInstance({
      processInstanceKey: key,
      activateInstructions: [{ elementId: 'd', ancestorElementInstanceKey: '-1', variableInstructions: [] }],
      terminateInstructions: [{ elementInstanceKey: await keyOf('a') }],
    });
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'd']);
    const answer = await world.rest.ask('POST', `/process-instances/${key}/modification`, {
      activateInstructions: [{ elementId: 'a' }],
      terminateInstructions: [{ elementInstanceKey: await keyOf('d') }],
    });

    // then
    expect(answer.status).toBe(204);
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'a']);
  });

  scenario(
    215,
    'missing scopes are entered: they listen, but run no start event and no input mapping',
    async (world) => {
      // given
      const { id, key } = await startNested(world);

      // when
      await modify(world, key, { activate: ['c'], terminate: ['a'] });

      // then
      expect(await world.elements(key)).toEqual([id, 'begin', 'a', 'outer', 'inner', 'c']);
      for (const scope of ['outer', 'inner']) {
        const [scopeKey = ''] = await instancesOf(world, key, scope);
        expect(await world.variables(scopeKey)).toEqual({});
      }
      expect(await awaitedMessages(world, key)).toEqual(['stopped']);
      await completeEach(world, `${id}_c`);
      expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'd']);
      expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['inner', 'outer']));
    },
  );

  scenario(215, 'what interrupts a scope interrupts one that was entered this way', async (world) => {
    const { id, key } = await startNested(world);
    await modify(world, key, { activate: ['c'], terminate: ['a'] });
    await world.publish(`${id}_stop`, 'one');
    expect(await world.elements(key, 'COMPLETED')).toContain('halt');
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(215, 'tokens of one call share the scopes that they enter, and those that are there', async (world) => {
    // given
    const { key } = await startNested(world);

    // when
    await modify(world, key, { activate: ['b', 'c'] });
    await modify(world, key, { activate: ['c'] });

    // then
    expect(await instancesOf(world, key, 'outer')).toHaveLength(1);
    expect(await instancesOf(world, key, 'inner')).toHaveLength(1);
    expect(await instancesOf(world, key, 'c')).toHaveLength(2);
  });

  scenario(216, 'of several instances of a scope the caller selects one', async (world) => {
    // given
    const { id, key } = await startNested(world);
    await modify(world, key, { activate: ['b', besides(key, 'b')], terminate: ['a'] });
    const [first = '', second = ''] = await instancesOf(world, key, 'inner');
    expect(second).not.toBe('');
    const ambiguous = await world.refusal(modify(world, key, { activate: ['c'] }));
    expect([ambiguous.code, ambiguous.details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('ancestor')]);

    // when
    await modify(world, key, { activate: [besides(second, 'c')] });

    // then the second scope waits for its new token, while the first does not
    const [ofFirst, ofSecond] = await world.activate(`${id}_b`);
    await modify(world, key, { terminate: [ofFirst, ofSecond].map((job) => String(job?.elementInstanceKey)) });
    const stateOf = async (elementKey: string) =>
      (await world.rest.ask('GET', `/element-instances/${elementKey}`)).body['state'];
    expect([await stateOf(first), await stateOf(second)]).toEqual(['TERMINATED', 'ACTIVE']);
    await completeEach(world, `${id}_c`, `${id}_d`);
  });

  scenario(216, 'below a selected ancestor the scopes are new', async (world) => {
    const { key } = await startNested(world);
    await modify(world, key, { activate: ['b'], terminate: ['a'] });
    const [outer = ''] = await instancesOf(world, key, 'outer');
    await modify(world, key, { activate: [besides(outer, 'c')] });
    expect(await instancesOf(world, key, 'outer')).toEqual([outer]);
    expect(await instancesOf(world, key, 'inner')).toHaveLength(2);
  });

  scenario(217, 'variables are set globally, in a scope, or in the element, before it begins', async (world) => {
    // given
    const { id, key } = await startNested(world, { x: 'root' });

    // when
    await modify(world, key, {
      activate: [
        {
          elementId: 'c',
          variableInstructions: [
            { variables: '{"x":"global","y":"global"}' },
            { variables: '{"y":"scope","z":"scope"}', scopeId: 'outer' },
            { variables: '{"z":"element"}', scopeId: 'c' },
          ],
        },
      ],
      terminate: ['a'],
    });

    // then
    const job = await world.job(`${id}_c`);
    expect(job.variables).toEqual({ x: 'global', y: 'scope', z: 'element' });
    const [outer = ''] = await instancesOf(world, key, 'outer');
    expect(await world.variables(key)).toEqual({ x: 'global', y: 'global' });
    expect(await world.variables(outer)).toEqual({ y: 'scope', z: 'scope' });
    expect(await world.variables(job.elementInstanceKey)).toEqual({ z: 'element' });
  });

  scenario(217, 'variables reach a scope that is there already', async (world) => {
    const { key } = await startNested(world);
    await modify(world, key, { activate: ['b'], terminate: ['a'] });
    const variableInstructions = [{ variables: '{"x":1}', scopeId: 'inner' }];
    await modify(world, key, { activate: [{ elementId: 'c', variableInstructions }] });
    const [inner = ''] = await instancesOf(world, key, 'inner');
    expect(await world.variables(inner)).toEqual({ x: 1 });
  });

  scenario(218, 'with its last element a scope ends, and with its last scope the instance', async (world) => {
    // given
    const { key } = await startNested(world);
    await modify(world, key, { activate: ['b'] });

    // when the scopes lose their last token, the other one is still there
    await modify(world, key, { terminate: ['b'] });
    expect(await world.elements(key, 'TERMINATED')).toEqual(['outer', 'inner', 'b']);
    expect(await world.state(key)).toBe('ACTIVE');
    await modify(world, key, { terminate: ['a'] });

    // then
    expect(await world.state(key)).toBe('TERMINATED');
    expect(await world.elements(key)).not.toContain('d');
    expect(await awaitedMessages(world, key)).toEqual([]);
  });

  scenario(218, 'a scope stays when the call puts a token into it', async (world) => {
    // given
    const { id, key } = await startNested(world);
    await modify(world, key, { activate: ['b'], terminate: ['a'] });

    // when
    await modify(world, key, { activate: ['c'], terminate: ['b'] });

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'outer', 'inner', 'c']);
    expect(await instancesOf(world, key, 'outer')).toHaveLength(1);
  });

  scenario(218, 'to terminate the instance itself is to cancel it', async (world) => {
    const { key } = await startNested(world);
    await modify(world, key, { terminate: [key] });
    expect(await world.state(key)).toBe('TERMINATED');
    expect(await world.elements(key, 'ACTIVE')).toEqual([]);
  });

  scenario(218, 'an event sub-process that would interrupt is entered beside what runs', async (world) => {
    // given
    const [id, type] = [world.name('aside'), world.name('work')];
    await world.deploy(
      bpmnProcess(id)
        .eventSubProcess('aside', (aside) =>
          aside
            .start('called', { event: { signal: id } })
            .serviceTask('answer', { type: `${type}_answer` })
            .end('answered'),
        )
        .start()
        .serviceTask('work', { type })
        .end()
        .toXml(),
    );
    const key = await world.create(id);

    // when
    await modify(world, key, { activate: ['answer'] });

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'work', 'aside', 'answer']);
    await completeEach(world, type, `${type}_answer`);
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
