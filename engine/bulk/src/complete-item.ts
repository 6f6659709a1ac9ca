import type { Actor } from '@irisflow/access';
import { tasksRoom } from '@irisflow/tasks';
import { draftingRoom } from '@irisflow/drafting';
import { isEngineFailure, toCaseworkError } from '@irisflow/engine-client';
import { DatabaseFault } from '@irisflow/database';
import { writeAll } from '@irisflow/forms';
import { CaseworkError } from '@irisflow/foundation';
import { judgeTask } from './judge-task.ts';
import { findTaskState, type TakenItem } from './storage/bulk-items.ts';
import type { Surroundings } from './surroundings.ts';
import { findKind } from './task-kind.ts';
import type { BulkReason } from './views/bulk.ts';

export type ItemOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: BulkReason; readonly fields: readonly string[] }
  /** The platform could not say: it is tried again. */
  | { readonly kind: 'later' }
  /** A fault of ours, for the log. */
  | { readonly kind: 'fault'; readonly thrown: unknown };

const failed = (reason: BulkReason, fields: readonly string[] = []): ItemOutcome => ({
  kind: 'failed',
  reason,
  fields,
});

const reasonOfCode: Partial<Readonly<Record<CaseworkError['code'], BulkReason>>> = {
  NOT_FOUND: 'missing',
  FORBIDDEN: 'role',
  NOT_SIGNED_IN: 'role',
  TASK_TAKEN: 'taken',
  TASK_NOT_MINE: 'taken',
  TASK_ENDED: 'ended',
  ENGINE_CONFLICT: 'ended',
  FOUR_EYES: 'fourEyes',
  TASK_LANGUAGE: 'language',
  PROPOSAL_CHANGED: 'proposalChanged',
  LETTER_CHANGED: 'proposalChanged',
  CHECKLIST_OPEN: 'checklistOpen',
  CASE_SUSPENDED: 'suspended',
  FORM_INVALID: 'formInvalid',
  INPUT_INVALID: 'formInvalid',
};

const ofError = (thrown: unknown): ItemOutcome => {
  if (isEngineFailure(thrown)) return ofError(toCaseworkError(thrown));
  if (thrown instanceof DatabaseFault && thrown.code === 'UNAVAILABLE') return { kind: 'later' };
  if (!(thrown instanceof CaseworkError)) return { kind: 'fault', thrown };
  if (thrown.status === 503) return { kind: 'later' };
  const reason = reasonOfCode[thrown.code];
  if (reason === undefined) return { kind: 'fault', thrown };
  return failed(
    reason,
    (thrown.errors ?? []).map(({ pointer }) => pointer),
  );
};

const kindOfItem = (item: TakenItem) => ({
  procedureKey: item.procedure_key,
  procedureVersion: item.procedure_version,
  elementId: item.element_id,
});

/** What surely was not completed goes back to everybody, when it was taken for this alone. */
const giveBack = async (surroundings: Surroundings, actor: Actor, { taskId, thrown }: Refused): Promise<void> => {
  if (ofError(thrown).kind !== 'failed') return;
  try {
    await tasksRoom(surroundings).release(actor, { taskId });
  } catch {
    // Why it was not completed is what who started has to hear; the task is theirs to give back.
  }
};

interface Refused {
  readonly taskId: string;
  readonly thrown: unknown;
}

/** Takes and completes the task by the ways of its own page, which refuse what they refuse there. */
const complete = async (surroundings: Surroundings, actor: Actor, item: TakenItem): Promise<ItemOutcome> => {
  const { task_id: taskId, answers } = item;
  const kind = await findKind(surroundings, surroundings.database, kindOfItem(item));
  const { view, reason } = await judgeTask(surroundings, actor, { taskId, kind, answers });
  if (reason !== null) return failed(reason);
  const isFree = view.bar === 'unassigned';
  if (isFree) await tasksRoom(surroundings).claim(actor, { taskId });
  try {
    await draftingRoom(surroundings).completeTask(actor, { taskId, data: writeAll(view.data, answers) });
  } catch (thrown) {
    if (isFree) await giveBack(surroundings, actor, { taskId, thrown });
    throw thrown;
  }
  return { kind: 'done' };
};

/**
 * What an earlier attempt did whose answer was lost: done when the task was completed by who started, nothing yet while the
 * worklist does not know what the engine does.
 */
const ofEarlierAttempt = async (
  { database, engine }: Surroundings,
  { task_id: taskId, started_by: starter }: TakenItem,
): Promise<ItemOutcome | undefined> => {
  const task = await findTaskState(database, taskId);
  if (task?.completed_by === starter) return { kind: 'done' };
  if (task?.state !== 'open') return undefined;
  return (await engine.tasks.get(taskId)).state === 'open' ? undefined : { kind: 'later' };
};

/** Completes one task as the person who started. */
export const completeItem = async (surroundings: Surroundings, actor: Actor, item: TakenItem): Promise<ItemOutcome> => {
  try {
    const earlier = item.attempts === 1 ? undefined : await ofEarlierAttempt(surroundings, item);
    return earlier ?? (await complete(surroundings, actor, item));
  } catch (thrown) {
    return ofError(thrown);
  }
};
