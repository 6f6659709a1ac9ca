import type { Queryable } from '@irisflow/database';
import { requireDesigner, type Actor, appendAudit } from '@irisflow/access';
import { CaseworkError, type ProcedureProblem } from '@irisflow/foundation';
import {
  deleteDraftFile,
  findLatestVersion,
  listDraftFiles,
  listVersionFiles,
  replaceDraft,
  touchDraft,
  upsertDraftFile,
} from './storage/procedures.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ProcedureDraft } from './views/procedure.ts';
import { viewDraft } from './draft-view.ts';
import { ownFiles } from './blocks/with-blocks.ts';
import { requireFolder, requireFolderFile } from './folder-limits.ts';
import { lintForPublication } from './lint-for-publication.ts';
import { authorOf, requireDraft, requireRevision } from './require-procedure.ts';

export const getDraft: UseCase<{ key: string }, ProcedureDraft> = async ({ database }, actor, { key }) =>
  viewDraft(database, await requireDraft(database, actor, key));

export interface Edited {
  readonly revision: number;
  readonly problems: ProcedureProblem[];
}

export interface Edit {
  readonly key: string;
  readonly revision: number;
  readonly path: string;
}

const change = async (
  surroundings: Surroundings,
  actor: Actor,
  edit: Edit & { readonly action: string; readonly write: (tx: Queryable) => Promise<unknown> },
): Promise<Edited> => {
  const { administration } = requireDesigner(actor);
  const { database, clock } = surroundings;
  const { key } = edit;
  const { revision, files } = await database.transaction(async (tx) => {
    await requireRevision(tx, actor, edit);
    await edit.write(tx);
    const files = await listDraftFiles(tx, key);
    requireFolder(files);
    const revision = await touchDraft(tx, { key, at: clock.now(), by: authorOf(actor) });
    await appendAudit(surroundings, tx, {
      actor,
      action: edit.action,
      object: `procedure:${key}`,
      administration,
      detail: { path: edit.path },
    });
    return { revision, files };
  });
  return { revision, problems: await lintForPublication(surroundings, { key, administration, files }) };
};

/** Saves one file of the draft; refused with STALE_REVISION when somebody saved in between. */
export const saveFile: UseCase<Edit & { content: string }, Edited> = async (
  surroundings,
  actor,
  { content, ...edit },
) => {
  requireFolderFile({ path: edit.path, content });
  return change(surroundings, actor, {
    ...edit,
    action: 'procedure.fileSaved',
    write: (tx) => upsertDraftFile(tx, edit.key, { path: edit.path, content }),
  });
};

export const removeFile: UseCase<Edit, Edited> = async (surroundings, actor, edit) => {
  if (edit.path === 'procedure.json')
    throw new CaseworkError('INPUT_INVALID', 'Expected procedure.json to stay, but the request removes it');
  return change(surroundings, actor, {
    ...edit,
    action: 'procedure.fileRemoved',
    write: (tx) => deleteDraftFile(tx, edit.key, edit.path),
  });
};

/** Throws the changes since the published version away; a procedure that was never published keeps its draft. */
export const discardDraft: UseCase<{ key: string }, ProcedureDraft> = async (surroundings, actor, { key }) => {
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const draft = await requireDraft(tx, actor, key);
    const base = await findLatestVersion(tx, key);
    if (base === undefined) return viewDraft(tx, draft);
    const files = ownFiles(await listVersionFiles(tx, { key, version: base.version }));
    await replaceDraft(tx, { key, basedOn: base.version, at: clock.now(), by: authorOf(actor), files });
    const view = await viewDraft(tx, await requireDraft(tx, actor, key));
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.draftDiscarded',
      object: `procedure:${key}`,
      administration: draft.administration,
    });
    return view;
  });
};

/** What stands between the draft and its publication. */
export const lintDraft: UseCase<{ key: string }, { problems: ProcedureProblem[] }> = async (
  surroundings,
  actor,
  { key },
) => {
  const { database } = surroundings;
  const { administration } = await requireDraft(database, actor, key);
  const files = await listDraftFiles(database, key);
  return { problems: await lintForPublication(surroundings, { key, administration, files }) };
};
