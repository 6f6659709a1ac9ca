import { status } from '@grpc/grpc-js';
import { bpmnProcess, type DrawPath, type StartOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

const namesFor = (world: World) => ({
  id: world.name('scoped'),
  message: world.name('message'),
  work: world.name('work'),
  handle: world.name('handle'),
  after: world.name('after'),
});

interface HandlerOptions {
  readonly id?: string;
  readonly start: StartOptions;
  readonly type: string;
}

/** Draws an event sub-process whose start event leads to one task. */
const handler =
  ({ id = 'handler', start, type }: HandlerOptions): DrawPath =>
  (path) =>
    path.eventSubProcess(id, (inner) =>
      inner.start(`${id}Start`, start).serviceTask(`${id}Task`, { type }).end(`${id}End`),
    );

const byMessage = (message: string, interrupting = true): StartOptions => ({
  event: { message, correlationKey: '= "one"' },
  interrupting,
});

/** Draws a task, after the drawings that stand aside. */
const taskBeside =
  (type: string, ...aside: readonly DrawPath[]): DrawPath =>
  (path) => {
    for (const draw of aside) draw(path);
    return path.start('begin').serviceTask('work', { type }).end('worked');
  };

const countOf = async (world: World, key: string, elementId: string) =>
  (await world.elements(key)).filter((element) => element === elementId).length;

/** Deploys a process that is drawn so, and starts it. */
const start = async (world: World, id: string, draw: DrawPath) => {
  const path = bpmnProcess(id);
  draw(path);
  await world.deploy(path.toXml());
  return world.create(id);
};

scenarios('SB', 'Event sub-processes', (scenario) => {
  scenario(114, 'an interrupting event sub-process of the process ends what runs, once', async (world) => {
    // given
    const { id, message, work, handle } = namesFor(world);
    const key = await start(world, id, taskBeside(work, handler({ start: byMessage(message), type: handle })));
    const job = await world.job(work);

    // when
    await world.publish(message, 'one', { variables: { reason: 'first' } });
    await world.publish(message, 'one', { variables: { reason: 'second' } });

    // then
    const handling = await world.job(handle);
    expect(handling.variables).toEqual({ reason: 'first' });
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
    expect(await countOf(world, key, 'handler')).toBe(1);
    await world.complete(handling);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('worked');
  });

  scenario(
    114,
    'an interrupting event sub-process inside a sub-process ends that one only, which goes on after it',
    async (world) => {
      // given
      const { id, message, work, handle, after } = namesFor(world);
      const beside = world.name('beside');
      const inner = taskBeside(work, handler({ start: byMessage(message), type: handle }));
      const key = await start(world, id, (path) =>
        path
          .start()
          .parallelGateway('fork')
          .branch((branch) => branch.serviceTask('beside', { type: beside }).end())
          .branch((branch) => branch.subProcess('inner', inner).serviceTask('next', { type: after }).end()),
      );
      const [job, other] = [await world.job(work), await world.job(beside)];

      // when
      await world.publish(message, 'one');
      await world.publish(message, 'one');

      // then
      expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
      expect(await countOf(world, key, 'handler')).toBe(1);
      expect(await world.activate(after)).toEqual([]);
      await world.complete(await world.job(handle));
      await world.complete(await world.job(after));
      expect(await world.state(key)).toBe('ACTIVE');
      await world.complete(other);
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  scenario(114, 'it waits for what the start event of its scope has mapped, from a message too', async (world) => {
    // given
    const { id, message, work, handle } = namesFor(world);
    const begin = world.name('begin');
    const path = bpmnProcess(id);
    handler({ start: { event: { message, correlationKey: '= number' } }, type: handle })(path);
    path.start('begin', { event: { message: begin }, outputs: { number: '= "n" + order.number' } });
    await world.deploy(path.serviceTask('work', { type: work }).end('worked').toXml());

    // when
    await world.publish(begin, '', { variables: { order: { number: '7' } } });
    const { processInstanceKey: key } = await world.job(work);
    expect(await world.incidents(key)).toEqual([]);
    await world.publish(message, 'n7');

    // then
    await world.complete(await world.job(handle));
    expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(114, 'it stays closed where that has no value, until somebody helps', async (world) => {
    // given
    const { id, message, work, handle } = namesFor(world);
    const path = bpmnProcess(id);
    handler({ start: { event: { message, correlationKey: '= number' } }, type: handle })(path);
    await world.deploy(path.start('begin').serviceTask('work', { type: work }).end('worked').toXml());
    const key = await world.create(id);
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'begin' });

    // when
    await world.restart();
    await world.setVariables(key, { number: 'n8' });
    await world.resolve(incident);
    await world.publish(message, 'n8');

    // then
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(114, 'timer, signal and escalation start an interrupting event sub-process too', async (world) => {
    const signal = world.name('signal');
    for (const [event, fire] of [
      [{ timer: { duration: 'PT1H' } }, () => world.advance(3_600_000)],
      [{ signal }, () => world.broadcast(signal)],
    ] as const) {
      // given
      const { id, work, handle } = namesFor(world);
      const key = await start(world, id, taskBeside(work, handler({ start: { event }, type: handle })));

      // when
      await fire();

      // then
      expect(await world.elements(key, 'TERMINATED')).toEqual(['work']);
      await world.complete(await world.job(handle));
      expect(await world.state(key)).toBe('COMPLETED');
    }

    const { id, handle } = namesFor(world);
    const key = await start(world, id, (path) => {
      handler({ start: { event: { escalation: 'late' } }, type: handle })(path);
      return path
        .start()
        .throwEvent('throw', { event: { escalation: 'late' } })
        .end('never');
    });
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('never');
  });

  scenario(
    115,
    'an event sub-process that does not interrupt runs twice at once, each with its own variables',
    async (world) => {
      // given
      const { id, message, work, handle } = namesFor(world);
      const key = await start(world, id, (path) =>
        path
          .eventSubProcess(
            'handler',
            (inner) =>
              inner
                .start('asked', { ...byMessage(message, false), outputs: { mine: '= who' } })
                .serviceTask('handling', { type: handle })
                .end(),
            { inputs: { mine: '= "nobody"' } },
          )
          .start('begin')
          .serviceTask('work', { type: work })
          .end('worked'),
      );
      const job = await world.job(work);

      // when
      for (const who of ['An', 'Bo']) await world.publish(message, 'one', { variables: { who } });
      const [first, second] = await world.activate(handle);
      if (first === undefined || second === undefined) throw new Error('Expected two jobs');

      // then
      expect([first.variables, second.variables]).toEqual([{ mine: 'An' }, { mine: 'Bo' }]);
      expect(await countOf(world, key, 'handler')).toBe(2);
      await world.complete(job);
      await world.complete(second, { mine: 'changed' });
      expect(await world.state(key)).toBe('ACTIVE');
      await world.complete(first);
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.variables(key)).toEqual({});
    },
  );

  scenario(116, 'an interrupting event sub-process ends the event sub-processes that run beside it', async (world) => {
    // given
    const { id, message, work, handle } = namesFor(world);
    const [reminder, remind] = [world.name('reminder'), world.name('remind')];
    const key = await start(
      world,
      id,
      taskBeside(
        work,
        handler({ id: 'gentle', start: byMessage(reminder, false), type: remind }),
        handler({ id: 'hard', start: byMessage(message), type: handle }),
      ),
    );
    for (let at = 0; at < 2; at += 1) await world.publish(reminder, 'one');
    const running = await world.activate(remind);
    expect(running).toHaveLength(2);

    // when
    await world.publish(message, 'one');
    await world.publish(reminder, 'one');

    // then
    for (const job of running) {
      expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    }
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'hard', 'hardTask']);
    expect(await countOf(world, key, 'gentle')).toBe(2);
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(117, 'an event sub-process no longer starts after its scope has completed', async (world) => {
    // given
    const { id, message, work, handle, after } = namesFor(world);
    const signal = world.name('signal');
    const inner = taskBeside(
      work,
      handler({ id: 'asked', start: byMessage(message), type: handle }),
      handler({ id: 'heard', start: { event: { signal }, interrupting: false }, type: handle }),
      handler({ id: 'late', start: { event: { timer: { duration: 'PT1H' } } }, type: handle }),
    );
    const key = await start(world, id, (path) =>
      path.start().subProcess('inner', inner).serviceTask('next', { type: after }).end(),
    );

    // when
    await world.complete(await world.job(work));
    await world.publish(message, 'one', { timeToLive: 60_000 });
    await world.broadcast(signal);
    await world.advance(3_600_000);

    // then
    expect(await world.activate(handle)).toEqual([]);
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'next']);
    await world.complete(await world.job(after));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(
    118,
    'one signal that reaches a sub-process from inside and at its boundary takes the boundary, once',
    async (world) => {
      // given
      const { id, work, handle, after } = namesFor(world);
      const signal = world.name('signal');
      const key = await start(world, id, (path) =>
        path
          .start()
          .subProcess('inner', taskBeside(work, handler({ start: { event: { signal } }, type: handle })))
          .boundary('raised', { event: { signal } }, (aside) => aside.serviceTask('next', { type: after }).end('aside'))
          .end('regular'),
      );

      // when
      await world.broadcast(signal);

      // then
      expect(await world.activate(handle)).toEqual([]);
      expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'next']);
      await world.complete(await world.job(after));
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await countOf(world, key, 'aside')).toBe(1);
      expect(await world.elements(key)).not.toContain('regular');
    },
  );

  scenario(
    118,
    'a boundary event still ends a sub-process that its event sub-process has interrupted',
    async (world) => {
      // given
      const { id, message, work, handle, after } = namesFor(world);
      const stop = world.name('stop');
      const key = await start(world, id, (path) =>
        path
          .start()
          .subProcess('inner', taskBeside(work, handler({ start: byMessage(message), type: handle })))
          .boundary('raised', { event: { message: stop, correlationKey: '= "one"' } }, (aside) =>
            aside.serviceTask('next', { type: after }).end('aside'),
          )
          .end('regular'),
      );
      await world.publish(message, 'one');
      const handling = await world.job(handle);

      // when
      await world.publish(stop, 'one');

      // then
      expect(await world.refusal(world.complete(handling))).toMatchObject({ code: status.NOT_FOUND });
      await world.complete(await world.job(after));
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.elements(key)).not.toContain('regular');
    },
  );

  scenario(118, 'timers of both that are due together take one path', async (world) => {
    // given
    const { id, work, handle, after } = namesFor(world);
    const event = { timer: { duration: 'PT1H' } };
    const key = await start(world, id, (path) =>
      path
        .start()
        .subProcess('inner', taskBeside(work, handler({ start: { event }, type: handle })))
        .boundary('raised', { event }, (aside) => aside.serviceTask('next', { type: after }).end('aside'))
        .end('regular'),
    );

    // when
    await world.advance(3_600_000);

    // then
    expect(await world.elements(key, 'ACTIVE')).toEqual([id, 'next']);
    await world.complete(await world.job(after));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key)).not.toContain('regular');
  });

  scenario(119, 'an incident in an interrupted scope is resolved with it', async (world) => {
    // given
    const { id, message, handle } = namesFor(world);
    const stop = world.name('stop');
    const inner: DrawPath = (path) => {
      handler({ start: byMessage(message), type: handle })(path);
      return path.start('begin').serviceTask('stuck', { type: '= nobody' }).end();
    };
    const draw: DrawPath = (path) =>
      path
        .start()
        .subProcess('inner', inner)
        .boundary('raised', { event: { message: stop, correlationKey: '= "one"' } }, (aside) => aside.end('aside'))
        .end('regular');
    const key = await start(world, id, draw);
    const incident = await world.incident(key);

    // when
    await world.publish(message, 'one');

    // then
    expect(await world.incidents(key)).toEqual([]);
    expect(await world.refusal(world.resolve(incident))).toMatchObject({ code: status.NOT_FOUND });
    await world.complete(await world.job(handle));
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.elements(key, 'COMPLETED')).toContain('regular');

    // and: by the boundary event
    const other = await world.create(id);
    expect(await world.incidents(other)).toHaveLength(1);
    await world.publish(stop, 'one');
    expect(await world.incidents(other)).toEqual([]);
    expect(await world.state(other)).toBe('COMPLETED');
  });
});
