import { checkBroker } from '@irisflow/broker';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { play } from './drive/play.ts';
import { anyPicks, anyProcess, anyStart } from './model/arbitrary.ts';

const models = Number(process.env['IRISFLOW_SEARCH_MODELS'] ?? 300);
const seed = Number(process.env['IRISFLOW_SEARCH_SEED'] ?? Date.now() % 2 ** 31);

describe('random processes', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  it(
    `agree with the rules, seed ${seed}`,
    async () => {
      await fc.assert(
        fc.asyncProperty(anyProcess, anyStart, anyPicks, async (process, start, picks) =>
          play(world, { process, start, picks }),
        ),
        { numRuns: models, seed },
      );
      expect(await checkBroker(world.rest.engine.database)).toEqual([]);
      expect(world.rest.engine.failures).toEqual([]);
    },
    10 * 60_000,
  );
});
