import { requireDesigner, type Actor, appendAudit } from '@irisflow/access';
import { CaseworkError, type ProcedureProblem } from '@irisflow/foundation';
import { findLatestVersion, listDraftFiles, listVersionFiles, replaceDraft, touchDraft } from './storage/procedures.ts';
import { writeDraftFiles } from './storage/draft-files.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { DraftAct } from './views/file-history.ts';
import type { ProcedureDraft } from './views/procedure.ts';
import { viewDraft } from './draft-view.ts';
import { ownFiles } from './blocks/with-blocks.ts';
import { requireFolder, requireFolderFile } from './folder-limits.ts';
import { lintForPublication } from './lint-for-publication.ts';
import { authorOf, requireDraft, requireSeenFiles, type SeenFile } from './require-procedure.ts';

export const getDraft: UseCase<{ key: string }, ProcedureDraft> = async ({ database }, actor, { key }) =>
  viewDraft(database, await requireDraft(database, actor, key));

export interface Edited {
  readonly revision: number;
  readonly problems: ProcedureProblem[];
}

export interface Edit {
  readonly key: string;
  /** In which revision of the draft the caller saw the file, its own or a later one; 0 for a new file. */
  readonly revision: number;
  readonly path: string;
  /** The window in which somebody types: of the texts it writes within minutes only the last is kept. */
  readonly sitting?: string | undefined;
}

/** A file with its new text; null removes it. */
export interface ChangedFile extends SeenFile {
  readonly content: string | null;
}

export interface Change {
  readonly key: string;
  readonly action:
    | 'procedure.fileSaved'
    | 'procedure.fileRemoved'
    | 'procedure.filesChanged'
    | 'procedure.fileRestored';
  readonly act?: DraftAct;
  readonly sitting?: string | undefined;
  readonly files: readonly ChangedFile[];
}

const requireChanges = (files: readonly ChangedFile[]): void => {
  if (new Set(files.map(({ path }) => path)).size !== files.length)
    throw new CaseworkError('INPUT_INVALID', 'Expected every path once, but one is there twice');
  for (const { path, content } of files) {
    if (content !== null) requireFolderFile({ path, content });
    else if (path === 'procedure.json')
      throw new CaseworkError('INPUT_INVALID', 'Expected procedure.json to stay, but the request removes it');
  }
};

/** Writes files of a draft together, or none of them: each is refused where somebody wrote it since the caller saw it. */
export const changeDraft = async (surroundings: Surroundings, actor: Actor, change: Change): Promise<Edited> => {
  const { administration } = requireDesigner(actor);
  const { database, clock } = surroundings;
  const { key, action, sitting, act = 'saved' } = change;
  requireChanges(change.files);
  const { revision, files } = await database.transaction(async (tx) => {
    await requireSeenFiles(tx, actor, change);
    const at = clock.now();
    const by = authorOf(actor);
    const revision = await touchDraft(tx, { key, at, by });
    const changes = new Map(change.files.map(({ path, content }) => [path, content]));
    await writeDraftFiles(tx, { key, revision, at, by, act, sitting }, changes);
    const files = await listDraftFiles(tx, key);
    requireFolder(files);
    const paths = [...changes.keys()];
    const detail = paths.length === 1 ? { path: paths[0] } : { paths };
    await appendAudit(surroundings, tx, { actor, action, object: `procedure:${key}`, administration, detail });
    return { revision, files };
  });
  return { revision, problems: await lintForPublication(surroundings, { key, administration, files }) };
};

/** Saves one file of the draft; refused with STALE_REVISION when somebody wrote that file in between. */
export const saveFile: UseCase<Edit & { content: string }, Edited> = (
  surroundings,
  actor,
  { key, path, content, revision, sitting },
) =>
  changeDraft(surroundings, actor, {
    key,
    sitting,
    action: 'procedure.fileSaved',
    files: [{ path, content, revision }],
  });

export const removeFile: UseCase<Edit, Edited> = (surroundings, actor, { key, path, revision }) =>
  changeDraft(surroundings, actor, {
    key,
    action: 'procedure.fileRemoved',
    files: [{ path, content: null, revision }],
  });

/** Changes several files as one act, such as a renaming: all of them, or none. */
export const changeFiles: UseCase<{ key: string; files: readonly ChangedFile[] }, Edited> = (
  surroundings,
  actor,
  { key, files },
) => changeDraft(surroundings, actor, { key, files, action: 'procedure.filesChanged' });

/** Throws the changes since the published version away; a procedure that was never published keeps its draft. */
export const discardDraft: UseCase<{ key: string }, ProcedureDraft> = async (surroundings, actor, { key }) => {
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const draft = await requireDraft(tx, actor, key);
    const base = await findLatestVersion(tx, key);
    if (base === undefined) return viewDraft(tx, draft);
    const files = ownFiles(await listVersionFiles(tx, { key, version: base.version }));
    await replaceDraft(tx, {
      key,
      basedOn: base.version,
      at: clock.now(),
      by: authorOf(actor),
      act: 'discarded',
      files,
    });
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
