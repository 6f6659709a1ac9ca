import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readProcedure, type ScenarioFolder } from '@irisflow/server/scenarios';

const root = path.resolve(import.meta.dirname, '..');

/** The procedures of the examples that bring scenarios. */
export const folders: readonly ScenarioFolder[] = readdirSync(root)
  .map((name) => path.join(root, name))
  .filter((folder) => existsSync(path.join(folder, 'procedure.json')) && existsSync(path.join(folder, 'tests')))
  .map(readProcedure);
