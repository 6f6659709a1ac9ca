import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { compileModel } from './compile-model.ts';
import { readTestCases } from './read-test-cases.ts';
import { runCase } from './run-case.ts';
import { levelTable, resultsPage } from './write-results.ts';
import type { Outcome } from './write-results.ts';

/** The kit is not part of this repository: `npm run kit -- <path of its checkout>` says where it is. */
const kit = process.env['IRISFLOW_TCK'] ?? '';
const page = join(import.meta.dirname, '../../../../docs/decision-kit.md');

/** What passed once has to pass for ever. */
const floors = { 'compliance-level-2': 116, 'compliance-level-3': 3_261, 'non-compliant': 29 };

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const runFolder = (level: string, folder: string): Outcome[] => {
  const path = join(kit, level, folder);
  const names = readdirSync(path);
  const read = (name: string) => readFileSync(join(path, name), 'utf8');
  return names
    .filter((name) => name.endsWith('.xml'))
    .flatMap((file) => {
      const { modelName, cases } = readTestCases(read(file));
      const others = names.filter((name) => name.endsWith('.dmn') && name !== modelName);
      const model = compileModel(read(modelName), others.map(read));
      return cases.map((each) => ({ level, folder, id: each.id, ...runCase(model, each) }));
    });
};

describe.skipIf(kit === '')('the public compatibility kit (dmn-tck)', () => {
  test('given every case, then no fewer pass than before', { timeout: 600_000 }, () => {
    const outcomes = Object.keys(floors).flatMap((level) =>
      foldersIn(join(kit, level)).flatMap((folder) => runFolder(level, folder)),
    );

    console.log(levelTable(outcomes));
    const commit = process.env['IRISFLOW_TCK_COMMIT'] ?? 'unknown';
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(page, resultsPage(outcomes, { commit, date }));
    for (const [level, floor] of Object.entries(floors)) {
      const passing = outcomes.filter((outcome) => outcome.level === level && outcome.kind === 'passed');
      expect(passing.length, level).toBeGreaterThanOrEqual(floor);
    }
  });
});
