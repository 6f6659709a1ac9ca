import { status } from '@grpc/grpc-js';
import {
  bpmnProcess,
  type BoundaryOptions,
  type DrawPath,
  type EventOptions,
  type JobTaskOptions,
} from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';

interface AttachedOptions {
  readonly event: BoundaryOptions;
  readonly task?: Partial<JobTaskOptions>;
  readonly variables?: object;
}

/** Starts a task `work` with a boundary event `raised` that leads to a task `handling`; the task itself leads to `regular`. */
const startAttached = async (world: World, { event, task = {}, variables = {} }: AttachedOptions) => {
  const [id, type, handle] = [world.name('attached'), world.name('work'), world.name('handle')];
  await world.deploy(
    bpmnProcess(id)
      .start()
      .serviceTask('work', { ...task, type })
      .boundary('raised', event, (path) => path.serviceTask('handling', { type: handle }).end('handled'))
      .end('regular')
      .toXml(),
  );
  const key = await world.create(id, variables);
  return { key, handle, job: await world.job(type) };
};

interface Trigger {
  readonly title: string;
  readonly event: EventOptions;
  fire(world: World): Promise<unknown>;
}

/** Events that reach a boundary from outside, each under names of its own. */
const triggersOf = (world: World): readonly Trigger[] => {
  const [message, signal] = [world.name('message'), world.name('signal')];
  return [
    { title: 'timer', event: { timer: { duration: 'PT1H' } }, fire: () => world.advance(3_600_000) },
    { title: 'message', event: { message, correlationKey: '= "one"' }, fire: () => world.publish(message, 'one') },
    { title: 'signal', event: { signal }, fire: () => world.broadcast(signal) },
  ];
};

const expectInterrupted = async (world: World, { key, handle }: { readonly key: string; readonly handle: string }) => {
  await world.complete(await world.job(handle));
  expect(await world.state(key)).toBe('COMPLETED');
  const entered = await world.elements(key);
  expect(entered).not.toContain('regular');
  expect(entered.filter((id) => id === 'raised')).toHaveLength(1);
};

