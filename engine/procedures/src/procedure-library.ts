import type { Queryable } from '@irisflow/database';
import { compileForm, type CompiledForm } from '@irisflow/forms';
import { CaseworkError } from '@irisflow/foundation';
import type { LetterTemplate } from '@irisflow/letters';
import { readEligibility, type PublishedEligibility } from './eligibility/published-eligibility.ts';
import { jobTypesOf } from './job-types.ts';
import { letterStepsOf, type LetterStep } from './letter-steps.ts';
import { findUsableVersion, findVersion, listVersionFiles, type VersionRow } from './storage/procedures.ts';
import type { FolderFile } from './folder-limits.ts';
import type { ObligationDescription } from './obligation-description.ts';
import type { ParameterList } from './parameters.ts';
import type { ProcedureDescription } from './procedure-description.ts';
import { readFolder } from './read-folder.ts';
import { rightProcessesOf } from './publication/folder-definitions.ts';
import type { QuotaDescription } from './quota-description.ts';
import type { RightDescription } from './right-description.ts';
import { withReopenedWork } from './reopening/reopened-work.ts';

/** A published version, read and ready: nothing of it ever changes. */
export interface PublishedProcedure {
  readonly key: string;
  readonly version: number;
  readonly administration: string;
  readonly description: ProcedureDescription;
  readonly forms: ReadonlyMap<string, CompiledForm>;
  readonly letters: ReadonlyMap<string, LetterTemplate>;
  /** Kinds of rights that its decisions leave behind. */
  readonly rights: ReadonlyMap<string, RightDescription>;
  /** How many of them there may be. */
  readonly quotas: ReadonlyMap<string, QuotaDescription>;
  /** What their holders have to show time and again. */
  readonly obligations: ReadonlyMap<string, ObligationDescription>;
  /** Ids of the processes that begin by themselves with a right or with an obligation that opens, as the folder calls them. */
  readonly rightProcesses: ReadonlySet<string>;
  /** Which step sends which letter, and what it gives to it. */
  readonly letterSteps: readonly LetterStep[];
  readonly parameters: ParameterList;
  /** What everybody may ask before applying; null when there is no such check. */
  readonly eligibility: PublishedEligibility | null;
  /** Types of the jobs that its processes can offer. */
  readonly jobTypes: ReadonlySet<string>;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionVersion: number;
  /** Whether the engine knows its messages and signals by their qualified names. */
  readonly isQualified: boolean;
  /** Whether its processes that live with a right are told under the name of the procedure. */
  readonly hasOwnBeginnings: boolean;
}

export interface ProcedureLibrary {
  /** Fails with NOT_FOUND when the version was never published. */
  version(db: Queryable, key: string, version: number): Promise<PublishedProcedure>;
  /** The newest version that waits for no approval; fails with NOT_FOUND when there is none. */
  latest(db: Queryable, key: string): Promise<PublishedProcedure>;
}

/** Beyond this many versions the oldest read ones are read again when needed. */
const MAX_KEPT = 200;

const read = (row: VersionRow, files: readonly FolderFile[]): PublishedProcedure => {
  const { procedure_key: key, version } = row;
  const folder = withReopenedWork(readFolder(files));
  if (folder.description === null)
    throw new CaseworkError('PROCEDURE_INVALID', `Expected version ${version} of ${key} to be readable, but it is not`);
  return {
    key,
    version,
    administration: row.administration,
    description: folder.description,
    forms: new Map([...folder.forms].map(([name, form]) => [name, compileForm(form)])),
    letters: folder.letters,
    rights: folder.rights,
    quotas: folder.quotas,
    obligations: folder.obligations,
    rightProcesses: rightProcessesOf(folder),
    letterSteps: letterStepsOf(folder.processes.map(({ process }) => process)),
    parameters: folder.parameters,
    eligibility: readEligibility(folder),
    jobTypes: jobTypesOf(folder.processes.map(({ process }) => process)),
    processDefinitionId: row.process_definition_id,
    processDefinitionKey: row.process_definition_key,
    processDefinitionVersion: row.process_definition_version,
    isQualified: row.qualified,
    hasOwnBeginnings: row.own_beginnings,
  };
};

const nameOf = (key: string, version: number): string => `${key}@${version}`;

/** Published versions by key, parsed and compiled once. */
export const createProcedureLibrary = (): ProcedureLibrary => {
  // Only finished readings are kept: one that waits for the store must never be waited for inside a transaction.
  const kept = new Map<string, PublishedProcedure>();
  const keep = async (db: Queryable, row: VersionRow): Promise<PublishedProcedure> => {
    const { procedure_key: key, version } = row;
    const name = nameOf(key, version);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const files = await listVersionFiles(db, { key, version });
    // Somebody else who asked meanwhile may have read it.
    const procedure = kept.get(name) ?? read(row, files);
    kept.set(name, procedure);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return procedure;
  };
  const found = (db: Queryable, row: VersionRow | undefined, wanted: string): Promise<PublishedProcedure> => {
    if (row !== undefined) return keep(db, row);
    throw new CaseworkError('NOT_FOUND', `Expected a published procedure ${wanted}, but there is none`);
  };
  return {
    version: async (db, key, version) =>
      kept.get(nameOf(key, version)) ?? found(db, await findVersion(db, { key, version }), `${key} version ${version}`),
    latest: async (db, key) => found(db, await findUsableVersion(db, key), key),
  };
};
