import { Checklist, MAX_REMARK } from '@irisflow/checklists';
import { EngineKey, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { clerks, operationsOf } from './operation.ts';

const byTask = { taskId: EngineKey };

/** What a procedure wants looked at in a step, point by point. */
export const checklistOperations = operationsOf({
  getTaskChecklist: {
    method: 'GET',
    path: '/api/tasks/{taskId}/checklist',
    summary: 'What is to be looked at in a task, and how far that is, as its data stand.',
    access: clerks,
    params: Type.Object(byTask),
    reply: Checklist,
  },
  markChecklistPoint: {
    method: 'POST',
    path: '/api/tasks/{taskId}/checklist/{point}',
    summary: 'Ticks a point of my task, takes the tick back, or remarks on it; what was before stays in its history.',
    access: clerks,
    params: Type.Object({ ...byTask, point: Type.String({ minLength: 1, maxLength: 63 }) }),
    body: Type.Object({ isTicked: Type.Boolean(), remark: Type.String({ maxLength: MAX_REMARK }) }),
    reply: Checklist,
  },
  listCaseChecklists: {
    method: 'GET',
    path: '/api/cases/{caseId}/checklists',
    summary: 'What was looked at in the steps of a case, by whom and when; that it was read is on record.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId }),
    reply: Type.Array(Checklist),
  },
});
