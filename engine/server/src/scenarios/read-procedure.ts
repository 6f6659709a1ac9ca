import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { NamedResource } from '@irisflow/core/testing';
import { withBlocks } from '@irisflow/procedures';
import type { Scenario } from '@irisflow/scenarios';

/** The parts of a procedure folder that an engine runs, and its scenarios. */
export interface ScenarioFolder {
  readonly key: string;
  readonly title: Readonly<Record<string, string>>;
  readonly processId: string;
  /** The drawings and tables that somebody wrote. */
  readonly own: readonly NamedResource[];
  /** These and what the blocks bring that they call: what is published. */
  readonly resources: readonly NamedResource[];
  readonly scenarios: readonly { readonly file: string; readonly scenario: Scenario }[];
}

interface Description {
  readonly key: string;
  readonly title: Readonly<Record<string, string>>;
  readonly process: { readonly id: string };
}

const ending = '.scenario.json';
const isRun = (file: string): boolean => /\.(bpmn|dmn)$/.test(file);

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
};

/** Reads a procedure folder; one without a folder of tests has no scenarios. */
export const readProcedure = (folder: string): ScenarioFolder => {
  const read = (...file: string[]): string => readFileSync(path.join(folder, ...file), 'utf8');
  const { key, title, process } = JSON.parse(read('procedure.json')) as Description;
  const own = namesIn(folder).filter(isRun);
  const all = withBlocks(own.map((name) => ({ path: name, content: read(name) }))).filter(({ path: name }) =>
    isRun(name),
  );
  const resources = all.map(({ path: name, content }) => ({ name, text: content }));
  return {
    key,
    title,
    processId: process.id,
    own: resources.filter(({ name }) => own.includes(name)),
    resources,
    scenarios: namesIn(path.join(folder, 'tests'))
      .filter((file) => file.endsWith(ending))
      .map((file) => {
        return { file: file.slice(0, -ending.length), scenario: JSON.parse(read('tests', file)) as Scenario };
      }),
  };
};
