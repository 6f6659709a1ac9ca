import type { Queryable } from '@irisflow/database';
import { requireDesigner, type Actor, findAdministration, listAdministrationKeys } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { findProcedureOwner } from './storage/procedures.ts';
import { requireFolder, type FolderFile } from './folder-limits.ts';
import { readFolder } from './read-folder.ts';
import { renameFolder } from './rename-folder.ts';
import { requireKey } from './require-key.ts';

/** A folder as it will be in its place. */
export interface NamedImport {
  readonly key: string;
  readonly administration: string;
  readonly files: readonly FolderFile[];
}

const keyAndOwnerOf = (actor: Actor, files: readonly FolderFile[]): { key: string; administration: string } => {
  const folder = readFolder(files.filter(({ path }) => path === 'procedure.json'));
  if (folder.description === null)
    throw new CaseworkError('ARCHIVE_INVALID', 'Expected a readable procedure.json, but found none', {
      problems: folder.problems,
    });
  const { key, administration } = folder.description;
  return { key, administration: actor.kind === 'job' ? administration : requireDesigner(actor).administration };
};

/** The folder under the key it names, or under another, as the administration's that imports it. */
export const nameImport = (
  actor: Actor,
  { files, key: wantedKey }: { files: readonly FolderFile[]; key?: string | undefined },
): NamedImport => {
  requireFolder(files);
  const { key: namedKey, administration } = keyAndOwnerOf(actor, files);
  const key = wantedKey ?? namedKey;
  requireKey(key);
  return { key, administration, files: renameFolder(files, { key, administration }) };
};

/** Refuses an administration that nobody added. */
export const requireAdministration = async (db: Queryable, key: string): Promise<void> => {
  if ((await findAdministration(db, key)) !== null) return;
  const known = (await listAdministrationKeys(db)).join(', ');
  throw new CaseworkError(
    'ADMINISTRATION_UNKNOWN',
    `Expected the administration of procedure.json to be ${known === '' ? 'one that was added' : `one of ${known}`}, but found ${key}. Add it first: irisflow administration add ${key} --fr ... --nl ... --en ...`,
  );
};

/** Refuses the key of another administration's procedure. */
export const requireFreeKey = async (
  db: Queryable,
  { key, administration }: Pick<NamedImport, 'key' | 'administration'>,
): Promise<void> => {
  const owner = await findProcedureOwner(db, key);
  if (owner !== undefined && owner !== administration)
    throw new CaseworkError('PROCEDURE_EXISTS', `Expected ${key} to be free, but another administration has it`);
};
