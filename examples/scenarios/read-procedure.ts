import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Scenario, withBlocks } from '@irisflow/server/scenarios';

export interface ExampleProcedure {
  readonly key: string;
  readonly processId: string;
  readonly resources: readonly { readonly name: string; readonly text: string }[];
  readonly scenarios: readonly { readonly file: string; readonly scenario: Scenario }[];
}

const root = path.resolve(import.meta.dirname, '..');

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** The parts of a procedure folder that an engine runs, and its scenarios. */
export const readProcedure = (key: string): ExampleProcedure => {
  const folder = path.join(root, key);
  const description = JSON.parse(read(folder, 'procedure.json')) as { process: { id: string } };
  const files = readdirSync(folder)
    .filter((file) => /\.(bpmn|dmn)$/.test(file))
    .map((file) => ({ path: file, content: read(folder, file) }));
  const resources = withBlocks(files)
    .filter(({ path: file }) => /\.(bpmn|dmn)$/.test(file))
    .map(({ path: name, content: text }) => ({ name, text }));
  const scenarios = readdirSync(path.join(folder, 'tests'))
    .filter((file) => file.endsWith('.scenario.json'))
    .map((file) => ({ file, scenario: JSON.parse(read(path.join(folder, 'tests'), file)) as Scenario }));
  return { key, processId: description.process.id, resources, scenarios };
};
