import { withBlocks, type FolderFile } from '@irisflow/procedures';
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

/** Plays the scenarios of a folder on the core of the engine, with its clock moved as they say. */
export const testProcedure: Run = async ([name = '']) => {
  const files = requireFolder(name);
  const description = files.find(({ path }) => path === 'procedure.json');
  const scenarios = files.filter(({ path }) => path.endsWith('.scenario.json'));
  if (description === undefined || scenarios.length === 0)
    throw new ConfigError(`Expected tests/*.scenario.json in ${name}, but found none.`);
  const { process: started } = parse<Description>(description);
  let failed = 0;
  for (const file of scenarios) {
    const scenario = parse<Scenario>(file);
    const differences = await play(started.id, files, scenario);
    if (differences.length > 0) failed += 1;
    process.stdout.write(`${differences.length === 0 ? 'ok     ' : 'failed '} ${scenario.title}\n`);
    for (const difference of differences) process.stdout.write(`        ${difference}\n`);
  }
  process.stdout.write(`${scenarios.length - failed} of ${scenarios.length} scenarios passed\n`);
  return failed === 0 ? 0 : 1;
};
