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

  it('some scenario reaches every element of the drawings; the page of procedures also says which ways nobody took', () => {
    const missed = coverProcedure(folder.own, footprints).flatMap(({ elements }) =>
      elements.filter(({ scenarios }) => scenarios === 0).map(({ id }) => id),
    );
    expect(missed).toEqual([]);
  });
});
