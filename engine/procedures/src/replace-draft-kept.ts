import type { Queryable } from '@irisflow/database';
import type { Actor } from '@irisflow/access';
import { listDraftFiles, lockProcedureDraft, replaceDraft } from './storage/procedures.ts';
import { insertReplacedDraft } from './storage/replaced-drafts.ts';
import { contentHashOf } from './content-hash.ts';
import type { DraftAct } from './views/file-history.ts';
import type { FolderFile } from './folder-limits.ts';
import { authorOf } from './require-procedure.ts';

export interface Replacement {
  readonly key: string;
  readonly actor: Actor;
  readonly at: number;
  readonly basedOn: number | null;
  readonly act: DraftAct;
  readonly files: readonly FolderFile[];
}

/** Puts a whole folder in the place of the draft and keeps the draft that was there, if it was another one. */
export const replaceDraftKept = async (db: Queryable, replacement: Replacement): Promise<void> => {
  const { key, actor, at, basedOn, act, files } = replacement;
  const by = authorOf(actor);
  const old = await lockProcedureDraft(db, key);
  if (old !== undefined) {
    const oldFiles = (await listDraftFiles(db, key)).map(({ path, content }) => ({ path, content }));
    const { revision, administration, based_on } = old;
    if (contentHashOf(oldFiles) !== contentHashOf(files))
      await insertReplacedDraft(db, { key, revision, administration, basedOn: based_on, files: oldFiles, at, by });
  }
  await replaceDraft(db, { key, basedOn, at, by, act, files });
};
