import { BulkAssessment, BulkDecisionView, BulkSummary, MAX_ASSESSED, MAX_BULK_TASKS } from '@irisflow/bulk';
import { EngineKey, FormData, OpaqueId } from '@irisflow/foundation';
import { Type } from 'typebox';
import { clerks, operationsOf, submissionLimit, type RequestLimit } from './operation.ts';

const byBulk = Type.Object({ bulkId: OpaqueId });
/** Twenty requests look through the most tasks that go together. */
const assessmentLimit = { max: 120, seconds: 60 } as const satisfies RequestLimit;

/** One set of answers for many tasks of one kind, each completed by itself. */
export const bulkOperations = operationsOf({
  assessBulkTasks: {
    method: 'POST',
    path: '/api/bulk-decisions/assessment',
    summary: 'What the form of each task holds before it is decided together with others, and which stay out and why.',
    access: clerks,
    limit: assessmentLimit,
    body: Type.Object({
      /** A task of the kind that is decided. */
      like: EngineKey,
      taskIds: Type.Array(EngineKey, { minItems: 1, maxItems: MAX_ASSESSED, uniqueItems: true }),
    }),
    reply: BulkAssessment,
  },
  startBulkDecision: {
    method: 'POST',
    path: '/api/bulk-decisions',
    summary: 'Completes many tasks of one kind in my name, one after the other.',
    access: clerks,
    limit: submissionLimit,
    body: Type.Object({
      taskIds: Type.Array(EngineKey, { minItems: 1, maxItems: MAX_BULK_TASKS, uniqueItems: true }),
      /** Values by JSON pointer into the form, for the fields that are answered once for all. */
      answers: FormData,
    }),
    reply: BulkDecisionView,
  },
  listBulkDecisions: {
    method: 'GET',
    path: '/api/bulk-decisions',
    summary: 'The last bulk decisions: mine, and for supervisors those of everybody.',
    access: clerks,
    reply: Type.Array(BulkSummary),
  },
  getBulkDecision: {
    method: 'GET',
    path: '/api/bulk-decisions/{bulkId}',
    summary: 'How far a bulk decision is, and what became of each task.',
    access: clerks,
    params: byBulk,
    reply: BulkDecisionView,
  },
  cancelBulkDecision: {
    method: 'POST',
    path: '/api/bulk-decisions/{bulkId}/cancellation',
    summary: 'Stops what is not done yet.',
    access: clerks,
    params: byBulk,
    reply: BulkDecisionView,
  },
  resumeBulkDecision: {
    method: 'POST',
    path: '/api/bulk-decisions/{bulkId}/resumption',
    summary: 'Tries again what was stopped or failed, in my name.',
    access: clerks,
    limit: submissionLimit,
    params: byBulk,
    reply: BulkDecisionView,
  },
});
