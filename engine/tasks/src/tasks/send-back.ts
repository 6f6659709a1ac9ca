import { requireStaff, appendAudit, sealDetail } from '@irisflow/access';
import { findCase, insertTimelineEntry, timelineText } from '@irisflow/casework';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { askEngine } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { findCaseProposal } from '../proposals/case-proposal.ts';
import { endTasks, setSentBack, type TaskRow } from '../storage/tasks.ts';
import type { TaskView } from '../views.ts';
import { moveTask } from './move-task.ts';
import { requireOpenTask } from './task-access.ts';
import { getTask } from './task-view.ts';
import { procedureOfTask } from './procedure-of-task.ts';

/** The tasks that proposed what this one should approve. */
const proposedAt = async (surroundings: Surroundings, task: TaskRow) => {
  const { database } = surroundings;
  const row = await findCase(database, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${task.id}, but it is gone`);
  const procedure = await procedureOfTask(surroundings, database, { task, row });
  const found = await findCaseProposal(database, { caseId: row.id, procedure, elementId: task.element_id });
  if (found !== null) return { elementIds: found.proposedAt, procedure };
  throw new CaseworkError('INPUT_INVALID', `Expected task ${task.id} to approve a proposal, but it does not`);
};

/** Sends a task back: what it should have approved is proposed again, by the task that did so before. */
export const sendBack: UseCase<{ taskId: string; reason: string }, TaskView> = async (surroundings, actor, input) => {
  const { taskId, reason } = input;
  const { person } = requireStaff(actor, ['supervisor']);
  const { database, engine, clock, taskBell } = surroundings;
  const { task } = await database.transaction((tx) => requireOpenTask(tx, actor, taskId));
  const { elementIds, procedure } = await proposedAt(surroundings, task);
  await askEngine(moveTask(engine, taskId, engine.tasks.sendBack({ userTaskKey: taskId, elementIds })));
  const at = clock.now();
  await database.transaction(async (tx) => {
    await setSentBack(tx, { id: taskId, personId: person.id, reason });
    await endTasks(tx, { ids: [taskId], state: 'canceled', at });
    await insertTimelineEntry(tx, {
      caseId: task.case_id,
      administration: task.administration,
      at,
      kind: 'taskSentBack',
      text: timelineText('taskSentBack', procedure.description.tasks[elementIds[0] ?? '']?.name),
      actor: { fr: person.name, nl: person.name, en: person.name },
      visibleToApplicant: false,
    });
    // What somebody writes may name anybody: the chain is for ever, the reason is not.
    const content = { reason, before: null, after: null, names: [] };
    const sealed = await sealDetail(surroundings, tx, { administration: task.administration, content });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'task.sentBack',
      object: `task:${taskId}`,
      administration: task.administration,
      detail: { case: task.case_id, elements: elementIds, sealed },
    });
  });
  taskBell.ring();
  return getTask(surroundings, actor, { taskId });
};
