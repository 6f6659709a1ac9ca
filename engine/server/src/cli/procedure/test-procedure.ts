import { playDecisionTests, withBlocks, type FolderFile } from '@irisflow/procedures';
import { differenceText, runScenario, type Scenario } from '@irisflow/scenarios';
import { ConfigError } from '../../config/config-error.ts';
import type { Run } from '../command.ts';
import { requireFolder } from './require-folder.ts';

interface Description {
  readonly process: { readonly id: string };
}

const parse = <T>({ path, content }: FolderFile): T => {
  try {
    return JSON.parse(content) as T;
  } catch {
    throw new ConfigError(`Expected JSON in ${path}, but it cannot be read.`);
  }
};

const play = async (
  processId: string,
  files: readonly FolderFile[],
  scenario: Scenario,
): Promise<readonly string[]> => {
  const resources = withBlocks(files)
    .filter(({ path }) => /\.(bpmn|dmn)$/.test(path))
    .map(({ path, content }) => ({ name: path, text: content }));
  const { differences } = await runScenario({ processId, resources }, scenario);
  return differences.map(differenceText);
};

const write = (title: string, differences: readonly string[]): void => {
  process.stdout.write(`${differences.length === 0 ? 'ok     ' : 'failed '} ${title}\n`);
  for (const difference of differences) process.stdout.write(`        ${difference}\n`);
};

/** Plays every line of the test tables; answers how many came out otherwise. */
const testDecisions = (files: readonly FolderFile[]): number => {
  const lines = playDecisionTests(files);
  for (const { title, difference } of lines) write(title, difference === null ? [] : [difference]);
  const failed = lines.filter(({ difference }) => difference !== null).length;
  if (lines.length > 0) process.stdout.write(`${lines.length - failed} of ${lines.length} decision tests passed\n`);
  return failed;
};

const testScenarios = async (files: readonly FolderFile[], started: string): Promise<number> => {
  const scenarios = files.filter(({ path }) => path.endsWith('.scenario.json'));
  let failed = 0;
  for (const file of scenarios) {
    const scenario = parse<Scenario>(file);
    const differences = await play(started, files, scenario);
    if (differences.length > 0) failed += 1;
    write(scenario.title, differences);
  }
  if (scenarios.length > 0)
    process.stdout.write(`${scenarios.length - failed} of ${scenarios.length} scenarios passed\n`);
  return failed;
};

/** Plays the test tables of a folder's decisions, and its scenarios on the core of the engine with its clock moved as they say. */
export const testProcedure: Run = async ([name = '']) => {
  const files = requireFolder(name);
  const description = files.find(({ path }) => path === 'procedure.json');
  if (description === undefined || !files.some(({ path }) => /\.(scenario|tests)\.json$/.test(path)))
    throw new ConfigError(`Expected tests/*.scenario.json or tests/*.tests.json in ${name}, but found none.`);
  const { process: started } = parse<Description>(description);
  const failed = testDecisions(files) + (await testScenarios(files, started.id));
  return failed === 0 ? 0 : 1;
};
