import type { Queryable } from '@irisflow/database';
import { type Actor, appendAudit } from '@irisflow/access';
import { findLatestVersion, insertProcedure, lockProcedureDraft } from './storage/procedures.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ProcedureDraft } from './views/procedure.ts';
import { viewDraft } from './draft-view.ts';
import type { FolderFile } from './folder-limits.ts';
import { nameImport, requireAdministration, requireFreeKey } from './name-import.ts';
import { replaceDraftKept } from './replace-draft-kept.ts';
import { requireDraft, requireRevision } from './require-procedure.ts';

export interface FolderImport {
  readonly files: readonly FolderFile[];
  /** Under which key, where not under the one that the folder names. */
  readonly key?: string | undefined;
  /** The revision of the draft that it takes the place of; none where there is no draft. */
  readonly replaces?: number | undefined;
}

/** Whoever imports over a draft has seen that draft. The platform's own jobs have nobody to ask. */
const requireSeen = async (
  db: Queryable,
  actor: Actor,
  { key, replaces }: { key: string; replaces: number | undefined },
): Promise<void> => {
  if (actor.kind === 'job' || (await lockProcedureDraft(db, key)) === undefined) return;
  await requireRevision(db, actor, { key, revision: replaces ?? 0 });
};

/**
 * Reads a folder into the draft of the procedure it names, or of another: the key of another administration's procedure is
 * refused. The draft says that it belongs to the administration that imports it. A draft that is there is replaced only by
 * who names its revision, and is kept.
 */
export const importFolder: UseCase<FolderImport, ProcedureDraft> = async (
  surroundings: Surroundings,
  actor,
  { replaces, ...folder },
) => {
  const { key, administration, files } = nameImport(actor, folder);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    await requireAdministration(tx, administration);
    await insertProcedure(tx, { key, administration, at: clock.now() });
    await requireFreeKey(tx, { key, administration });
    const base = await findLatestVersion(tx, key);
    await requireSeen(tx, actor, { key, replaces });
    await replaceDraftKept(tx, { key, actor, basedOn: base?.version ?? null, at: clock.now(), act: 'imported', files });
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
