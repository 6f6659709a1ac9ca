import { status } from '@grpc/grpc-js';
import { bpmnProcess, type TaskListenerOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import { openUserTask, startUserTask, userTaskOf } from '../kit/user-tasks.ts';
import type { Job, World } from '../kit/world.ts';

type Event = TaskListenerOptions['on'];

/** Completes the job of a listener with a verdict about the task. */
const answer = async (world: World, { key }: Pick<Job, 'key'>, result: object = {}): Promise<void> => {
  await world.raw.call('CompleteJob', { jobKey: key, result });
};

/** Waits for the job of a listener and completes it with a verdict about the task. */
const judge = async (world: World, type: string, result?: object): Promise<void> =>
  answer(world, await world.job(type), result);

const listener = (on: Event, type: string): TaskListenerOptions => ({ on, type });

scenarios('UT', 'Listeners of user tasks', (scenario) => {
  scenario(197, 'listeners of an event are asked one after the other, before the task changes', async (world) => {
    // given
    const [first, second] = [world.name('first'), world.name('second')];
    const task = await openUserTask(world, {
      taskListeners: [
        listener('assigning', first),
        listener('completing', world.name('other')),
        listener('assigning', second),
      ],
    });

    // when
    const assigned = task.assign('ann');
    const job = await world.job(first);

    // then
    expect(await task.see()).toMatchObject({ state: 'ASSIGNING', assignee: null });
    expect(await world.activate(second)).toEqual([]);
    await answer(world, job);
    const next = await world.job(second);
    expect(await task.see()).toMatchObject({ state: 'ASSIGNING', assignee: null });
    await answer(world, next);
    expect(await assigned).toMatchObject({ status: 204 });
    expect(await task.see()).toMatchObject({ state: 'CREATED', assignee: 'ann' });
  });

  scenario(197, 'every event of the life of a task has its listeners', async (world) => {
    // given
    const events = ['creating', 'assigning', 'updating', 'completing'] as const;
    const type = world.name('listener');
    const key = await startUserTask(world, { taskListeners: events.map((on) => listener(on, `${type}_${on}`)) });
    const task = await userTaskOf(world, key);
    const passes = async (on: Event, call: Promise<{ readonly status: number }>) => {
      const job = await world.job(`${type}_${on}`);
      const { state } = await task.see();
      await answer(world, job);
      return [state, (await call).status];
    };

    // when, then
    const creation = await world.job(`${type}_creating`);
    expect(await task.see()).toMatchObject({ state: 'CREATING' });
    await answer(world, creation);
    expect(await task.see()).toMatchObject({ state: 'CREATED' });
    expect(await passes('assigning', task.assign('ann'))).toEqual(['ASSIGNING', 204]);
    expect(await passes('assigning', task.unassign())).toEqual(['ASSIGNING', 204]);
    expect(await passes('updating', task.update({ priority: 7 }))).toEqual(['UPDATING', 204]);
    expect(await passes('completing', task.complete({ granted: true }))).toEqual(['COMPLETING', 204]);
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ granted: true });
  });

  scenario(197, 'a listener is also found under the name that its event had before', async (world) => {
    // given
    const id = world.name('former');
    const type = world.name('listener');
    const model = bpmnProcess(id)
      .start()
      .userTask('decide', { taskListeners: [listener('creating', type)] })
      .end()
      .toXml();

    // when
    await world.deploy(model.replace('eventType="creating"', 'eventType="create"'));
    await world.create(id);

    // then
    expect(await world.job(type)).toMatchObject({ type });
  });

  scenario(197, 'a canceled task ends when its listeners have seen it', async (world) => {
    // given
    const [id, type] = [world.name('late'), world.name('listener')];
    await world.deploy(
      bpmnProcess(id)
        .start()
        .userTask('decide', { taskListeners: [listener('canceling', type)] })
        .boundary('late', { event: { timer: { duration: 'P1D' } } }, (path) => path.end('tooLate'))
        .end()
        .toXml(),
    );
    const [timedOut, canceled] = [await world.create(id), await world.create(id)];

    // when
    await world.cancel(canceled);
    const cancellation = await world.job(type);
    expect(cancellation.processInstanceKey).toBe(canceled);
    expect(await world.state(canceled)).toBe('ACTIVE');
    await world.advance(24 * 3_600_000);
    const interruption = (await world.activate(type)).find(({ processInstanceKey }) => processInstanceKey === timedOut);
    expect(await (await userTaskOf(world, timedOut)).see()).toMatchObject({ state: 'CANCELING' });
    expect(await world.elements(timedOut)).not.toContain('tooLate');
    await answer(world, interruption ?? { key: '' });
    await answer(world, cancellation);

    // then
    expect([await world.state(timedOut), await world.state(canceled)]).toEqual(['COMPLETED', 'TERMINATED']);
    expect(await world.elements(timedOut)).toContain('tooLate');
    for (const key of [timedOut, canceled]) {
      expect(await (await userTaskOf(world, key)).see()).toMatchObject({ state: 'CANCELED' });
    }
  });

  for (const { event, change, kept } of [
    { event: 'assigning', change: (task) => task.assign('eve'), kept: { assignee: 'ann' } },
    { event: 'updating', change: (task) => task.update({ priority: 99 }), kept: { priority: 7 } },
    { event: 'completing', change: (task) => task.complete({ granted: true }), kept: { completionDate: null } },
  ] satisfies readonly {
    event: Event;
    change: (task: Awaited<ReturnType<typeof openUserTask>>) => Promise<unknown>;
    kept: object;
  }[]) {
    scenario(197, `a listener denies the ${event}: nothing changes, and the caller hears why`, async (world) => {
      // given
      const [type, after] = [world.name('listener'), world.name('after')];
      const taskListeners = [listener(event, type), listener(event, after)];
      const key = await startUserTask(world, { priority: 7, taskListeners });
      const task = await userTaskOf(world, key);
      if (event !== 'assigning') await task.assign('ann');
      const before = await task.see();

      // when
      const refused = change(task);
      await judge(world, type, { denied: true, deniedReason: 'not before the hearing' });

      // then
      expect(await refused).toMatchObject({
        status: 409,
        body: { detail: expect.stringMatching(/denied.*not before the hearing/) },
      });
      expect(await task.see()).toEqual(before);
      expect(await task.see()).toMatchObject(event === 'assigning' ? { assignee: null } : kept);
      expect(await world.activate(after)).toEqual([]);

      // and it can be asked for again
      const granted = change(task);
      await judge(world, type);
      await judge(world, after);
      expect(await granted).toMatchObject({ status: 204 });
    });
  }

  scenario(197, 'listeners correct what is changed, the later ones upon the earlier ones', async (world) => {
    // given
    const [first, second] = [world.name('first'), world.name('second')];
    const task = await openUserTask(world, {
      taskListeners: [listener('assigning', first), listener('assigning', second)],
    });

    // when
    const assigned = task.assign('ann');
    await judge(world, first, {
      corrections: {
        assignee: 'bob',
        dueDate: '2030-05-04T12:00:00Z',
        candidateGroups: { values: ['permits'] },
        priority: 1,
      },
    });
    await judge(world, second, {
      corrections: { candidateUsers: { values: ['zoe'] }, followUpDate: '2030-05-01T12:00:00Z', priority: 2 },
    });

    // then
    expect(await assigned).toMatchObject({ status: 204 });
    expect(await task.see()).toMatchObject({
      assignee: 'bob',
      dueDate: '2030-05-04T12:00:00Z',
      followUpDate: '2030-05-01T12:00:00Z',
      candidateGroups: ['permits'],
      candidateUsers: ['zoe'],
      priority: 2,
    });
  });

  scenario(197, 'a listener of the creation gives an assignee where the model named none', async (world) => {
    // given
    const type = world.name('listener');
    const taskListeners = [listener('creating', type)];
    const [nobody, somebody] = [
      await openUserTask(world, { taskListeners }),
      await openUserTask(world, { taskListeners, assignee: 'ann' }),
    ];
    const [first, second] = await world.activate(type);
    if (first === undefined || second === undefined) throw new Error('Expected a job for each task');

    // when
    await answer(world, first, { corrections: { assignee: 'zoe' } });
    const { code, details } = await world.refusal(answer(world, second, { corrections: { assignee: 'zoe' } }));

    // then
    expect(await nobody.see()).toMatchObject({ state: 'CREATED', assignee: 'zoe' });
    expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('assignee')]);
    await answer(world, second, { corrections: { priority: 3 } });
    expect(await somebody.see()).toMatchObject({ state: 'CREATED', assignee: 'ann', priority: 3 });
  });

  scenario(197, 'a verdict that contradicts itself is refused, and the listener may give another', async (world) => {
    // given
    const type = world.name('listener');
    const task = await openUserTask(world, { taskListeners: [listener('completing', type)] });
    const completed = task.complete();
    const job = await world.job(type);

    // when
    const refusals = [
      await world.refusal(answer(world, job, { denied: true, corrections: { priority: 3 } })),
      await world.refusal(answer(world, job, { corrections: { priority: 101 } })),
      await world.refusal(answer(world, job, { corrections: { dueDate: 'tomorrow' } })),
      await world.refusal(world.complete(job, { granted: true })),
    ];

    // then
    for (const { code, details } of refusals) {
      expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('Expected')]);
    }
    expect(refusals[3]?.details).toContain('variables');
    expect(await world.refusal(world.throwError(job, 'any'))).toMatchObject({ code: status.FAILED_PRECONDITION });
    await answer(world, job);
    expect(await completed).toMatchObject({ status: 204 });
  });

  scenario(197, 'creation and cancellation cannot be denied', async (world) => {
    // given
    const type = world.name('listener');
    const key = await startUserTask(world, {
      taskListeners: [listener('creating', type), listener('canceling', type)],
    });

    // when, then
    for (const change of [async () => undefined, () => world.cancel(key)]) {
      await change();
      const job = await world.job(type);
      const { code, details } = await world.refusal(answer(world, job, { denied: true }));
      expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining('denied')]);
      await answer(world, job);
    }
    expect(await world.state(key)).toBe('TERMINATED');
  });

  scenario(197, 'a listener that fails for good is an incident; resolved, the change goes on', async (world) => {
    // given
    const type = world.name('listener');
    const [before, failing] = [`${type}_before`, `${type}_failing`];
    const key = await startUserTask(world, {
      taskListeners: [listener('completing', before), listener('completing', failing)],
    });
    const task = await userTaskOf(world, key);
    const completed = task.complete({ granted: true });
    await judge(world, before);
    const job = await world.job(failing);
    expect(job.retries).toBe(3);

    // when
    await world.fail(job, { errorMessage: 'the archive is closed' });

    // then
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'TASK_LISTENER_NO_RETRIES', elementId: 'decide', jobKey: job.key });
    expect(incident['errorMessage']).toContain('the archive is closed');
    expect(await task.see()).toMatchObject({ state: 'COMPLETING' });
    for (const other of [task.complete(), task.assign('ann'), task.unassign(), task.update({ priority: 1 })]) {
      expect(await other).toMatchObject({ status: 409, body: { detail: expect.stringContaining("'COMPLETING'") } });
    }

    // and only the listener that failed is asked again
    await world.raw.call('UpdateJobRetries', { jobKey: job.key, retries: 1 });
    await world.resolve(incident);
    expect(await world.activate(before)).toEqual([]);
    await judge(world, failing);
    expect(await completed).toMatchObject({ status: 204 });
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ granted: true });
  });

  scenario(
    197,
    'a listener whose type cannot be evaluated is an incident; mended and resolved, it is asked',
    async (world) => {
      // given
      const type = world.name('listener');
      const key = await startUserTask(world, { taskListeners: [listener('assigning', '= kind')] });
      const task = await userTaskOf(world, key);
      const assigned = task.assign('ann');
      await expect.poll(() => world.incidents(key)).toHaveLength(1);
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'decide' });

      // when
      await world.setVariables(key, { kind: type });
      await world.resolve(incident);
      await judge(world, type);

      // then
      expect(await assigned).toMatchObject({ status: 204 });
      expect(await task.see()).toMatchObject({ state: 'CREATED', assignee: 'ann' });
    },
  );
});
