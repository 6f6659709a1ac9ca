import { DocumentReference } from '@irisflow/casework';
import { CalendarDate, FormData, nullable, OpaqueId, visibleText } from '@irisflow/foundation';
import {
  AskedInspection,
  AskedInspectionSummary,
  InspectionChoices,
  InspectionDraft,
  InspectionOutcome,
  InspectionView,
  MAX_DOCUMENTS,
  MAX_SUBJECT,
  SharedInspection,
} from '@irisflow/inquiries';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit, uploadLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const byInspection = Type.Object({ inspectionId: OpaqueId });
const byDocument = Type.Object({ inspectionId: OpaqueId, documentId: OpaqueId });
const key = Type.String({ minLength: 1, maxLength: 100 });

/** What is looked at on site before a case is decided, by whom, and what they found. */
export const inspectionOperations = operationsOf({
  listInspections: {
    method: 'GET',
    path: '/api/cases/{caseId}/inspections',
    summary: 'What is inspected for a case, by whom, and what they found.',
    access: clerks,
    params: byCase,
    reply: Type.Array(InspectionView),
  },
  listInspectionChoices: {
    method: 'GET',
    path: '/api/cases/{caseId}/inspections/choices',
    summary: 'The inspections that the procedure of a case declares, who can make them, and what I can hand over.',
    access: clerks,
    params: byCase,
    reply: InspectionChoices,
  },
  orderInspection: {
    method: 'POST',
    path: '/api/cases/{caseId}/inspections',
    summary: 'Asks a group or a colleague to go and look. They see the order and what is handed over, not the case.',
    access: clerks,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({
      key,
      whom: Type.Union([
        Type.Object({ kind: Type.Literal('declared') }),
        Type.Object({ kind: Type.Literal('group'), administration: key, group: key }),
        Type.Object({ kind: Type.Literal('colleague'), personId: key }),
      ]),
      address: visibleText(500),
      subject: visibleText(MAX_SUBJECT),
      documents: Type.Array(OpaqueId, { maxItems: MAX_DOCUMENTS }),
    }),
    reply: Type.Array(InspectionView),
  },
  withdrawInspection: {
    method: 'POST',
    path: '/api/cases/{caseId}/inspections/{inspectionId}/withdrawal',
    summary: 'Has something inspected no longer; the process is told.',
    access: clerks,
    limit: submissionLimit,
    params: Type.Object({ caseId: OpaqueId, inspectionId: OpaqueId }),
    body: Type.Object({ reason: visibleText(500) }),
    reply: Type.Array(InspectionView),
  },
  listAskedInspections: {
    method: 'GET',
    path: '/api/desk/inspections',
    summary: 'What my groups and I are to inspect; supervisors see what their whole administration is.',
    access: clerks,
    query: Type.Object({ state: Type.Union([Type.Literal('open'), Type.Literal('ended')]) }),
    reply: Type.Array(AskedInspectionSummary),
  },
  getAskedInspection: {
    method: 'GET',
    path: '/api/inspections/{inspectionId}',
    summary: 'What I am to inspect, with what was handed over and what is written of the report.',
    access: clerks,
    params: byInspection,
    reply: AskedInspection,
  },
  planVisit: {
    method: 'PUT',
    path: '/api/inspections/{inspectionId}/visit',
    summary: 'Says on which day I mean to go.',
    access: clerks,
    params: byInspection,
    body: Type.Object({ visitOn: nullable(CalendarDate) }),
    reply: AskedInspection,
  },
  saveInspectionDraft: {
    method: 'PUT',
    path: '/api/inspections/{inspectionId}/draft',
    summary: 'Keeps a report as far as it is written.',
    access: clerks,
    params: byInspection,
    body: InspectionDraft,
    reply: 'none',
  },
  addInspectionDocument: {
    method: 'POST',
    path: '/api/inspections/{inspectionId}/documents',
    summary: 'Adds a photo or a document to the report.',
    access: clerks,
    limit: uploadLimit,
    params: byInspection,
    body: 'file',
    reply: DocumentReference,
  },
  removeInspectionDocument: {
    method: 'DELETE',
    path: '/api/inspections/{inspectionId}/documents/{documentId}',
    summary: 'Takes a photo or a document out of the report, before it is given.',
    access: clerks,
    params: byDocument,
    reply: 'none',
  },
  downloadInspectionDocument: {
    method: 'GET',
    path: '/api/inspections/{inspectionId}/documents/{documentId}',
    summary: 'A document that was handed over with an inspection, or one of its report.',
    access: clerks,
    params: byDocument,
    reply: 'file',
  },
  reportInspection: {
    method: 'POST',
    path: '/api/inspections/{inspectionId}/report',
    summary: 'Reports an inspection, once.',
    access: clerks,
    limit: submissionLimit,
    params: byInspection,
    body: Type.Object({ data: FormData, outcome: InspectionOutcome }),
    reply: AskedInspection,
  },
  listMyInspections: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/inspections',
    summary: 'The inspections for my case that I may read.',
    access: citizens,
    params: byCase,
    reply: Type.Array(SharedInspection),
  },
});
