import { bpmnProcess } from '@irisflow/bpmn';
import { expect } from 'vitest';
import { scenarios } from '../kit/scenarios.ts';
import type { World } from '../kit/world.ts';
import { completeEach } from '../kit/commands.ts';

type Gateway = 'parallelGateway' | 'inclusiveGateway';

/** Starts an instance of two branches, `a` and `b`, that meet at a gateway `join` in front of the task `after`. */
const startMeeting = async (world: World, gateway: Gateway) => {
  const id = world.name('meeting');
  await world.deploy(
    bpmnProcess(id)
      .start()
      .parallelGateway('fork')
      .branch((path) => path.serviceTask('a', { type: `${id}_a` })[gateway]('join'))
      .branch((path) => path.serviceTask('b', { type: `${id}_b` }).connectTo('join'))
      .at('join')
      .serviceTask('after', { type: `${id}_after` })
      .end()
      .toXml(),
  );
  return { id, instance: await world.create(id) };
};

/** Puts a token on `join`, and takes those of the named elements away. */
const activateJoin = async (world: World, processInstanceKey: string, ...terminated: readonly string[]) => {
  const ended = await Promise.all(terminated.map((elementId) => world.element(processInstanceKey, elementId)));
  await world.raw.call('ModifyProcessInstance', {
    processInstanceKey,
    activateInstructions: [{ elementId: 'join' }],
    terminateInstructions: ended.map(({ elementInstanceKey }) => ({ elementInstanceKey })),
  });
};

scenarios('GW', 'A token put on a joining gateway', (scenario) => {
  for (const gateway of ['parallelGateway', 'inclusiveGateway'] as const) {
    scenario(62, `opens a ${gateway} at once`, async (world) => {
      // given
      const { id, instance } = await startMeeting(world, gateway);

      // when
      await activateJoin(world, instance, 'a', 'b');

      // then
      expect(await world.elements(instance, 'ACTIVE')).toEqual([id, 'after']);
      await completeEach(world, `${id}_after`);
      expect(await world.state(instance)).toBe('COMPLETED');
    });

    scenario(62, `is one more at a ${gateway}, where the branches still join`, async (world) => {
      // given
      const { id, instance } = await startMeeting(world, gateway);

      // when
      await activateJoin(world, instance);

      // then
      await completeEach(world, `${id}_after`, `${id}_b`);
      expect(await world.activate(`${id}_after`)).toEqual([]);
      await completeEach(world, `${id}_a`, `${id}_after`);
      expect(await world.state(instance)).toBe('COMPLETED');
    });

    scenario(62, `leaves the token that waits at a ${gateway} to the branch that is still to come`, async (world) => {
      // given
      const { id, instance } = await startMeeting(world, gateway);
      await completeEach(world, `${id}_a`);

      // when
      await activateJoin(world, instance);

      // then
      await completeEach(world, `${id}_after`, `${id}_b`, `${id}_after`);
      expect(await world.state(instance)).toBe('COMPLETED');
      expect((await world.elements(instance)).filter((element) => element === 'join')).toHaveLength(2);
    });

    scenario(62, `moved to a ${gateway} from the last branch meets the token that waits`, async (world) => {
      // given
      const { id, instance } = await startMeeting(world, gateway);
      await completeEach(world, `${id}_a`);

      // when
      await activateJoin(world, instance, 'b');

      // then
      await completeEach(world, `${id}_after`);
      expect(await world.state(instance)).toBe('COMPLETED');
      expect((await world.elements(instance)).filter((element) => element === 'join')).toHaveLength(1);
    });
  }
});
