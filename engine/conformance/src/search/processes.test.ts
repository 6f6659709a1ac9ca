import type { DatabaseKind } from '@irisflow/database';
import { checkBroker } from '@irisflow/broker';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave } from '../kit/claim.ts';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { censusAsData, createCensus } from './drive/census.ts';
import { readCorpus, remember } from './drive/corpus.ts';
import { play } from './drive/play.ts';
import { anyPicks, anyProcess, anyStart } from './model/arbitrary.ts';
import { search } from './search.ts';
import { models, patienceFor, seed } from './settings.ts';

/** Models between two proofs that state, read model and diary agree. */
const BETWEEN_CHECKS = 500;

/** Most models are played on the store of production. */
const shares: readonly (readonly [DatabaseKind, number])[] = [
  ['postgres', Math.ceil(models * 0.9)],
  ['pglite', Math.floor(models * 0.1)],
];

const expectHealth = async ({ rest }: World): Promise<void> => {
  expect(await checkBroker(rest.engine.database)).toEqual([]);
  expect(rest.engine.failures).toEqual([]);
};

describe.each(shares)('the engine on %s and the rules of BPMN', (kind, share) => {
  let world: World;
  const census = createCensus();
  beforeAll(async () => {
    world = await startWorld(kind);
  });
  afterAll(() => world.stop());

  it.each(readCorpus())('agree on $name', async ({ played }) => {
    await play(world, played, census);
    expect(world.rest.engine.failures).toEqual([]);
  });

  it(
    `agree on ${share} random processes of seed ${seed}`,
    async ({ task }) => {
      let played = 0;
      const property = fc.asyncProperty(anyProcess, anyStart, anyPicks, async (process, start, picks) => {
        await play(world, { process, start, picks }, census);
        played += 1;
        if (played % BETWEEN_CHECKS === 0) await expectHealth(world);
      });
      await search(
        property,
        share,
        ([process, start, picks]) => `remembered as ${remember({ process, start, picks })}`,
      );
      await expectHealth(world);
      leave(task, { census: censusAsData(census) });
    },
    patienceFor(models),
  );
});
