import type { Actor } from '@irisflow/access';
import { hasOpenPoints } from '@irisflow/checklists';
import { writeAll } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import { tasksRoom, type TaskBar, type TaskView } from '@irisflow/tasks';
import { factsRoom } from '@irisflow/facts';
import { hasWaitingChange } from '@irisflow/lifecycle';
import type { TaskKind } from './task-kind.ts';
import type { Surroundings } from './surroundings.ts';
import type { BulkReason } from './views/bulk.ts';

export interface JudgedTask {
  readonly view: TaskView;
  /** Null when it may be completed together with others. */
  readonly reason: BulkReason | null;
}

const reasonOfBar: Readonly<Record<TaskBar, BulkReason | null>> = {
  // Whoever decides takes it first.
  unassigned: null,
  assignedToOther: 'taken',
  fourEyes: 'fourEyes',
  language: 'language',
  ended: 'ended',
  role: 'role',
  proposalChanged: 'proposalChanged',
};

/** What somebody has to look at before they decide, in what the sources said. */
const reasonOfFacts = async (surroundings: Surroundings, actor: Actor, caseId: string): Promise<BulkReason | null> => {
  const room = factsRoom(surroundings);
  const { facts, openChanges } = await room.listFacts(actor, { caseId });
  if (facts.some(({ state }) => state === 'contradicts')) return 'contradiction';
  if (openChanges.length > 0) return 'sourceChanged';
  if (facts.some(({ corrections }) => corrections.length > 0)) return 'disputed';
  return (await room.hasOpenApart(actor, { caseId })) ? 'restricted' : null;
};

export interface Judging {
  readonly taskId: string;
  readonly kind: TaskKind;
  /** By JSON pointer, what is answered for all; left out before anybody did. */
  readonly answers?: FormData;
}

const isChecklistOpen = (
  surroundings: Surroundings,
  actor: Actor,
  { view, kind, answers }: Judging & { readonly view: TaskView },
): Promise<boolean> =>
  hasOpenPoints(surroundings, actor, {
    taskId: view.id,
    ...(answers === undefined ? { toCome: kind.sets } : { data: writeAll(view.data, answers) }),
  });

const reasonOf = async (
  surroundings: Surroundings,
  actor: Actor,
  judging: Judging & { readonly view: TaskView },
): Promise<BulkReason | null> => {
  const { view, kind } = judging;
  const barred = view.bar === null ? null : reasonOfBar[view.bar];
  if (barred !== null) return barred;
  if (!kind.isOf(view)) return 'otherKind';
  if (kind.fields === null) return 'notOffered';
  if (view.case.unanswered.length > 0) return 'unanswered';
  if (view.sentBack !== null) return 'sentBack';
  if (await hasWaitingChange(surroundings.database, view.caseId)) return 'changeDeclared';
  const ofFacts = await reasonOfFacts(surroundings, actor, view.caseId);
  if (ofFacts !== null) return ofFacts;
  return (await isChecklistOpen(surroundings, actor, judging)) ? 'checklistOpen' : null;
};

/** A task as its own page shows it, and why it does not go together with others. Each look is on record, as there. */
export const judgeTask = async (surroundings: Surroundings, actor: Actor, judging: Judging): Promise<JudgedTask> => {
  const view = await tasksRoom(surroundings).getTask(actor, { taskId: judging.taskId });
  return { view, reason: await reasonOf(surroundings, actor, { ...judging, view }) };
};
