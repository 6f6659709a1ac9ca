import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CaseworkError, migrateCasework, openCasework, type Actor, type ProcedureProblem } from '@irisflow/casework';
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

const lintOn = async (database: Database, folder: string): Promise<ProcedureProblem[]> => {
  await migrateCasework(database);
  const casework = openCasesOn(database);
  try {
    const { key } = await casework.procedures.importFolder(system, { files: readFolderFiles(folder) });
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
