import { bpmnProcess } from '@irisflow/bpmn';
import type { ActivityOptions, ProcessPath } from '@irisflow/bpmn';
import { status } from '@grpc/grpc-js';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const twoNames = (world: World) => [world.name('failing'), world.name('work')] as const;

/** Which of the wanted elements completed in an instance. */
const completed = async (world: World, key: string, wanted: readonly string[]) =>
  (await world.elements(key, 'COMPLETED')).filter((element) => wanted.includes(String(element)));

/** A task in two scopes; every boundary event leads to an end event of its own. */
const nested = (
  id: string,
  type: string,
  codes: { inner: readonly (string | null)[]; outer: readonly (string | null)[] },
) => {
  const boundaries = (path: ProcessPath, place: string, caught: readonly (string | null)[]) => {
    for (const code of caught) {
      const name = `${place}_${code ?? 'any'}`;
      path.boundary(`on_${name}`, { event: { error: code } }, (aside) => aside.end(name));
    }
    return path;
  };
  const part = (path: ProcessPath) =>
    boundaries(path.start().serviceTask('work', { type }), 'inner', codes.inner).end();
  return boundaries(bpmnProcess(id).start().subProcess('part', part), 'outer', codes.outer).end().toXml();
};

const nestedEnds = ['inner_bad', 'inner_any', 'outer_bad', 'outer_any'];

