import { createHash } from 'node:crypto';
import type { Queryable } from '@irisflow/database';
import { requireDesigner, type Actor } from '@irisflow/access';
import { listWrittenFiles } from './storage/draft-files.ts';
import { deletePast, deletePresence, listOthers, upsertPresence } from './storage/presence.ts';
import type { UseCase } from './surroundings.ts';
import type { DraftNews } from './views/file-history.ts';
import { draftFilesOf } from './draft-view.ts';
import { requireDraft } from './require-procedure.ts';

export interface Attendance {
  readonly key: string;
  /** A random name of the window, which nobody else is told. */
  readonly windowId: string;
  /** The file that is open in it. */
  readonly path: string | null;
  /** Whether something of it is not saved. */
  readonly isEditing: boolean;
  /** The revision of the draft that the window has seen. */
  readonly revision: number;
}

/** What others may call a window: whoever knew its name could speak for it. */
const shownId = (windowId: string): string => createHash('sha256').update(windowId).digest('hex').slice(0, 16);

const changesSince = async (db: Queryable, key: string, revision: number): Promise<DraftNews['changes']> => {
  const files = await listWrittenFiles(db, key);
  return {
    files: draftFilesOf(files.filter((file) => file.revision > revision)),
    paths: files.map(({ path }) => path),
  };
};

const personOf = (actor: Actor) => requireDesigner(actor).person;

/** Says that a window has a draft open, and answers who else has and what they wrote since. */
export const attendDraft: UseCase<Attendance, DraftNews> = async ({ database, clock }, actor, attendance) => {
  const { key, windowId, path, isEditing, revision } = attendance;
  const person = personOf(actor);
  const at = clock.now();
  return database.transaction(async (tx) => {
    const draft = await requireDraft(tx, actor, key);
    await deletePast(tx, at);
    await upsertPresence(tx, { key, windowId, personId: person.id, name: person.name, path, isEditing, at });
    const people = (await listOthers(tx, { key, windowId, at })).map((other) => ({
      id: shownId(other.window_id),
      name: other.name,
      isMe: other.person_id === person.id,
      path: other.path,
      isEditing: other.is_editing,
    }));
    const changes = draft.revision === revision ? null : await changesSince(tx, key, revision);
    return { revision: draft.revision, people, changes };
  });
};

/** Says that a window was closed. */
export const leaveDraft: UseCase<{ key: string; windowId: string }, void> = async (
  { database },
  actor,
  { key, windowId },
) => {
  const person = personOf(actor);
  await requireDraft(database, actor, key);
  await deletePresence(database, { key, windowId, personId: person.id });
};
