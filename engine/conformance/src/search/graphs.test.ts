import { checkBroker } from '@irisflow/broker';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { anyGraph, drawGraph } from './graph/graph.ts';
import { wander, type Wandering } from './graph/wander.ts';
import { anyStart } from './model/arbitrary.ts';
import { search } from './search.ts';
import { fewest, models, patienceFor, seed } from './settings.ts';

const anyWays = fc.array(fc.nat(59), { minLength: 1, maxLength: 25 });

describe('graphs without structure', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  it(
    `never hang the engine, never make it fail, and can be canceled, seed ${seed}`,
    async () => {
      const ends: Record<Wandering['end'], number> = { completed: 0, canceled: 0, refused: 0 };
      const property = fc.asyncProperty(anyGraph, anyStart, anyWays, async (graph, variables, ways) => {
        const stamp = world.name('graph');
        const steps: string[] = [];
        const xml = drawGraph(graph, stamp);
        try {
          const { end } = await wander(world, { stamp, xml, variables, steps }, ways);
          ends[end] += 1;
          expect(world.rest.engine.failures).toEqual([]);
        } catch (cause) {
          throw new Error([xml, JSON.stringify(variables), ...steps, String(cause)].join('\n'), { cause });
        }
      });
      await search(property, models);
      expect(await checkBroker(world.rest.engine.database)).toEqual([]);
      expect(Math.min(ends.completed, ends.canceled), JSON.stringify(ends)).toBeGreaterThanOrEqual(fewest(models));
    },
    patienceFor(models),
  );
});
