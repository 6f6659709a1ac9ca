import type { Queryable } from '@irisflow/database';
import { requireDesigner, type Actor } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
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

export const authorOf = (actor: Actor): string => (actor.kind === 'person' ? actor.person.name : 'Irisflow');
