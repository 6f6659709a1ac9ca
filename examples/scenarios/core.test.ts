import { coverProcedure, playOnCore, type Footprint } from '@irisflow/server/scenarios';
import { describe, expect, it } from 'vitest';
import { expectScenario } from './expect-scenario.ts';
import { folders } from './folders.ts';

describe.each(folders)('scenarios of $key on the core, without a server', (folder) => {
  const footprints: Footprint[] = [];

  it.each(folder.scenarios)('$scenario.title', async ({ scenario }) => {
    const engine = await playOnCore(folder, scenario);
    footprints.push(engine.footprint());
    await expectScenario(engine, scenario);
  });

  it('some scenario reaches every element of the drawings and takes every way out of a gateway that chooses', () => {
    const coverage = coverProcedure(folder.own, footprints);
    const missed = coverage.flatMap(({ elements, choices }) => [
      ...elements.filter(({ scenarios }) => scenarios === 0).map(({ id }) => id),
      ...choices.filter(({ scenarios }) => scenarios === 0).map(({ from, to }) => `${from} > ${to}`),
    ]);
    expect(missed).toEqual([]);
  });
});