scenarios('SB', 'Boundary events', (scenario) => {
  scenario(
    105,
    'an interrupting timer, message or signal ends the task with its job, and takes its path',
    async (world) => {
      for (const { title, event, fire } of triggersOf(world)) {
        // given
        const attached = await startAttached(world, { event: { event } });

        // when
        await fire(world);

        // then
        expect(await world.elements(attached.key, 'TERMINATED'), title).toEqual(['work']);
        expect(await world.jobs(attached.key), title).toMatchObject([{ state: 'CANCELED' }, { elementId: 'handling' }]);
        expect(await world.refusal(world.complete(attached.job))).toMatchObject({ code: status.NOT_FOUND });
        await expectInterrupted(world, attached);
      }
    },
  );

  scenario(105, 'an interrupting escalation ends the sub-process that threw it, and takes its path', async (world) => {
    // given
    const [id, handle] = [world.name('escalated'), world.name('handle')];
    const [beside, next] = [world.name('beside'), world.name('next')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess('work', (path) =>
          path
            .start('begin')
            .parallelGateway('fork')
            .branch((branch) => branch.serviceTask('beside', { type: beside }).end())
            .branch((branch) =>
              branch
                .serviceTask('go', { type: next })
                .throwEvent('throw', { event: { escalation: 'late' } })
                .serviceTask('never', { type: world.name('never') })
                .end(),
            ),
        )
        .boundary('raised', { event: { escalation: 'late' } }, (path) =>
          path.serviceTask('handling', { type: handle }).end('handled'),
        )
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);
    const job = await world.job(beside);

    // when
    await world.complete(await world.job(next));

    // then
    expect(await world.elements(key, 'TERMINATED')).toEqual(expect.arrayContaining(['work', 'beside']));
    expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
    expect(await world.elements(key)).not.toContain('never');
    await expectInterrupted(world, { key, handle });
  });

  scenario(105, 'after the task is done its boundary events no longer happen', async (world) => {
    for (const { title, event, fire } of triggersOf(world)) {
      // given
      const { key, handle, job } = await startAttached(world, { event: { event } });

      // when
      await world.complete(job);
      await fire(world);

      // then
      expect(await world.elements(key), title).toEqual([expect.any(String), 'start', 'work', 'regular']);
      expect(await world.activate(handle), title).toEqual([]);
    }
  });

  scenario(
    106,
    'a message that does not interrupt happens twice beside its task, which still completes',
    async (world) => {
      // given
      const message = world.name('reminder');
      const { key, handle, job } = await startAttached(world, {
        event: { event: { message, correlationKey: '= "one"' }, interrupting: false },
      });

      // when
      await world.publish(message, 'one', { variables: { at: 1 } });
      await world.publish(message, 'one', { variables: { at: 2 } });

      // then
      const handling = await world.activate(handle);
      expect(handling).toHaveLength(2);
      expect(await world.elements(key, 'ACTIVE')).toContain('work');
      await world.complete(job);
      for (const each of handling) {
        expect(await world.state(key)).toBe('ACTIVE');
        await world.complete(each);
      }
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.elements(key, 'COMPLETED')).toEqual(expect.arrayContaining(['regular', 'handled', 'handled']));
    },
  );

  scenario(106, 'a message that waited in the buffer for each of two events is taken by both', async (world) => {
    // given
    const message = world.name('reminder');
    for (const at of [1, 2]) await world.publish(message, 'one', { timeToLive: 60_000, variables: { at } });

    // when
    const { handle, job } = await startAttached(world, {
      event: { event: { message, correlationKey: '= "one"' }, interrupting: false },
    });

    // then
    expect(await world.activate(handle)).toHaveLength(2);
    await world.complete(job);
  });

  scenario(
    107,
    'what is nested in a sub-process has ended before the path of its boundary event starts',
    async (world) => {
      // given: a task inside whose cancellation waits for a listener
      const [id, child] = [world.name('nested'), world.name('child')];
      const [message, inside, called] = [world.name('stop'), world.name('inside'), world.name('called')];
      const [listen, handle] = [world.name('listen'), world.name('handle')];
      const nested: DrawPath = (path) =>
        path
          .start('deepStart')
          .parallelGateway('fork')
          .branch((branch) => branch.serviceTask('inside', { type: inside }).end())
          .branch((branch) => branch.callActivity('call', { processId: child }).end())
          .branch((branch) => branch.userTask('person', { taskListeners: [{ on: 'canceling', type: listen }] }).end());
      await world.deploy(
        bpmnProcess(child).start().serviceTask('called', { type: called }).end().toXml(),
        bpmnProcess(id)
          .start()
          .subProcess('outer', (path) => path.start('outerStart').subProcess('deep', nested).end())
          .boundary('raised', { event: { message, correlationKey: '= "one"' } }, (path) =>
            path.serviceTask('handling', { type: handle }).end('handled'),
          )
          .end('regular')
          .toXml(),
      );
      const key = await world.create(id);
      const jobs = [await world.job(inside), await world.job(called)];
      const [childKey = ''] = await world.called(key);

      // when
      await world.publish(message, 'one');

      // then
      expect(await world.activate(handle)).toEqual([]);
      expect(await world.elements(key)).not.toContain('raised');
      for (const job of jobs) {
        expect(await world.refusal(world.complete(job))).toMatchObject({ code: status.NOT_FOUND });
      }
      await world.complete(await world.job(listen));
      expect(await world.state(childKey)).toBe('TERMINATED');
      expect(new Set(await world.elements(key, 'TERMINATED'))).toEqual(
        new Set(['outer', 'deep', 'inside', 'call', 'person']),
      );
      await expectInterrupted(world, { key, handle });
    },
  );

  scenario(108, 'all flows that leave a boundary event are taken', async (world) => {
    // given
    const [id, message, type] = [world.name('fan'), world.name('stop'), world.name('work')];
    const [left, right] = [world.name('left'), world.name('right')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .serviceTask('work', { type })
        .boundary('raised', { event: { message, correlationKey: '= "one"' } }, (path) =>
          path.serviceTask('left', { type: left }).end(),
        )
        .end()
        .at('raised')
        .serviceTask('right', { type: right })
        .end()
        .toXml(),
    );
    const key = await world.create(id);

    // when
    await world.publish(message, 'one');

    // then
    await world.complete(await world.job(left));
    expect(await world.state(key)).toBe('ACTIVE');
    await world.complete(await world.job(right));
    expect(await world.state(key)).toBe('COMPLETED');
  });

  scenario(109, 'a message on the boundary is keyed by the value outside of its task', async (world) => {
    // given
    const message = world.name('stop');
    const [inside, outside] = [world.name('inside'), world.name('outside')];
    const attached = await startAttached(world, {
      event: { event: { message, correlationKey: '= id' } },
      task: { inputs: { id: `= "${inside}"` } },
      variables: { id: outside },
    });

    // when, then
    expect(attached.job.variables).toEqual({ id: inside });
    await world.publish(message, inside);
    expect(await world.elements(attached.key, 'ACTIVE')).toContain('work');
    await world.publish(message, outside);
    await expectInterrupted(world, attached);
  });

  scenario(110, 'output mappings of a boundary event see what it brought and what its scope has', async (world) => {
    for (const interrupting of [true, false]) {
      // given
      const message = world.name('paid');
      const { key, handle } = await startAttached(world, {
        event: {
          event: { message, correlationKey: '= "one"' },
          interrupting,
          outputs: { balance: '= due - paid', remark: '= note', ofTask: '= local' },
        },
        task: { inputs: { local: '= "of the task"', due: '= 1' } },
        variables: { due: 100, paid: 0 },
      });

      // when
      await world.publish(message, 'one', { variables: { paid: 30, note: 'cash', unmapped: true } });

      // then
      const expected = { due: 100, paid: 0, balance: 70, remark: 'cash', ofTask: null };
      expect((await world.job(handle)).variables).toEqual(expected);
      expect(await world.variables(key)).toEqual(expected);
    }
  });

  scenario(110, 'without output mappings what it brought goes to the scope around its task', async (world) => {
    // given
    const message = world.name('paid');
    const { key, handle, job } = await startAttached(world, {
      event: { event: { message, correlationKey: '= "one"' }, interrupting: false },
      task: { inputs: { paid: '= "of the task"' } },
    });

    // when
    await world.publish(message, 'one', { variables: { paid: 30 } });

    // then
    expect((await world.job(handle)).variables).toEqual({ paid: 30 });
    expect(await world.variables(key)).toEqual({ paid: 30 });
    expect(await world.variables(job.elementInstanceKey)).toEqual({ paid: 'of the task' });
  });

  scenario(111, 'two boundary events that do not interrupt happen together, each on its own path', async (world) => {
    // given
    const [id, type] = [world.name('together'), world.name('work')];
    const [first, second] = [world.name('first'), world.name('second')];
    const event: BoundaryOptions = { event: { timer: { duration: 'PT10M' } }, interrupting: false };
    await world.deploy(
      bpmnProcess(id)
        .start()
        .serviceTask('work', { type })
        .boundary('one', event, (path) => path.serviceTask('first', { type: first }).end())
        .boundary('two', event, (path) => path.serviceTask('second', { type: second }).end())
        .end('regular')
        .toXml(),
    );
    const key = await world.create(id);
    const jobs = await world.activate(type, { timeout: 3_600_000 });

    // when
    await world.advance(11 * 60_000);

    // then
    await world.complete(await world.job(first));
    await world.complete(await world.job(second));
    expect(await world.elements(key, 'ACTIVE')).toContain('work');
    for (const job of jobs) await world.complete(job);
    expect(await world.state(key)).toBe('COMPLETED');
    await world.advance(11 * 60_000);
    expect((await world.elements(key)).filter((element) => element === 'one' || element === 'two')).toHaveLength(2);
  });
});