scenarios('EV', 'Errors', (scenario) => {
  for (const [promise, codes, end] of [
    ['an error is caught by its code', { inner: ['bad'], outer: [] }, 'inner_bad'],
    ['an error without catcher of its code is caught by a catch-all', { inner: [null], outer: [] }, 'inner_any'],
    ['the code itself goes before a catch-all', { inner: [null, 'bad'], outer: [] }, 'inner_bad'],
    ['an inner catcher goes before an outer one', { inner: ['bad'], outer: ['bad'] }, 'inner_bad'],
    ['an inner catch-all goes before the code outside', { inner: [null], outer: ['bad'] }, 'inner_any'],
    ['an inner catcher of another code is passed over', { inner: ['other'], outer: ['bad'] }, 'outer_bad'],
    ['an outer catch-all catches what nobody inside does', { inner: ['other'], outer: [null] }, 'outer_any'],
  ] as const) {
    scenario(175, promise, async (world) => {
      // given
      const [id, type] = twoNames(world);
      await world.deploy(nested(id, type, codes));
      const key = await world.create(id);

      // when
      const job = await world.job(type);
      await world.throwError(job, 'bad');

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await completed(world, key, nestedEnds)).toEqual([end]);
      expect(await world.elements(key, 'TERMINATED')).toContain('work');
      expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    });
  }

  scenario(175, 'an error event sub-process of the scope goes before its boundary event', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const rescue = (path: ProcessPath) => path.start('failed', { event: { error: 'bad' } }).end('rescued');
    const part = (path: ProcessPath) =>
      path.start().serviceTask('work', { type }).end().eventSubProcess('rescue', rescue);
    const model = bpmnProcess(id)
      .start()
      .subProcess('part', part)
      .boundary('outside', { event: { error: 'bad' } }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(model);
    const key = await world.create(id);

    // when
    await world.throwError(await world.job(type), 'bad');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await completed(world, key, ['rescued', 'caught', 'passed'])).toEqual(['rescued', 'passed']);
  });

  scenario(175, 'variables of an error stay at the boundary event unless they are mapped', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const model = bpmnProcess(id)
      .start()
      .serviceTask('work', { type })
      .boundary('mapped', { event: { error: 'mapped' }, outputs: { reason: '= why' } }, (path) => path.end())
      .boundary('plain', { event: { error: 'plain' } }, (path) => path.end())
      .end()
      .toXml();
    await world.deploy(model);

    for (const [code, expected] of [
      ['mapped', { reason: 'late' }],
      ['plain', {}],
    ] as const) {
      // when
      const key = await world.create(id);
      await world.throwError(await world.job(type), code, { variables: { why: 'late', other: true } });

      // then
      expect(await world.variables(key)).toEqual(expected);
    }
  });

  const failingEnd = (id: string, error: string) => {
    const part = (path: ProcessPath) => path.start().end('fail', { event: { error } });
    return bpmnProcess(id)
      .start()
      .subProcess('part', part)
      .boundary('onBad', { event: { error: 'bad' } }, (path) => path.end('caught'))
      .boundary('onWorse', { event: { error: 'worse' } }, (path) => path.end('caughtWorse'))
      .end('passed')
      .toXml();
  };

  scenario(176, 'an error end event is caught around its scope', async (world) => {
    // given
    const [id] = twoNames(world);
    await world.deploy(failingEnd(id, 'bad'));

    // when
    const key = await world.create(id);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await completed(world, key, ['caught', 'caughtWorse', 'passed'])).toEqual(['caught']);
    expect(await world.elements(key, 'TERMINATED')).toEqual(expect.arrayContaining(['part', 'fail']));
  });

  scenario(176, 'the code of an error end event may be computed', async (world) => {
    // given
    const [id] = twoNames(world);
    await world.deploy(failingEnd(id, '= "wor" + ending'));

    // when
    const key = await world.create(id, { ending: 'se' });

    // then
    expect(await completed(world, key, ['caught', 'caughtWorse', 'passed'])).toEqual(['caughtWorse']);
  });

  scenario(176, 'a computed code that is no text is an incident; fixed, the error is caught', async (world) => {
    // given
    const [id] = twoNames(world);
    await world.deploy(failingEnd(id, '= code'));
    const key = await world.create(id, { code: 7 });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'fail' });

    // when
    await world.setVariables(key, { code: 'bad' });
    await world.resolve(incident);

    // then
    expect(await completed(world, key, ['caught', 'caughtWorse', 'passed'])).toEqual(['caught']);
  });

  scenario(176, 'an uncaught error end event is an incident that names what is caught', async (world) => {
    // given
    const [id] = twoNames(world);
    await world.deploy(failingEnd(id, 'unknown'));

    // when
    const key = await world.create(id);

    // then
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'UNHANDLED_ERROR_EVENT', elementId: 'fail' });
    expect(incident['errorMessage']).toMatch(/'unknown'.*'bad', 'worse'/);
    expect(await world.state(key)).toBe('ACTIVE');

    // when
    await world.resolve(incident);

    // then
    const again = await world.incident(key);
    expect(again['errorType']).toBe('UNHANDLED_ERROR_EVENT');
    expect(again['incidentKey']).not.toBe(incident['incidentKey']);
  });

  /** A task for each item; what is around it is drawn by the scenario. */
  const forEachItem = (options: ActivityOptions = {}): ActivityOptions => ({
    ...options,
    multiInstance: { inputCollection: '= items', inputElement: 'item' },
  });

  scenario(177, 'an error caught inside a loop item ends that item only', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const rescue = (path: ProcessPath) => path.start('failed', { event: { error: 'bad' } }).end('rescued');
    const item = (path: ProcessPath) =>
      path.start().serviceTask('work', { type }).end('worked').eventSubProcess('rescue', rescue);
    await world.deploy(bpmnProcess(id).start().subProcess('each', item, forEachItem()).end('passed').toXml());
    const key = await world.create(id, { items: [1, 2, 3] });
    const jobs = await world.activate(type);
    expect(jobs.map(({ variables }) => variables['item'])).toEqual([1, 2, 3]);

    // when
    for (const job of jobs) {
      if (job.variables['item'] === 2) await world.throwError(job, 'bad');
      else await world.complete(job);
    }

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    const ends = await completed(world, key, ['worked', 'rescued', 'passed']);
    expect(ends).toEqual(['worked', 'rescued', 'worked', 'passed']);
  });

  scenario(177, 'an error caught on the loop ends all its items', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const item = (path: ProcessPath) => path.start().serviceTask('work', { type }).end('worked');
    const model = bpmnProcess(id)
      .start()
      .subProcess('each', item, forEachItem())
      .boundary('onBad', { event: { error: 'bad' } }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(model);
    const key = await world.create(id, { items: [1, 2, 3] });
    const [first, second, third] = await world.activate(type);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Expected three jobs');

    // when
    await world.complete(first);
    await world.throwError(second, 'bad');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await completed(world, key, ['caught', 'passed'])).toEqual(['caught']);
    expect(await world.refusal(world.complete(third))).toMatchObject({ code: status.NOT_FOUND });
  });

  scenario(177, 'a loop of tasks is caught on the loop, not on the item', async (world) => {
    // given
    const [id, type] = twoNames(world);
    const model = bpmnProcess(id)
      .start()
      .serviceTask('work', { type, ...forEachItem() })
      .boundary('onBad', { event: { error: 'bad' } }, (path) => path.end('caught'))
      .end('passed')
      .toXml();
    await world.deploy(model);
    const key = await world.create(id, { items: [1, 2] });
    const [job, other] = await world.activate(type);
    if (job === undefined || other === undefined) throw new Error('Expected two jobs');

    // when
    await world.throwError(job, 'bad');

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await completed(world, key, ['caught', 'passed'])).toEqual(['caught']);
    expect(await world.refusal(world.complete(other))).toMatchObject({ code: status.NOT_FOUND });
  });
});
