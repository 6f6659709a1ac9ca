import { type AdHocOptions, type ProcessPath, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { theOnly } from '../kit/queries.ts';

/** Two tasks that nothing connects. */
const twoTasks = (type: string) => (inner: ProcessPath) => {
  inner
    .serviceTask('a', { type: `${type}_a` })
    .breakOff()
    .serviceTask('b', { type: `${type}_b` });
};

interface AdHoc {
  readonly options?: AdHocOptions;
  readonly draw?: (type: string) => (inner: ProcessPath) => void;
  readonly variables?: object;
}

const startAdHoc = async (world: World, { options = {}, draw = twoTasks, variables = {} }: AdHoc) => {
  const [id, type] = [world.name('ad_hoc'), world.name('work')];
  const model = bpmnProcess(id)
    .start()
    .adHocSubProcess('choose', draw(type), { activeElements: '= elements', ...options })
    .serviceTask('after', { type: `${type}_after` })
    .end()
    .toXml();
  await world.deploy(model);
  return { key: await world.create(id, variables), type };
};

scenarios('AH', 'Ad-hoc sub-processes', (scenario) => {
  scenario(208, 'the listed elements are activated, and it completes after them', async (world) => {
    // given
    const { key, type } = await startAdHoc(world, { variables: { elements: ['a', 'b'] } });

    // when
    await world.complete(await world.job(`${type}_b`));
    expect(await world.activate(`${type}_after`)).toEqual([]);
    await world.complete(await world.job(`${type}_a`));

    // then
    await world.complete(await world.job(`${type}_after`));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  for (const [what, elements] of [
    ['an unknown element', ['a', 'nowhere']],
    ['no list at all', null],
  ] as const) {
    scenario(208, `${what} is an incident; fix and resolve`, async (world) => {
      // given
      const { key, type } = await startAdHoc(world, { variables: { elements } });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'choose' });

      // when
      await world.setVariables(key, { elements: ['a'] });
      await world.resolve(incident);

      // then
      expect(await world.activate(`${type}_a`)).toHaveLength(1);
    });
  }

  scenario(209, 'a completion condition ends what still runs', async (world) => {
    const { type, key } = await startAdHoc(world, {
      options: { completionCondition: '= isDone' },
      variables: { elements: ['a', 'b'], isDone: false },
    });
    await world.complete(await world.job(`${type}_a`), { isDone: true });
    expect(await world.activate(`${type}_b`)).toEqual([]);
    expect(await world.activate(`${type}_after`)).toHaveLength(1);
    expect(await world.elements(key, 'TERMINATED')).toContain('b');
  });

  scenario(209, 'or lets it end by itself', async (world) => {
    const { type } = await startAdHoc(world, {
      options: { completionCondition: '= isDone', cancelRemainingInstances: false },
      variables: { elements: ['a', 'b'], isDone: false },
    });
    await world.complete(await world.job(`${type}_a`), { isDone: true });
    expect(await world.activate(`${type}_after`)).toEqual([]);
    await world.complete(await world.job(`${type}_b`));
    expect(await world.activate(`${type}_after`)).toHaveLength(1);
  });

  scenario(209, 'what the elements give is collected', async (world) => {
    const { type, key } = await startAdHoc(world, {
      options: { outputCollection: 'results', outputElement: '= result' },
      variables: { elements: ['a', 'b'], result: null },
    });
    await world.complete(await world.job(`${type}_b`), { result: 'second' });
    await world.complete(await world.job(`${type}_a`), { result: 'first' });
    expect((await world.variables(key))['results']).toEqual(['second', 'first']);
  });

  scenario(210, 'a caller activates elements of one that is running', async (world) => {
    // given
    const { key, type } = await startAdHoc(world, { variables: { elements: ['a'] } });
    const filter = { processInstanceKey: key, type: 'AD_HOC_SUB_PROCESS' };
    const found = await world.rest.search('/element-instances/search', { filter });
    const { elementInstanceKey } = theOnly(found, 'ad-hoc sub-process');
    const activate = (body: object) =>
      world.rest.ask('POST', `/element-instances/ad-hoc-activities/${String(elementInstanceKey)}/activation`, body);

    // when
    const beside = await activate({ elements: [{ elementId: 'b', variables: { own: 1 } }] });
    const unknown = await activate({ elements: [{ elementId: 'after' }] });

    // then
    expect([beside.status, unknown.status]).toEqual([204, 404]);
    expect(await world.job(`${type}_b`)).toMatchObject({ variables: { own: 1 } });
    await activate({ elements: [{ elementId: 'a' }], cancelRemainingInstances: true });
    expect(await world.activate(`${type}_b`)).toEqual([]);
    await world.complete(await world.job(`${type}_a`));
    expect(await world.activate(`${type}_after`)).toHaveLength(1);
  });

  scenario(210, 'a worker chooses the elements, again after each, until it says that it is done', async (world) => {
    // given
    const type = world.name('agent');
    const { type: inner } = await startAdHoc(world, { options: { activeElements: '= null', type } });
    const answer = async (result: object) =>
      world.raw.call('CompleteJob', { jobKey: (await world.job(type)).key, variables: '{}', result });

    // when
    const activateElements = [{ elementId: 'a', variables: '{"own":1}' }];
    await answer({ type: 'adHocSubProcess', activateElements });
    const chosen = await world.job(`${inner}_a`);
    await world.complete(chosen);
    await answer({ type: 'adHocSubProcess', isCompletionConditionFulfilled: true });

    // then
    expect(chosen.variables).toEqual({ own: 1 });
    expect(await world.activate(`${inner}_after`)).toHaveLength(1);
  });

  scenario(211, 'a join behind two activated elements fires', async (world) => {
    // given
    const draw = (type: string) => (inner: ProcessPath) => {
      inner
        .serviceTask('a', { type: `${type}_a` })
        .parallelGateway('join')
        .serviceTask('c', { type: `${type}_c` })
        .breakOff()
        .serviceTask('b', { type: `${type}_b` })
        .connectTo('join');
    };
    const { key, type } = await startAdHoc(world, { draw, variables: { elements: ['a', 'b'] } });

    // when
    await world.complete(await world.job(`${type}_a`));
    expect(await world.activate(`${type}_c`)).toEqual([]);
    await world.complete(await world.job(`${type}_b`));

    // then
    await world.complete(await world.job(`${type}_c`));
    await world.complete(await world.job(`${type}_after`));
    expect(await world.state(key)).toBe('COMPLETED');
  });
});
