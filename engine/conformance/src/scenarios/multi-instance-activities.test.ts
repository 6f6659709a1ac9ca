import { status } from '@grpc/grpc-js';
import { bpmnProcess, type DrawPath } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { collecting } from '../kit/loops.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

/** Deploys a process with what is drawn between start and end, and starts it for these items. */
const start = async (world: World, draw: DrawPath, items: readonly unknown[]) => {
  const id = world.name('repeated');
  const path = bpmnProcess(id).start();
  draw(path);
  await world.deploy(path.end('regular').toXml());
  return world.create(id, { items });
};

const expectResults = async (world: World, key: string, results: readonly unknown[]) => {
  expect(await world.state(key)).toBe('COMPLETED');
  expect((await world.variables(key))['results']).toEqual(results);
};

scenarios('MI', 'Multi-instance of all kinds of activities', (scenario) => {
  scenario(128, 'an interrupting boundary event ends all items, and no output leaves', async (world) => {
    // given
    const [type, handle, message] = [world.name('work'), world.name('handle'), world.name('stop')];
    const key = await start(
      world,
      (path) =>
        path
          .serviceTask('work', { type, multiInstance: collecting })
          .boundary('raised', { event: { message, correlationKey: '= "one"' } }, (aside) =>
            aside.serviceTask('handling', { type: handle }).end('handled'),
          ),
      [1, 2, 3],
    );
    const [first, ...rest] = await world.activate(type);
    if (first !== undefined) await world.complete(first, { result: 1 });

    // when
    await world.publish(message, 'one');

    // then
    for (const job of rest) expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work', 'work', 'work']);
    const handling = await world.job(handle);
    expect(handling.variables).toEqual({ items: [1, 2, 3] });
    await world.complete(handling);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('regular');
  });

  scenario(
    128,
    'a boundary event that does not interrupt happens once for the loop, not for each item',
    async (world) => {
      // given
      const [type, handle, message] = [world.name('work'), world.name('handle'), world.name('remind')];
      const key = await start(
        world,
        (path) =>
          path
            .serviceTask('work', { type, multiInstance: collecting })
            .boundary('raised', { event: { message, correlationKey: '= "one"' }, interrupting: false }, (aside) =>
              aside.serviceTask('handling', { type: handle }).end('handled'),
            ),
        [1, 2, 3],
      );

      // when
      await world.publish(message, 'one');

      // then
      await world.complete(await world.job(handle));
      const jobs = await world.activate(type);
      expect(jobs).toHaveLength(3);
      for (const job of jobs) await world.complete(job, { result: job.variables['item'] });
      await expectResults(world, key, [1, 2, 3]);
    },
  );

  scenario(128, 'an error of one item is caught at the boundary of the loop', async (world) => {
    // given
    const [type, handle] = [world.name('work'), world.name('handle')];
    const key = await start(
      world,
      (path) =>
        path
          .serviceTask('work', { type, multiInstance: collecting })
          .boundary('raised', { event: { error: 'no' } }, (aside) =>
            aside.serviceTask('handling', { type: handle }).end('handled'),
          ),
      [1, 2],
    );
    const [first] = await world.activate(type);

    // when
    if (first !== undefined) await world.throwError(first, 'no');

    // then
    expect(await world.elements(key, 'TERMINATED')).toHaveLength(3);
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(129, 'a sub-process is repeated, each time with variables of its own', async (world) => {
    // given
    const [first, second] = [world.name('first'), world.name('second')];
    const key = await start(
      world,
      (path) =>
        path.subProcess(
          'inner',
          (inner) =>
            inner
              .start('begin')
              .serviceTask('first', { type: first, outputs: { result: '= item + "-" + part' } })
              .serviceTask('second', { type: second })
              .end('done'),
          { multiInstance: collecting },
        ),
      ['a', 'b'],
    );

    // when
    for (const job of await world.activate(first))
      await world.complete(job, { part: job.variables['loopCounter'] === 1 ? 'x' : 'y' });
    const jobs = await world.activate(second);

    // then
    expect(jobs.map(({ variables }) => variables['result'])).toEqual(['a-x', 'b-y']);
    for (const job of jobs.toReversed()) await world.complete(job);
    await expectResults(world, key, ['a-x', 'b-y']);
  });

  scenario(129, 'a process is called for each item, and its result is collected', async (world) => {
    // given
    const [child, type] = [world.name('child'), world.name('work')];
    await world.deploy(bpmnProcess(child).start().serviceTask('childWork', { type }).end().toXml());
    const key = await start(
      world,
      (path) => path.callActivity('call', { processId: child, multiInstance: collecting }),
      ['a', 'b'],
    );
    expect(await world.called(key)).toHaveLength(2);

    // when
    for (const job of await world.activate(type))
      await world.complete(job, { result: `${String(job.variables['item'])}!` });

    // then
    await expectResults(world, key, ['a!', 'b!']);
    expect(await Promise.all((await world.called(key)).map((called) => world.state(called)))).toEqual([
      'COMPLETED',
      'COMPLETED',
    ]);
  });

  scenario(129, 'a receive task waits for each item under a key of its own', async (world) => {
    // given
    const message = world.name('answer');
    const key = await start(
      world,
      (path) => path.receiveTask('wait', { message, correlationKey: '= item', multiInstance: collecting }),
      ['a', 'b'],
    );

    // when, then
    await world.publish(message, 'b', { variables: { result: 'from b' } });
    expect(await world.state(key)).toBe('ACTIVE');
    await world.publish(message, 'a', { variables: { result: 'from a' } });
    await expectResults(world, key, ['from a', 'from b']);
  });

  scenario(129, 'a user task is made for each item', async (world) => {
    // given
    const key = await start(
      world,
      (path) =>
        path.userTask('decide', {
          assignee: '= item',
          multiInstance: { ...collecting, outputElement: '= item + ": " + answer' },
        }),
      ['an', 'bo'],
    );
    const tasks = await world.rest.search('/user-tasks/search', { filter: { processInstanceKey: key } });

    // when
    for (const { userTaskKey, assignee } of tasks) {
      const variables = { answer: assignee === 'an' ? 'yes' : 'no' };
      await world.rest.ask('POST', `/user-tasks/${String(userTaskKey)}/completion`, { variables });
    }

    // then
    expect(new Set(tasks.map(({ assignee }) => assignee))).toEqual(new Set(['an', 'bo']));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(129, 'a script is computed for each item, one after the other', async (world) => {
    // given, when
    const key = await start(
      world,
      (path) =>
        path.scriptTask('compute', {
          expression: '= item * loopCounter',
          resultVariable: 'result',
          multiInstance: { ...collecting, sequential: true },
        }),
      [5, 6, 7],
    );

    // then
    await expectResults(world, key, [5, 12, 21]);
  });

  scenario(131, 'an event sub-process inside a repeated sub-process listens for its own item only', async (world) => {
    // given
    const [type, handle, message] = [world.name('work'), world.name('handle'), world.name('withdraw')];
    const key = await start(
      world,
      (path) =>
        path.subProcess(
          'inner',
          (inner) =>
            inner
              .eventSubProcess('handler', (handler) =>
                handler
                  .start('withdrawn', { event: { message, correlationKey: '= item' } })
                  .serviceTask('handling', { type: handle })
                  .end('handled'),
              )
              .start('begin')
              .serviceTask('work', { type })
              .end('done'),
          { multiInstance: collecting },
        ),
      ['a', 'b', 'c'],
    );
    const [, second] = await world.activate(type);

    // when
    await world.publish(message, 'a', { variables: { result: 'withdrawn a' } });
    await world.publish(message, 'c', { variables: { result: 'withdrawn c' } });

    // then
    const handling = await world.activate(handle);
    expect(handling.map(({ variables }) => variables['item'])).toEqual(['a', 'c']);
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work', 'work']);
    for (const job of handling) await world.complete(job);
    expect(await world.state(key)).toBe('ACTIVE');
    if (second !== undefined) await world.complete(second, { result: 'worked b' });
    await expectResults(world, key, ['withdrawn a', 'worked b', 'withdrawn c']);
  });
});
