import { type Answers, type TaskView, tasksRoom } from '@irisflow/tasks';
import { approveLetter } from './letters/approve-letter.ts';
import { auditUses, noteKept } from './paragraphs/note-kept.ts';
import { requireSigner } from './require-signer.ts';
import type { UseCase } from './surroundings.ts';

export interface Completion extends Answers {
  /** The change to the letter that was read; left out where there is none. */
  readonly letterVersion?: number;
}

/** Completes my task as ever; what paragraphs stand in its answers, and which letter was read, is on record with it. */
export const completeTask: UseCase<Completion, TaskView> = async (
  surroundings,
  actor,
  { letterVersion, ...answers },
) => {
  await requireSigner(surroundings, actor, answers.taskId);
  await approveLetter(surroundings, actor, { taskId: answers.taskId, seen: letterVersion });
  const uses = await noteKept(surroundings, actor, answers);
  const view = await tasksRoom(surroundings).complete(actor, answers);
  await auditUses(surroundings, actor, { view, uses });
  return view;
};
