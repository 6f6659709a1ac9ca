import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';
import { traceOf } from './drive/trace.ts';
import { anyProcess } from './model/arbitrary.ts';
import type { Content } from './model/block.ts';
import { label } from './model/label.ts';
import { outline } from './model/outline.ts';
import { withPauses, withScopes } from './model/rewrite.ts';
import { search } from './search.ts';
import { models, patienceFor, seed } from './settings.ts';

const share = Math.ceil(models / 10);

describe('changes that change nothing', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('postgres');
  });
  afterAll(() => world.stop());

  const renamed = (process: Content): Content => label(process, 'renamed_');

  it.each([
    { title: 'a task that does nothing before every block', change: withPauses },
    { title: 'a sub-process around blocks', change: withScopes },
    { title: 'other ids', change: renamed },
  ])(
    `$title, seed ${seed}`,
    async ({ change }) => {
      const property = fc.asyncProperty(anyProcess, async (process) => {
        const before = await traceOf(world, process);
        const after = await traceOf(world, change(process));
        const told = after.map((line) => line.replace('renamed_', ''));
        expect(told, outline(process)).toEqual(before);
      });
      await search(property, share);
      expect(world.rest.engine.failures).toEqual([]);
    },
    patienceFor(share),
  );
});
