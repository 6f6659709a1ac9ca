import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CaseworkError,
  migrateCasework,
  openCasework,
  type Actor,
  type AdministrationView,
  type ProcedureProblem,
} from '@irisflow/casework';
import { connectors } from '@irisflow/connector-catalog';
import { openDatabase, type Database } from '@irisflow/database';
import { readFolderFiles } from '../demo/publish-examples.ts';
import { createRandom, systemClock } from '../start/surroundings.ts';

const system: Actor = { kind: 'system' };

const openCasesOn = (database: Database) =>
  openCasework({
    database,
    // The lint never asks the engine.
    engine: { grpcAddress: '127.0.0.1:26500', restUrl: 'http://127.0.0.1:8080/v2' },
    clock: systemClock,
    random: createRandom(),
    prefill: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
    publicUrl: 'http://localhost',
    personalDataKey: new Uint8Array(32),
    connectorTypes: connectors.map(({ type }) => type),
  });

/** A folder names its administration, which the throw-away store must know. */
const administrationsIn = (files: ReturnType<typeof readFolderFiles>): AdministrationView[] => {
  const content = files.find(({ path }) => path === 'procedure.json')?.content ?? '';
  const key = /"administration"\s*:\s*"([^"]+)"/.exec(content)?.[1];
  return key === undefined ? [] : [{ key, name: { fr: key, nl: key, en: key } }];
};

const lintOn = async (database: Database, folder: string): Promise<ProcedureProblem[]> => {
  await migrateCasework(database);
  const casework = openCasesOn(database);
  const files = readFolderFiles(folder);
  try {
    const administrations = administrationsIn(files);
    await casework.identity.seedAdministrations(system, { administrations });
    const { key } = await casework.procedures.importFolder(system, { files });
    return (await casework.procedures.lintDraft(system, { key })).problems;
  } catch (error) {
    if (error instanceof CaseworkError && error.problems !== null) return [...error.problems];
    throw error;
  } finally {
    await casework.stop();
  }
};

/** Imports a folder into an embedded store of its own, thrown away afterwards, and answers what stands between it and its publication. */
export const lintFolder = async (folder: string): Promise<ProcedureProblem[]> => {
  const home = mkdtempSync(path.join(tmpdir(), 'irisflow-lint-'));
  const database = await openDatabase({ kind: 'pglite', dir: home });
  try {
    return await lintOn(database, folder);
  } finally {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
};
