import { status } from '@grpc/grpc-js';
import type { TaskListenerOptions } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import { startUserTask, userTaskOf } from '../kit/user-tasks.ts';
import type { World } from '../kit/world.ts';

/** Waits for the job of a listener and completes it with a verdict about the task. */
const judge = async (world: World, type: string, result: object = {}): Promise<void> => {
  const { key } = await world.job(type);
  await world.raw.call('CompleteJob', { jobKey: key, result });
};

/** A user task with these listeners, and the variables of its scope. */
const open = async (world: World, ...taskListeners: readonly TaskListenerOptions[]) => {
  const instance = await startUserTask(world, { taskListeners });
  const task = await userTaskOf(world, instance);
  const scope = String((await task.see())['elementInstanceKey']);
  return { instance, task, scope, local: () => world.variables(scope) };
};

/** Both ways to set variables, in exactly one scope: how the call ends, as a status. */
const ways = [
  {
    way: 'gRPC',
    set: async (world: World, scope: string, variables: object): Promise<unknown> => {
      const request = { elementInstanceKey: scope, variables: JSON.stringify(variables), local: true };
      return world.raw.call('SetVariables', request).then(
        () => 'set',
        ({ code, details }: { code: status; details: string }) => [code, details],
      );
    },
    denied: status.FAILED_PRECONDITION,
  },
  {
    way: 'REST',
    set: async (world: World, scope: string, variables: object): Promise<unknown> => {
      const path = `/element-instances/${scope}/variables`;
      const { status: code, body } = await world.rest.ask('PUT', path, { variables, local: true });
      return code === 204 ? 'set' : [code, body['detail']];
    },
    denied: 409,
  },
] as const;

scenarios('UT', 'Variables of user tasks', (scenario) => {
  for (const { way, set, denied } of ways) {
    scenario(197, `variables set at a task by ${way} wait for its listeners`, async (world) => {
      // given
      const [first, second] = [world.name('first'), world.name('second')];
      const { task, scope, local } = await open(
        world,
        { on: 'updating', type: first },
        { on: 'completing', type: world.name('other') },
        { on: 'updating', type: second },
      );

      // when
      const setting = set(world, scope, { rent: 700 });
      await judge(world, first);

      // then
      expect(await task.see()).toMatchObject({ state: 'UPDATING' });
      expect(await local()).toEqual({});
      await judge(world, second);
      expect(await setting).toBe('set');
      expect(await local()).toEqual({ rent: 700 });
      expect(await task.see()).toMatchObject({ state: 'CREATED' });
    });

    scenario(197, `a listener denies variables set by ${way}: the caller hears why`, async (world) => {
      // given
      const type = world.name('listener');
      const { task, scope, local } = await open(world, { on: 'updating', type });

      // when
      const setting = set(world, scope, { rent: 700 });
      await judge(world, type, { denied: true, deniedReason: 'the rent is final' });

      // then
      expect(await setting).toEqual([denied, expect.stringMatching(/denied.*the rent is final/)]);
      expect(await local()).toEqual({});
      expect(await task.see()).toMatchObject({ state: 'CREATED' });
    });

    scenario(197, `variables set by ${way} are refused while listeners have the word`, async (world) => {
      // given
      const type = world.name('listener');
      const { task, scope, local } = await open(world, { on: 'updating', type });
      const updating = task.update({ priority: 7 });
      await expect.poll(async () => (await task.see())['state']).toBe('UPDATING');

      // when
      const refused = await set(world, scope, { rent: 700 });

      // then
      expect(refused).toEqual([denied, expect.stringContaining("'UPDATING'")]);
      await judge(world, type);
      expect(await updating).toMatchObject({ status: 204 });
      expect(await local()).toEqual({});
      expect(await task.see()).toMatchObject({ priority: 7 });
    });

    scenario(197, `variables set by ${way} ask nobody where no listener hears of updates`, async (world) => {
      // given
      const { instance, scope, local } = await open(world, { on: 'completing', type: world.name('listener') });

      // when, then
      expect(await set(world, scope, { rent: 700 })).toBe('set');
      expect(await set(world, instance, { kind: 'social' })).toBe('set');
      expect(await local()).toEqual({ rent: 700 });
      expect(await world.variables(instance)).toEqual({ kind: 'social' });
    });
  }

  scenario(197, 'variables that go outward from a task wait too, and a correction is made with them', async (world) => {
    // given
    const type = world.name('listener');
    const { instance, task, scope } = await open(world, { on: 'updating', type });

    // when
    const setting = world.setVariables(scope, { rent: 700 }, 'propagate');
    const job = await world.job(type);
    expect(await world.variables(instance)).toEqual({});
    await world.raw.call('CompleteJob', { jobKey: job.key, result: { corrections: { priority: 1 } } });
    await setting;

    // then
    expect(await world.variables(instance)).toEqual({ rent: 700 });
    expect(await task.see()).toMatchObject({ state: 'CREATED', priority: 1 });
  });

  scenario(197, 'variables of the process instance do not ask the listeners of its tasks', async (world) => {
    // given
    const type = world.name('listener');
    const { instance, task } = await open(world, { on: 'updating', type });

    // when
    await world.setVariables(instance, { rent: 700 });

    // then
    expect(await world.variables(instance)).toEqual({ rent: 700 });
    expect(await world.activate(type)).toEqual([]);
    expect(await task.see()).toMatchObject({ state: 'CREATED' });
  });
});
