import {
  AccessView,
  ApplicationDraft,
  CaseSummary,
  CaseView,
  ConsultationView,
  DocumentReference,
  DraftSummary,
  SubmissionReceipt,
} from '@irisflow/casework';
import { FormData, Locale, Ordinal, OpaqueId, Instant } from '@irisflow/foundation';
import { ProcedureSummary, ProcedureView } from '@irisflow/procedures';
import { Type } from 'typebox';
import { citizens, fillers, operationsOf, submissionLimit, uploadLimit } from './operation.ts';

const byKey = Type.Object({ key: Type.String() });
const byDraft = Type.Object({ draftId: OpaqueId });
const byCase = Type.Object({ caseId: OpaqueId });
const byCaseDocument = Type.Object({ caseId: OpaqueId, documentId: OpaqueId });

export const portalOperations = operationsOf({
  listProcedures: {
    method: 'GET',
    path: '/api/procedures',
    summary: 'The catalog of published procedures.',
    access: 'public',
    reply: Type.Array(ProcedureSummary),
  },
  getProcedure: {
    method: 'GET',
    path: '/api/procedures/{key}',
    summary: 'What a procedure asks and gives.',
    access: 'public',
    params: byKey,
    reply: ProcedureView,
  },
  listDrafts: {
    method: 'GET',
    path: '/api/applications',
    summary: 'My applications that are not submitted yet.',
    access: citizens,
    reply: Type.Array(DraftSummary),
  },
  createDraft: {
    method: 'POST',
    path: '/api/applications',
    summary:
      'Opens an application, prefilled from the authentic sources; an open draft of the same procedure is resumed.',
    access: citizens,
    body: Type.Object({ procedureKey: Type.String(), language: Locale }),
    reply: ApplicationDraft,
  },
  getDraft: {
    method: 'GET',
    path: '/api/applications/{draftId}',
    summary: 'An application being filled.',
    access: fillers,
    params: byDraft,
    reply: ApplicationDraft,
  },
  saveDraft: {
    method: 'PUT',
    path: '/api/applications/{draftId}',
    summary: 'Saves the answers so far. A stale revision is refused with 409.',
    access: fillers,
    params: byDraft,
    body: Type.Object({
      data: FormData,
      language: Locale,
      revision: Ordinal,
      page: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    }),
    reply: Type.Object({ revision: Ordinal, savedAt: Instant }),
  },
  discardDraft: {
    method: 'DELETE',
    path: '/api/applications/{draftId}',
    summary: 'Throws an application away.',
    access: fillers,
    params: byDraft,
    reply: 'none',
  },
  addDraftDocument: {
    method: 'POST',
    path: '/api/applications/{draftId}/documents',
    summary: 'Adds a file to an application.',
    access: fillers,
    limit: uploadLimit,
    params: byDraft,
    query: Type.Object({ pointer: Type.String() }),
    body: 'file',
    reply: DocumentReference,
  },
  removeDraftDocument: {
    method: 'DELETE',
    path: '/api/applications/{draftId}/documents/{documentId}',
    summary: 'Removes a file from an application.',
    access: fillers,
    params: Type.Object({ draftId: OpaqueId, documentId: OpaqueId }),
    reply: 'none',
  },
  submitApplication: {
    method: 'POST',
    path: '/api/applications/{draftId}/submission',
    summary: 'Submits an application. Submitting twice gives the same receipt.',
    access: fillers,
    limit: submissionLimit,
    params: byDraft,
    body: Type.Object({ data: FormData, language: Locale }),
    reply: SubmissionReceipt,
  },
  listMyCases: {
    method: 'GET',
    path: '/api/my/cases',
    summary: 'My cases, the newest first.',
    access: citizens,
    reply: Type.Array(CaseSummary),
  },
  getMyCase: {
    method: 'GET',
    path: '/api/my/cases/{caseId}',
    summary: 'My case as I may see it.',
    access: citizens,
    params: byCase,
    reply: CaseView,
  },
  downloadMyDocument: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/documents/{documentId}',
    summary: 'A document of my case.',
    access: citizens,
    params: byCaseDocument,
    reply: 'file',
  },
  addMyDocument: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/documents',
    summary: 'Adds a file with which I will answer an information request.',
    access: citizens,
    limit: uploadLimit,
    params: byCase,
    body: 'file',
    reply: DocumentReference,
  },
  answerInformationRequest: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/information-requests/{requestId}/answer',
    summary: 'Answers what the administration asked. Answering twice changes nothing.',
    access: citizens,
    limit: submissionLimit,
    params: Type.Object({ caseId: OpaqueId, requestId: OpaqueId }),
    body: Type.Object({
      text: Type.Union([Type.String({ maxLength: 5000 }), Type.Null()]),
      items: Type.Array(
        Type.Object({
          key: Type.String(),
          text: Type.Union([Type.String({ maxLength: 5000 }), Type.Null()]),
          documents: Type.Array(OpaqueId),
        }),
      ),
    }),
    reply: CaseView,
  },
  withdrawCase: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/withdrawal',
    summary: 'Withdraws my application.',
    access: citizens,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({ reason: Type.String({ maxLength: 2000 }) }),
    reply: CaseView,
  },
  listMyConsultations: {
    method: 'GET',
    path: '/api/my/consultations',
    summary: 'Who consulted which source about me, and why.',
    access: citizens,
    reply: Type.Array(ConsultationView),
  },
  listMyAccesses: {
    method: 'GET',
    path: '/api/my/accesses',
    summary: 'Which office opened my files, saw masked values or repaired my cases, and why.',
    access: citizens,
    reply: Type.Array(AccessView),
  },
});
