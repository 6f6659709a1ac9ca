import { appendAudit, requireDesigner } from '@irisflow/access';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import {
  findReplacedText,
  insertSetAside,
  listRemovedFiles,
  listReplacedFiles,
  listWrittenFiles,
} from './storage/draft-files.ts';
import { lockProcedureDraft, touchDraft } from './storage/procedures.ts';
import type { UseCase } from './surroundings.ts';
import type { DraftAct, FileRevision, RemovedFile } from './views/file-history.ts';
import { changeDraft, type Edited } from './edit-draft.ts';
import { requireFolderFile } from './folder-limits.ts';
import { authorOf, requireDraft } from './require-procedure.ts';

const states = { replaced: 'replaced', removed: 'removed', set_aside: 'setAside' } as const;

/** Every text of a file that is kept, the newest first, with who wrote it and when. */
export const listFileRevisions: UseCase<{ key: string; path: string }, FileRevision[]> = async (
  { database },
  actor,
  { key, path },
) => {
  await requireDraft(database, actor, key);
  const current = (await listWrittenFiles(database, key, [path])).map((row): FileRevision => ({
    revision: row.revision,
    at: instantOf(row.written_at),
    by: row.written_by,
    act: row.act as DraftAct,
    state: 'current',
    replacedAt: null,
    replacedBy: null,
  }));
  const before = (await listReplacedFiles(database, key, path)).map((row): FileRevision => ({
    revision: row.revision,
    at: instantOf(row.written_at),
    by: row.written_by,
    act: row.act as DraftAct,
    state: states[row.fate as keyof typeof states],
    replacedAt: instantOf(row.replaced_at),
    replacedBy: row.replaced_by,
  }));
  return [...current, ...before].toSorted((left, right) => right.revision - left.revision);
};

/** Files that are not in the draft any more and can be brought back. */
export const listRemoved: UseCase<{ key: string }, RemovedFile[]> = async ({ database }, actor, { key }) => {
  await requireDraft(database, actor, key);
  return (await listRemovedFiles(database, key)).map(({ path, revision, content, replaced_at, replaced_by }) => ({
    path,
    revision,
    content,
    at: instantOf(replaced_at),
    by: replaced_by,
  }));
};

export interface KeptText {
  readonly key: string;
  readonly path: string;
  /** Of the text that is meant. */
  readonly revision: number;
}

const unknownText = ({ path, revision }: KeptText): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a text of ${path} of revision ${revision}, but none is kept`);

/** What a file said in a revision that is kept. */
export const getFileText: UseCase<KeptText, { content: string }> = async ({ database }, actor, text) => {
  await requireDraft(database, actor, text.key);
  const content = await findReplacedText(database, text);
  if (content !== undefined) return { content };
  const [current] = await listWrittenFiles(database, text.key, [text.path]);
  if (current?.revision !== text.revision) throw unknownText(text);
  return { content: current.content };
};

/** Brings a text back as a new revision; what the file says now is kept, so that this can be taken back in turn. */
export const restoreFile: UseCase<KeptText & { seen: number }, Edited & { content: string }> = async (
  surroundings,
  actor,
  { seen, ...text },
) => {
  const { content } = await getFileText(surroundings, actor, text);
  const edited = await changeDraft(surroundings, actor, {
    key: text.key,
    action: 'procedure.fileRestored',
    act: 'restored',
    files: [{ path: text.path, content, revision: seen }],
  });
  return { ...edited, content };
};

/** Keeps a text in the history of its file without putting it into the draft: its author took the one of somebody else. */
export const setFileAside: UseCase<{ key: string; path: string; content: string }, { revision: number }> = async (
  surroundings,
  actor,
  { key, ...file },
) => {
  const { administration } = requireDesigner(actor);
  requireFolderFile(file);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    await requireDraft(tx, actor, key);
    await lockProcedureDraft(tx, key);
    const at = clock.now();
    const by = authorOf(actor);
    const revision = await touchDraft(tx, { key, at, by });
    await insertSetAside(tx, { key, revision, at, by, act: 'saved' }, file);
    const detail = { path: file.path };
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.fileSetAside',
      object: `procedure:${key}`,
      administration,
      detail,
    });
    return { revision };
  });
};
