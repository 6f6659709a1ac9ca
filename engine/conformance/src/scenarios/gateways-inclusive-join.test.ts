import { type ProcessPath, bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { completeEach } from '../kit/commands.ts';

interface Setting {
  /** Draws the branch `a` with a task of that type. */
  readonly drawA?: (path: ProcessPath, type: string) => unknown;
  readonly variables?: object;
}

interface Joining {
  readonly id: string;
  readonly instance: string;
  /** Job types: of the tasks in the branches, and of the one behind the join. */
  readonly a: string;
  readonly b: string;
  readonly after: string;
}

const toJoin = (path: ProcessPath, type: string) => path.serviceTask('a', { type }).connectTo('join');

/** A branch of one task through which two tokens go. */
const twiceToJoin = (path: ProcessPath, type: string) =>
  path
    .parallelGateway('double')
    .branch((other) => other.connectTo('meet'))
    .branch((one) => one.exclusiveGateway('meet').serviceTask('a', { type }).connectTo('join'));

/** Deploys and starts a fork to branches `a` and `b` that lead to an inclusive join, with a task `after` behind it. */
const startJoining = async (world: World, { drawA = toJoin, variables = {} }: Setting = {}): Promise<Joining> => {
  const id = world.name('join');
  const [a, b, after] = [`${id}_a`, `${id}_b`, `${id}_after`];
  await world.deploy(
    bpmnProcess(id)
      .start()
      .inclusiveGateway('fork')
      .when('= takesA', (path) => drawA(path, a))
      .when('= takesB', (path) =>
        path.serviceTask('b', { type: b }).inclusiveGateway('join').serviceTask('after', { type: after }).end(),
      )
      .toXml(),
  );
  const instance = await world.create(id, { takesA: true, takesB: true, order: id, ...variables });
  return { id, instance, a, b, after };
};

const expectWaiting = async (world: World, { instance, after }: Joining) => {
  expect(await world.activate(after)).toEqual([]);
  expect(await world.elements(instance)).not.toContain('join');
};

/** Expects that the join has just fired as often as told, and that nothing else is left to do. */
const expectJoined = async (world: World, { instance, after }: Joining, times = 1) => {
  const jobs = await world.activate(after);
  expect(jobs).toHaveLength(times);
  for (const job of jobs) await world.complete(job);
  expect(await world.state(instance)).toBe('COMPLETED');
};

scenarios('GW', 'Inclusive join', (scenario) => {
  scenario(56, 'waits for every branch that was taken', async (world) => {
    const joining = await startJoining(world);
    await completeEach(world, joining.b);
    await expectWaiting(world, joining);
    await completeEach(world, joining.a);
    await expectJoined(world, joining);
  });

  scenario(57, 'does not wait for a branch that was not taken', async (world) => {
    const joining = await startJoining(world, { variables: { takesB: false } });
    expect(await world.elements(joining.instance, 'ACTIVE')).toEqual([joining.id, 'a']);
    await completeEach(world, joining.a);
    await expectJoined(world, joining);
  });

  scenario(58, 'waits while a boundary event could still lead to it', async (world) => {
    // given
    const message = world.name('late');
    const joining = await startJoining(world, {
      drawA: (path, type) =>
        path
          .serviceTask('a', { type })
          .boundary('late', { event: { message, correlationKey: '= order' } }, (late) => late.connectTo('join'))
          .end('elsewhere'),
    });

    // when
    await completeEach(world, joining.b);

    // then
    await expectWaiting(world, joining);
    await world.publish(message, joining.id);
    await expectJoined(world, joining);
  });

  scenario(59, 'waits for a branch that loops', async (world) => {
    // given
    const joining = await startJoining(world, {
      drawA: (path, type) =>
        path
          .exclusiveGateway('again')
          .serviceTask('a', { type })
          .exclusiveGateway('enough')
          .when('= more', (back) => back.connectTo('again'))
          .otherwise((on) => on.connectTo('join')),
    });
    await completeEach(world, joining.b);

    // when
    await world.complete(await world.job(joining.a), { more: true });

    // then
    await expectWaiting(world, joining);
    await world.complete(await world.job(joining.a), { more: false });
    await expectJoined(world, joining);
  });

  scenario(59, 'opens again in a second round of a loop around it', async (world) => {
    // given
    const id = world.name('rounds');
    await world.deploy(
      bpmnProcess(id)
        .start()
        .exclusiveGateway('round')
        .inclusiveGateway('fork')
        .when('= true', (path) => path.serviceTask('a', { type: `${id}_a` }).inclusiveGateway('join'))
        .when('= both', (path) => path.serviceTask('b', { type: `${id}_b` }).connectTo('join'))
        .at('join')
        .serviceTask('after', { type: `${id}_after` })
        .exclusiveGateway('enough')
        .when('= more', (path) => path.connectTo('round'))
        .otherwise((path) => path.end())
        .toXml(),
    );
    const instance = await world.create(id, { both: true });
    await completeEach(world, `${id}_a`, `${id}_b`);

    // when
    await world.complete(await world.job(`${id}_after`), { more: true, both: false });

    // then
    await completeEach(world, `${id}_a`);
    await world.complete(await world.job(`${id}_after`), { more: false });
    expect(await world.state(instance)).toBe('COMPLETED');
  });

  scenario(59, 'waits for a branch that goes over a link', async (world) => {
    // given
    const joining = await startJoining(world, {
      drawA: (path, type) =>
        path
          .serviceTask('a', { type })
          .throwEvent('leave', { event: { link: 'there' } })
          .breakOff()
          .catchEvent('arrive', { event: { link: 'there' } })
          .connectTo('join'),
    });

    // when
    await completeEach(world, joining.b);

    // then
    await expectWaiting(world, joining);
    await completeEach(world, joining.a);
    await expectJoined(world, joining);
  });

  scenario(59, 'waits for a branch with an event that throws nothing', async (world) => {
    // given
    const joining = await startJoining(world, {
      drawA: (path, type) => path.serviceTask('a', { type }).throwEvent('milestone').connectTo('join'),
    });

    // when
    await completeEach(world, joining.b);

    // then
    await expectWaiting(world, joining);
    await completeEach(world, joining.a);
    await expectJoined(world, joining);
    expect(await world.elements(joining.instance)).toContain('milestone');
  });

  scenario(60, 'joins when an error leads the last branch away', async (world) => {
    // given
    const joining = await startJoining(world, {
      drawA: (path, type) =>
        path
          .serviceTask('a', { type })
          .boundary('failed', { event: { error: 'REFUSED' } }, (failed) => failed.end('elsewhere'))
          .connectTo('join'),
    });
    await completeEach(world, joining.b);
    await expectWaiting(world, joining);

    // when
    await world.throwError(await world.job(joining.a), 'REFUSED');

    // then
    expect(await world.elements(joining.instance)).toContain('elsewhere');
    await expectJoined(world, joining);
  });

  scenario(60, 'joins when the last branch ends elsewhere by its own choice', async (world) => {
    // given
    const joining = await startJoining(world, {
      drawA: (path, type) =>
        path
          .serviceTask('a', { type })
          .exclusiveGateway('choose')
          .when('= away', (away) => away.end('elsewhere'))
          .otherwise((on) => on.connectTo('join')),
    });
    await completeEach(world, joining.b);

    // when
    await world.complete(await world.job(joining.a), { away: true });

    // then
    await expectJoined(world, joining);
  });

  scenario(60, 'joins when a modification ends the last branch', async (world) => {
    // given
    const joining = await startJoining(world);
    await completeEach(world, joining.b);
    const { elementInstanceKey } = await world.element(joining.instance, 'a');

    // when
    await world.raw.call('ModifyProcessInstance', {
      processInstanceKey: joining.instance,
      terminateInstructions: [{ elementInstanceKey }],
    });

    // then
    await expectJoined(world, joining);
  });

  scenario(61, 'a branch that arrives twice before the other lets the instance complete', async (world) => {
    // given
    const joining = await startJoining(world, { drawA: twiceToJoin });
    for (const job of await world.activate(joining.a)) await world.complete(job);
    await expectWaiting(world, joining);

    // when
    await completeEach(world, joining.b);

    // then
    await expectJoined(world, joining, 2);
  });

  scenario(61, 'a branch that arrives again after the join lets the instance complete', async (world) => {
    // given
    const joining = await startJoining(world, { drawA: twiceToJoin });
    const [first = { key: '' }, second = { key: '' }] = await world.activate(joining.a);
    await world.complete(first);

    // when
    await completeEach(world, joining.b, joining.after);
    expect(await world.state(joining.instance)).toBe('ACTIVE');
    await world.complete(second);

    // then
    await expectJoined(world, joining);
  });
});
