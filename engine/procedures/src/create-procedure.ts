import type { Queryable } from '@irisflow/database';
import { requireDesigner, appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { findProcedureOwner, insertProcedure, listDraftFiles, replaceDraft } from './storage/procedures.ts';
import type { UseCase } from './surroundings.ts';
import type { ProcedureDraft } from './views/procedure.ts';
import { blankProcedure } from './blank-procedure.ts';
import { viewDraft } from './draft-view.ts';
import type { FolderFile } from './folder-limits.ts';
import { requireKey } from './require-key.ts';
import { renameFolder } from './rename-folder.ts';
import { authorOf, requireDraft, requireOwnProcedure } from './require-procedure.ts';

export interface Creation {
  readonly key: string;
  readonly title: string;
  /** Key of a procedure of the same administration whose draft is the starting point. */
  readonly copyOf?: string;
}

const filesFor = async (tx: Queryable, creation: Creation, administration: string): Promise<FolderFile[]> =>
  creation.copyOf === undefined
    ? blankProcedure({ key: creation.key, title: creation.title, administration })
    : renameFolder(await listDraftFiles(tx, creation.copyOf), {
        key: creation.key,
        administration,
        title: { fr: creation.title, nl: creation.title, en: creation.title },
      });

/** Starts a procedure, blank or as a copy of another of the same administration. */
export const createProcedure: UseCase<Creation, ProcedureDraft> = async (surroundings, actor, creation) => {
  const { administration } = requireDesigner(actor);
  const { key } = creation;
  requireKey(key);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    if ((await findProcedureOwner(tx, key)) !== undefined)
      throw new CaseworkError('PROCEDURE_EXISTS', `Expected a new key, but ${key} is taken`);
    if (creation.copyOf !== undefined) await requireOwnProcedure(tx, actor, creation.copyOf);
    const files = await filesFor(tx, creation, administration);
    await insertProcedure(tx, { key, administration, at: clock.now() });
    await replaceDraft(tx, { key, basedOn: null, at: clock.now(), by: authorOf(actor), act: 'saved', files });
    const view = await viewDraft(tx, await requireDraft(tx, actor, key));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.created',
      object: `procedure:${key}`,
      administration,
    });
    return view;
  });
};
