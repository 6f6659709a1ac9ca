import { checkBroker } from '@irisflow/broker';
import type { DatabaseKind } from '@irisflow/database';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startWorld } from '../../kit/start-world.ts';
import type { World } from '../../kit/world.ts';
import { type Bystander, enter } from './bystander.ts';

/** The engine under attack, and somebody who wants to work meanwhile. */
export interface Attacked {
  readonly world: World;
  readonly bystander: Bystander;
}

/** Registers attacks on an engine of their own; `attacked` is filled when they run. After each of them work goes on, and nothing was damaged. */
export const underAttack = (
  subject: string,
  register: (attacked: Attacked) => void,
  stores: readonly DatabaseKind[] = ['postgres'],
): void => {
  describe.each(stores)(`${subject} on %s`, (kind) => {
    let world: World;
    let bystander: Bystander;
    beforeAll(async () => {
      world = await startWorld(kind);
      bystander = await enter(world);
    });
    afterEach(async () => {
      expect(Math.max(...(await bystander.work()))).toBeLessThan(2_000);
      expect(world.rest.engine.failures).toEqual([]);
    });
    afterAll(async () => {
      bystander.leave();
      await world.stop();
    });
    register({
      get world() {
        return world;
      },
      get bystander() {
        return bystander;
      },
    });

    test('afterwards state, read model and diary agree', async () => {
      expect(await checkBroker(world.rest.engine.database)).toEqual([]);
    });
  });
};
