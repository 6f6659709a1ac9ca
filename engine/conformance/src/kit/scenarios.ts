import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBroker } from '@irisflow/broker';
import type { BrokerTestOptions } from '@irisflow/broker/testing';
import type { Area } from './area.ts';
import { leave } from './claim.ts';
import { startWorld } from './start-world.ts';
import { storesFor } from './stores.ts';
import type { World } from './world.ts';

/** Registers the scenario of that number; the title says what is promised. */
export type Scenario = (number: number, title: string, body: (world: World) => Promise<void>) => void;

/** Registers what is promised beside the numbered scenarios. */
export type Promised = (title: string, body: (world: World) => Promise<void>) => void;

/** Plays numbered scenarios, each on the stores of its subject. Those of one file share an engine, so their names come from `world.name`. */
export const scenarios = (
  area: Area,
  subject: string,
  register: (scenario: Scenario, promise: Promised) => void,
  options: BrokerTestOptions = {},
): void => {
  describe.each(storesFor(area, subject))(`${subject} on %s`, (kind) => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld(kind, options);
    });
    afterAll(() => world.stop());

    const scenario: Scenario = (number, title, body) => {
      test(`${area}-${number} ${title}`, async ({ task }) => {
        leave(task, { scenario: { area, number, title, store: kind } });
        await body(world);
      });
    };
    register(scenario, (title, body) => test(`${area} ${title}`, () => body(world)));

    test('afterwards state, read model and diary agree, and no failure was reported', async () => {
      expect(await checkBroker(world.rest.engine.database)).toEqual([]);
      expect(world.rest.engine.failures).toEqual([]);
    });
  });
};
