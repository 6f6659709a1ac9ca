import type { Queryable } from '@irisflow/database';
import { requireDesigner, type Actor } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { findRemoval, listWrittenFiles } from './storage/draft-files.ts';
import { findProcedureDraft, findProcedureOwner, lockProcedureDraft, type DraftRow } from './storage/procedures.ts';

/** In the same words for what is not there and for what is not to be seen. */
export const unknownProcedure = (key: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a procedure ${key}, but there is none to be seen`);

/** Refuses procedures of other administrations, in the same words as unknown ones. */
export const requireOwnProcedure = async (db: Queryable, actor: Actor, key: string): Promise<void> => {
  const owner = await findProcedureOwner(db, key);
  if (owner === undefined) throw unknownProcedure(key);
  if (actor.kind === 'job') return;
  if (requireDesigner(actor).administration !== owner) throw unknownProcedure(key);
};

export const requireDraft = async (db: Queryable, actor: Actor, key: string): Promise<DraftRow> => {
  await requireOwnProcedure(db, actor, key);
  const draft = await findProcedureDraft(db, key);
  if (draft === undefined) throw unknownProcedure(key);
  return draft;
};

/** The draft, locked, when it is still at the revision the caller saw. */
export const requireRevision = async (
  db: Queryable,
  actor: Actor,
  { key, revision }: { key: string; revision: number },
): Promise<DraftRow> => {
  await requireOwnProcedure(db, actor, key);
  const draft = await lockProcedureDraft(db, key);
  if (draft === undefined) throw unknownProcedure(key);
  if (draft.revision === revision) return draft;
  throw new CaseworkError(
    'STALE_REVISION',
    `Expected revision ${draft.revision} of ${key}, but the change is for ${revision}`,
  );
};

/** A file as somebody saw it: in a revision of the draft, its own or a later one; 0 where they saw none. */
export interface SeenFile {
  readonly path: string;
  readonly revision: number;
}

/** The draft, locked, when nobody wrote or removed these files since the caller saw them. Other files may have moved on. */
export const requireSeenFiles = async (
  db: Queryable,
  actor: Actor,
  { key, files }: { key: string; files: readonly SeenFile[] },
): Promise<DraftRow> => {
  await requireOwnProcedure(db, actor, key);
  const draft = await lockProcedureDraft(db, key);
  if (draft === undefined) throw unknownProcedure(key);
  const paths = files.map(({ path }) => path);
  const written = new Map((await listWrittenFiles(db, key, paths)).map((row) => [row.path, row.revision]));
  for (const { path, revision } of files) {
    const last = written.get(path) ?? (revision === 0 ? 0 : await findRemoval(db, key, path));
    if (last > revision || revision > draft.revision)
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${last} of ${path} in ${key}, but the change is for ${revision}`,
      );
  }
  return draft;
};

export const authorOf = (actor: Actor): string => (actor.kind === 'person' ? actor.person.name : 'Irisflow');
