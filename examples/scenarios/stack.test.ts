import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  createInstallation,
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { expectScenario } from './expect-scenario.ts';
import { needsClock, playScenario, type Scenario } from '@irisflow/scenarios';
import { readProcedure } from '@irisflow/server/scenarios';
import { openStackEngine } from './stack-engine.ts';

const { processId, resources, scenarios } = readProcedure(path.resolve(import.meta.dirname, '../rent-allowance'));

/** Instances of all scenarios live side by side here: messages must find their case and their term. */
const keptApart = (file: string, scenario: Scenario): Scenario => {
  const { given, ...rest }: Scenario = JSON.parse(JSON.stringify(scenario).replaceAll('"term-', `"${file}-term-`));
  return { ...rest, given: { ...given, caseId: file } };
};

/** What runs in one instance of the case's own process: a called block is another instance, and the core plays them all. */
const isOfCase = ({ process, answers, when }: Scenario): boolean =>
  process === undefined &&
  ![...Object.keys(answers), ...when.map((step) => ('complete' in step ? step.complete : ''))].some((id) =>
    id.startsWith('block-'),
  );

/** Every third: what a whole engine does otherwise than its core shows in these, and each costs a second. */
const sample = scenarios
  .filter(({ scenario }) => !needsClock(scenario) && isOfCase(scenario))
  .filter((_, index) => index % 3 === 0);

describe('scenarios of the rent allowance on the full stack, an engine in another process', () => {
  let installation: Installation;
  let server: IrisflowProcess;

  beforeAll(async () => {
    installation = await createInstallation();
    server = await startIrisflow(installation, 'broker');
  }, 90_000);

  afterAll(async () => {
    await server?.stop();
    removeInstallation(installation);
  });

  it.each(sample)('$scenario.title', async ({ file, scenario: written }) => {
    const scenario = keptApart(file, written);
    const { grpcAddress, engineRestUrl: restUrl } = installation;
    const engine = await openStackEngine(processId, resources, { grpcAddress, restUrl });
    try {
      const effects = await playScenario(engine, scenario);
      await expectScenario(engine, scenario, effects);
    } finally {
      await engine.close();
    }
  });
});
