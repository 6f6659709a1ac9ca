import { requireClerk, type Actor } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { judgeTask } from './judge-task.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { findKind, type TaskKind } from './task-kind.ts';
import { tasksRoom } from '@irisflow/tasks';
import type { AssessedTask, BulkAssessment } from './views/bulk.ts';

export interface AssessTasks {
  /** A task of the kind that is decided. */
  readonly like: string;
  readonly taskIds: readonly string[];
}

const gone = (taskId: string): AssessedTask => ({
  taskId,
  caseId: null,
  reference: '',
  applicant: '',
  reason: 'missing',
  onBehalfOf: null,
  data: {},
  masked: [],
});

const assess = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, kind }: { taskId: string; kind: TaskKind },
): Promise<AssessedTask> => {
  try {
    const { view, reason } = await judgeTask(surroundings, actor, { taskId, kind });
    const { caseId, reference, applicant } = view;
    return {
      taskId,
      caseId,
      reference,
      applicant,
      reason,
      onBehalfOf: view.onBehalfOf,
      data: reason === null ? view.data : {},
      masked: reason === null ? [...view.masked] : [],
    };
  } catch (thrown) {
    if (thrown instanceof CaseworkError && thrown.code === 'NOT_FOUND') return gone(taskId);
    throw thrown;
  }
};

/** Looks through tasks before they are decided together: what each form holds, and which stay out, and why. */
export const assessTasks: UseCase<AssessTasks, BulkAssessment> = async (surroundings, actor, { like, taskIds }) => {
  requireClerk(actor);
  const { procedureKey, elementId, case: file } = await tasksRoom(surroundings).getTask(actor, { taskId: like });
  const key = { procedureKey, procedureVersion: file.procedureVersion, elementId };
  const kind = await findKind(surroundings, surroundings.database, key);
  const tasks: AssessedTask[] = [];
  for (const taskId of taskIds) tasks.push(await assess(surroundings, actor, { taskId, kind }));
  return {
    form: kind.form?.form ?? null,
    fields: [...(kind.fields ?? [])],
    shown: [...kind.shown],
    kind: kind.view,
    tasks,
  };
};
