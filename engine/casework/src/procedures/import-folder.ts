import type { Queryable } from '@irisflow/database';
import { requireDesigner, type Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { findAdministration, listAdministrationKeys } from '../storage/administrations.ts';
import { findLatestVersion, findProcedureOwner, insertProcedure, replaceDraft } from '../storage/procedures.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ProcedureDraft } from '../views/procedure.ts';
import { viewDraft } from './draft-view.ts';
import { requireFolder, type FolderFile } from './folder-limits.ts';
import { readFolder } from './read-folder.ts';
import { renameFolder } from './rename-folder.ts';
import { requireKey } from './require-key.ts';
import { authorOf, requireDraft } from './require-procedure.ts';

const keyAndOwnerOf = (actor: Actor, files: readonly FolderFile[]): { key: string; administration: string } => {
  const folder = readFolder(files.filter(({ path }) => path === 'procedure.json'));
  if (folder.description === null)
    throw new CaseworkError('ARCHIVE_INVALID', 'Expected a readable procedure.json, but found none', {
      problems: folder.problems,
    });
  const { key, administration } = folder.description;
  return { key, administration: actor.kind === 'job' ? administration : requireDesigner(actor).administration };
};

const requireAdministration = async (tx: Queryable, key: string): Promise<void> => {
  if ((await findAdministration(tx, key)) !== null) return;
  const known = (await listAdministrationKeys(tx)).join(', ');
  throw new CaseworkError(
    'ADMINISTRATION_UNKNOWN',
    `Expected the administration of procedure.json to be ${known === '' ? 'one that was added' : `one of ${known}`}, but found ${key}. Add it first: irisflow administration add ${key} --fr ... --nl ... --en ...`,
  );
};

export interface FolderImport {
  readonly files: readonly FolderFile[];
  /** Under which key, where not under the one that the folder names. */
  readonly key?: string;
}

/**
 * Reads a folder into the draft of the procedure it names, or of another: the key of another administration's procedure is
 * refused. The draft says that it belongs to the administration that imports it.
 */
export const importFolder: UseCase<FolderImport, ProcedureDraft> = async (
  surroundings: Surroundings,
  actor,
  { files: imported, key: wantedKey },
) => {
  requireFolder(imported);
  const { key: namedKey, administration } = keyAndOwnerOf(actor, imported);
  const key = wantedKey ?? namedKey;
  requireKey(key);
  const files = renameFolder(imported, { key, administration });
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    await requireAdministration(tx, administration);
    await insertProcedure(tx, { key, administration, at: clock.now() });
    if ((await findProcedureOwner(tx, key)) !== administration)
      throw new CaseworkError('PROCEDURE_EXISTS', `Expected ${key} to be free, but another administration has it`);
    const base = await findLatestVersion(tx, key);
    await replaceDraft(tx, { key, basedOn: base?.version ?? null, at: clock.now(), by: authorOf(actor), files });
    const view = await viewDraft(tx, await requireDraft(tx, actor, key));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.imported',
      object: `procedure:${key}`,
      administration,
    });
    return view;
  });
};
