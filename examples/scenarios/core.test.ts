import { describe, it } from 'vitest';
import { createCoreEngine } from '@irisflow/server/scenarios';
import { expectScenario } from './expect-scenario.ts';
import { playScenario } from '@irisflow/server/scenarios';
import { readProcedure } from './read-procedure.ts';

const { processId, resources, scenarios } = readProcedure('rent-allowance');

describe('scenarios of the rent allowance on the core, without a server', () => {
  it.each(scenarios)('$scenario.title', async ({ scenario }) => {
    const engine = createCoreEngine(
      scenario.process ?? processId,
      resources,
      Date.parse(`${String(scenario.given['submittedOn'] ?? '2026-11-25')}T09:00:00Z`),
    );
    await playScenario(engine, scenario);
    await expectScenario(engine, scenario);
  });
});
