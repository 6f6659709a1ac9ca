import { noteAutomatic, refuseOpenPoints } from '@irisflow/checklists';
import { type Answers, type TaskView, tasksRoom } from '@irisflow/tasks';
import { approveLetter } from './letters/approve-letter.ts';
import { auditUses, noteKept } from './paragraphs/note-kept.ts';
import { requireSigner } from './require-signer.ts';
import type { UseCase } from './surroundings.ts';

export interface Completion extends Answers {
  /** The change to the letter that was read; left out where there is none. */
  readonly letterVersion?: number;
}

/**
 * Completes my task as ever, not while a required point of its checklist is open. What paragraphs stand in its answers, which
 * letter was read and which points the data ticked is on record with it.
 */
export const completeTask: UseCase<Completion, TaskView> = async (
  surroundings,
  actor,
  { letterVersion, ...answers },
) => {
  const checklist = await refuseOpenPoints(surroundings, actor, answers);
  await requireSigner(surroundings, surroundings.database, { actor, taskId: answers.taskId });
  await approveLetter(surroundings, actor, { taskId: answers.taskId, seen: letterVersion });
  const uses = await noteKept(surroundings, actor, answers);
  const view = await tasksRoom(surroundings).complete(actor, answers);
  await noteAutomatic(surroundings, checklist);
  await auditUses(surroundings, actor, { view, uses });
  return view;
};
