import type { Database } from '@irisflow/database';
import { compileForm, type CompiledForm } from '@irisflow/forms';
import { CaseworkError } from '../errors/casework-error.ts';
import type { LetterTemplate } from '../letters/letter-template.ts';
import { findLatestVersion, findVersion, listVersionFiles, type VersionRow } from '../storage/procedures.ts';
import type { ParameterList } from './parameters.ts';
import type { ProcedureDescription } from './procedure-description.ts';
import { readFolder } from './read-folder.ts';

/** A published version, read and ready: nothing of it ever changes. */
export interface PublishedProcedure {
  readonly key: string;
  readonly version: number;
  readonly administration: string;
  readonly description: ProcedureDescription;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly letters: ReadonlyMap<string, LetterTemplate>;
  readonly parameters: ParameterList;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionVersion: number;
}

export interface ProcedureLibrary {
  /** Fails with NOT_FOUND when the version was never published. */
  version(key: string, version: number): Promise<PublishedProcedure>;
  /** The newest version; fails with NOT_FOUND when the procedure was never published. */
  latest(key: string): Promise<PublishedProcedure>;
}

/** Beyond this many versions the oldest read ones are read again when needed. */
const MAX_KEPT = 200;

const read = async (database: Database, row: VersionRow): Promise<PublishedProcedure> => {
  const { procedure_key: key, version } = row;
  const folder = readFolder(await listVersionFiles(database, { key, version }));
  if (folder.description === null)
    throw new CaseworkError('PROCEDURE_INVALID', `Expected version ${version} of ${key} to be readable, but it is not`);
  return {
    key,
    version,
    administration: row.administration,
    description: folder.description,
    forms: new Map([...folder.forms].map(([name, form]) => [name, compileForm(form)])),
    letters: folder.letters,
    parameters: folder.parameters,
    processDefinitionId: row.process_definition_id,
    processDefinitionKey: row.process_definition_key,
    processDefinitionVersion: row.process_definition_version,
  };
};

/** Published versions by key, parsed and compiled once. */
export const createProcedureLibrary = (database: Database): ProcedureLibrary => {
  const kept = new Map<string, Promise<PublishedProcedure>>();
  const keep = (row: VersionRow): Promise<PublishedProcedure> => {
    const name = `${row.procedure_key}@${row.version}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const reading = read(database, row);
    kept.set(name, reading);
    reading.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return reading;
  };
  const found = (row: VersionRow | undefined, wanted: string): Promise<PublishedProcedure> => {
    if (row !== undefined) return keep(row);
    throw new CaseworkError('NOT_FOUND', `Expected a published procedure ${wanted}, but there is none`);
  };
  return {
    version: async (key, version) =>
      kept.get(`${key}@${version}`) ??
      found(await findVersion(database, { key, version }), `${key} version ${version}`),
    latest: async (key) => found(await findLatestVersion(database, key), key),
  };
};
