import { AuditEntry, AuditVerification, ColleagueView, SealedDetailView } from '@irisflow/access';
import { CalendarDate, EngineKey, FormData, Locale, OpaqueId, Ordinal, pageOf } from '@irisflow/foundation';
import { CaseStatus } from '@irisflow/procedures';
import { CaseSummary, CaseView, TaskCounters, TaskSummary, TaskView } from '@irisflow/casework';
import { InstanceView } from '@irisflow/monitor';
import { Type } from 'typebox';
import { clerks, operationsOf } from './operation.ts';

const auditReaders = ['auditor', 'administrator'] as const;
const byTask = Type.Object({ taskId: EngineKey });
const byCase = Type.Object({ caseId: OpaqueId });
const paging = {
  cursor: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};

export const deskOperations = operationsOf({
  getTaskCounters: {
    method: 'GET',
    path: '/api/desk/counters',
    summary: 'How many tasks wait for me and for my team.',
    access: clerks,
    reply: TaskCounters,
  },
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    summary: 'The worklist.',
    access: clerks,
    query: Type.Object({
      view: Type.Optional(
        Type.Union([
          Type.Literal('mine'),
          Type.Literal('team'),
          Type.Literal('unassigned'),
          Type.Literal('overdue'),
          Type.Literal('done'),
        ]),
      ),
      procedure: Type.Optional(Type.String()),
      language: Type.Optional(Locale),
      element: Type.Optional(Type.String()),
      search: Type.Optional(Type.String({ maxLength: 200 })),
      sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('created'), Type.Literal('priority')])),
      ...paging,
    }),
    reply: pageOf(TaskSummary),
  },
  getTask: {
    method: 'GET',
    path: '/api/tasks/{taskId}',
    summary: 'A task with its form and the case file.',
    access: clerks,
    params: byTask,
    reply: TaskView,
  },
  claimTask: {
    method: 'POST',
    path: '/api/tasks/{taskId}/claim',
    summary: 'Takes a task that nobody has.',
    access: clerks,
    params: byTask,
    reply: TaskView,
  },
  releaseTask: {
    method: 'POST',
    path: '/api/tasks/{taskId}/release',
    summary: 'Puts my task back for the team.',
    access: clerks,
    params: byTask,
    reply: TaskView,
  },
  sendTaskBack: {
    method: 'POST',
    path: '/api/tasks/{taskId}/return',
    summary: 'Sends a task that approves back to the tasks that proposed.',
    access: ['supervisor'],
    params: byTask,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
    reply: TaskView,
  },
  assignTask: {
    method: 'POST',
    path: '/api/tasks/{taskId}/assignment',
    summary: 'Gives a task to a colleague.',
    access: ['supervisor'],
    params: byTask,
    body: Type.Object({ personId: Type.String() }),
    reply: TaskView,
  },
  saveTaskDraft: {
    method: 'PUT',
    path: '/api/tasks/{taskId}/draft',
    summary: 'Keeps the answers of a task for later.',
    access: clerks,
    params: byTask,
    body: Type.Object({ data: FormData }),
    reply: 'none',
  },
  completeTask: {
    method: 'POST',
    path: '/api/tasks/{taskId}/completion',
    summary: 'Completes my task with its form.',
    access: clerks,
    params: byTask,
    body: Type.Object({ data: FormData }),
    reply: TaskView,
  },
  listColleagues: {
    method: 'GET',
    path: '/api/colleagues',
    summary: 'Who works in my administration.',
    access: clerks,
    reply: Type.Array(ColleagueView),
  },
  listCases: {
    method: 'GET',
    path: '/api/cases',
    summary: 'Search in the cases of my administration.',
    access: clerks,
    query: Type.Object({
      search: Type.Optional(Type.String({ maxLength: 200 })),
      status: Type.Optional(CaseStatus),
      procedure: Type.Optional(Type.String()),
      language: Type.Optional(Locale),
      ...paging,
    }),
    reply: pageOf(CaseSummary),
  },
  listCaseStatuses: {
    method: 'GET',
    path: '/api/cases/statuses',
    summary: 'The statuses that cases of my administration have.',
    access: clerks,
    reply: Type.Array(CaseStatus),
  },
  getCase: {
    method: 'GET',
    path: '/api/cases/{caseId}',
    summary: 'The whole file of a case.',
    access: clerks,
    params: byCase,
    reply: CaseView,
  },
  addNote: {
    method: 'POST',
    path: '/api/cases/{caseId}/notes',
    summary: 'Adds an internal note.',
    access: clerks,
    params: byCase,
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 5000 }) }),
    reply: CaseView,
  },
  downloadCaseDocument: {
    method: 'GET',
    path: '/api/cases/{caseId}/documents/{documentId}',
    summary: 'A document of a case.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId, documentId: OpaqueId }),
    reply: 'file',
  },
  getCaseProcess: {
    method: 'GET',
    path: '/api/cases/{caseId}/process',
    summary: 'Where the process of a case stands, on its diagram.',
    access: clerks,
    params: byCase,
    reply: InstanceView,
  },
  listAudit: {
    method: 'GET',
    path: '/api/audit',
    summary: 'The audit log, the newest first.',
    access: auditReaders,
    query: Type.Object({
      search: Type.Optional(Type.String({ maxLength: 200 })),
      actor: Type.Optional(Type.String({ maxLength: 200 })),
      action: Type.Optional(Type.String({ maxLength: 200 })),
      object: Type.Optional(Type.String({ maxLength: 200 })),
      from: Type.Optional(CalendarDate),
      to: Type.Optional(CalendarDate),
      ...paging,
    }),
    reply: pageOf(AuditEntry),
  },
  readSealedDetail: {
    method: 'GET',
    path: '/api/audit/{sequence}/detail',
    summary: 'The reason and the values behind an audit entry; that they were read is on record.',
    access: ['auditor'],
    params: Type.Object({ sequence: Ordinal }),
    reply: SealedDetailView,
  },
  verifyAudit: {
    method: 'GET',
    path: '/api/audit/verification',
    summary: 'Whether the audit log is what was written, entry by entry.',
    access: auditReaders,
    reply: AuditVerification,
  },
  exportAudit: {
    method: 'GET',
    path: '/api/audit/export',
    summary: 'The audit log as JSON lines, with the head that it ends in.',
    access: auditReaders,
    reply: 'file',
  },
});
