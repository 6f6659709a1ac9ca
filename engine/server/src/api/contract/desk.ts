import { AuditEntry, AuditVerification, ColleagueView, SealedDetailView } from '@irisflow/access';
import {
  CalendarDate,
  EngineKey,
  FormData,
  Locale,
  OpaqueId,
  Ordinal,
  pageOf,
  visibleText,
} from '@irisflow/foundation';
import { CaseStatus } from '@irisflow/procedures';
import { CaseSummary, CaseView, ClerkDocumentKind, DocumentReference, OwnStatusView } from '@irisflow/casework';
import { AppealEnd, AppealRuling } from '@irisflow/lifecycle';
import { DecisionHands, TaskCounters, TaskSummary, TaskView } from '@irisflow/tasks';
import { InstanceView } from '@irisflow/monitor';
import { Type } from 'typebox';
import { clerks, operationsOf, searchLimit, uploadLimit } from './operation.ts';

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
  listDecisionHands: {
    method: 'GET',
    path: '/api/cases/{caseId}/decision-hands',
    summary:
      'Who inspected, held a hearing, gave an opinion, proposed and decided, and whether who decided did nothing else.',
    access: clerks,
    params: byCase,
    reply: Type.Array(DecisionHands),
  },
  previewTaskLetter: {
    method: 'GET',
    path: '/api/tasks/{taskId}/letter',
    summary:
      'The letter that follows when the task is approved, as PDF; in the language of the case unless it is said.',
    access: clerks,
    params: byTask,
    query: Type.Object({ language: Type.Optional(Locale) }),
    reply: 'file',
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
    body: Type.Object({ reason: visibleText(500) }),
    reply: TaskView,
  },
  assignTask: {
    method: 'POST',
    path: '/api/tasks/{taskId}/assignment',
    summary: 'Gives a task to a colleague.',
    access: ['supervisor'],
    params: byTask,
    body: Type.Object({
      personId: Type.String(),
      /** Why somebody gets it who works in another language than the task needs. */
      reason: Type.Optional(visibleText(500)),
    }),
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
    body: Type.Object({
      data: FormData,
      /** The change to its letter that was read. */
      letterVersion: Type.Optional(Ordinal),
    }),
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
    scope: 'cases.read',
    searchLimit,
    query: Type.Object({
      search: Type.Optional(Type.String({ maxLength: 200 })),
      status: Type.Optional(CaseStatus),
      procedure: Type.Optional(Type.String()),
      ownStatus: Type.Optional(Type.String({ maxLength: 100 })),
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
    scope: 'cases.read',
    reply: Type.Array(CaseStatus),
  },
  listOwnStatuses: {
    method: 'GET',
    path: '/api/cases/own-statuses',
    summary: 'The own statuses of procedures that cases of my administration have.',
    access: clerks,
    scope: 'cases.read',
    reply: Type.Array(OwnStatusView),
  },
  getCase: {
    method: 'GET',
    path: '/api/cases/{caseId}',
    summary: 'The whole file of a case.',
    access: clerks,
    scope: 'files.read',
    params: byCase,
    reply: CaseView,
  },
  addNote: {
    method: 'POST',
    path: '/api/cases/{caseId}/notes',
    summary: 'Adds an internal note.',
    access: clerks,
    params: byCase,
    body: Type.Object({ text: visibleText(5000) }),
    reply: CaseView,
  },
  writeName: {
    method: 'PUT',
    path: '/api/cases/{caseId}/name-in-letters',
    summary: 'Says how letters write the name of an applicant whose own script they cannot print.',
    access: clerks,
    params: byCase,
    body: Type.Object({ name: visibleText(200) }),
    reply: CaseView,
  },
  recordAppeal: {
    method: 'POST',
    path: '/api/cases/{caseId}/appeals',
    summary: 'Records an appeal that came on paper, as a case linked to this one.',
    access: clerks,
    params: byCase,
    body: Type.Object({
      receivedOn: CalendarDate,
      summary: visibleText(5000),
      /** Which of the remedies that the procedure declares; the first where it is left out. */
      remedy: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
    }),
    reply: CaseView,
  },
  endAppeal: {
    method: 'POST',
    path: '/api/cases/{caseId}/appeal-end',
    summary: 'Ends an appeal on paper that leaves no decision in its case, with a reason that the applicant reads too.',
    access: clerks,
    params: byCase,
    body: Type.Object({
      outcome: AppealEnd,
      /** What another body did with the decision; annulled or reformed, it goes on not to count until the case is decided again. */
      ruling: Type.Optional(AppealRuling),
      reason: visibleText(500),
    }),
    reply: CaseView,
  },
  downloadCaseDocument: {
    method: 'GET',
    path: '/api/cases/{caseId}/documents/{documentId}',
    summary: 'A document of a case.',
    access: clerks,
    scope: 'files.read',
    params: Type.Object({ caseId: OpaqueId, documentId: OpaqueId }),
    reply: 'file',
  },
  correctAnswers: {
    method: 'POST',
    path: '/api/cases/{caseId}/corrections',
    summary: 'Corrects what was submitted, with a reason; both values stay for both sides to read.',
    access: clerks,
    params: byCase,
    body: Type.Object({
      data: FormData,
      reason: visibleText(500),
      /** How many corrections the case had when its answers were read. */
      seen: Ordinal,
    }),
    reply: CaseView,
  },
  addCaseDocument: {
    method: 'POST',
    path: '/api/cases/{caseId}/documents',
    summary: 'Adds a document to the file of a case, internal or shown to the applicant.',
    access: clerks,
    limit: uploadLimit,
    params: byCase,
    query: Type.Object({
      kind: ClerkDocumentKind,
      shownTo: Type.Union([Type.Literal('office'), Type.Literal('applicant')]),
    }),
    body: 'file',
    reply: DocumentReference,
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
