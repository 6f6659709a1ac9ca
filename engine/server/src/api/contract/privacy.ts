import { InterventionCategory } from '@irisflow/casework';
import { CalendarDate, Instant, Locale, nullable, OpaqueId, visibleText } from '@irisflow/foundation';
import {
  CaseRetention,
  DestructionCertificate,
  DestructionView,
  HoldTarget,
  HoldView,
  OwnProcessing,
  RetentionPreview,
  Traces,
} from '@irisflow/privacy';
import { Type } from 'typebox';
import { administrators, clerks, guardians, holders, operationsOf, traceLimit } from './operation.ts';

const reason = visibleText(500);
const byDestruction = Type.Object({ destructionId: OpaqueId });
const search = {
  // In the body: an address is written down wherever it passes.
  nationalNumber: Type.String({ pattern: '^[0-9 .-]{11,20}$' }),
  from: CalendarDate,
  to: CalendarDate,
};

/** What whoever guards the data of people does: who read what, how long it is kept, what may go. */
export const privacyOperations = operationsOf({
  listOwnProcessing: {
    method: 'GET',
    path: '/api/administration/processing/own',
    summary: 'What my administration does with personal data whatever its procedures are, and how long that is kept.',
    access: administrators,
    reply: Type.Array(OwnProcessing),
  },
  searchTraces: {
    method: 'POST',
    path: '/api/privacy/traces',
    summary:
      'Who looked at data of whoever has a national number at my administration, when and why. The search is on record.',
    access: guardians,
    limit: traceLimit,
    body: Type.Object(search),
    reply: Traces,
  },
  printTraces: {
    method: 'POST',
    path: '/api/privacy/traces/letter',
    summary: 'The same as a letter to the person, who is told the office and why, never the colleague.',
    access: guardians,
    limit: traceLimit,
    body: Type.Object({ ...search, language: Locale }),
    reply: 'file',
  },
  unmaskAnswer: {
    method: 'POST',
    path: '/api/cases/{caseId}/unmaskings',
    summary:
      'Shows me one restricted answer of a case for a quarter of an hour, with a reason. The applicant reads which field, by which office and why.',
    access: clerks,
    limit: traceLimit,
    params: Type.Object({ caseId: OpaqueId }),
    body: Type.Object({
      pointer: Type.String({ maxLength: 300 }),
      reason,
      category: Type.Union([Type.Literal('handling'), InterventionCategory]),
    }),
    reply: Type.Object({ until: Instant }),
  },
  maskAnswer: {
    method: 'POST',
    path: '/api/cases/{caseId}/unmaskings/ending',
    summary: 'Masks an answer that I unmasked again, before its time is over.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId }),
    body: Type.Object({ pointer: Type.String({ maxLength: 300 }) }),
    reply: 'none',
  },
  getCaseRetention: {
    method: 'GET',
    path: '/api/cases/{caseId}/retention',
    summary: 'How long a case is kept, and what stops its destruction.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId }),
    reply: CaseRetention,
  },
  placeHold: {
    method: 'POST',
    path: '/api/cases/{caseId}/holds',
    summary: 'Stops the destruction of a case, or of all that my administration has of its applicant.',
    access: holders,
    params: Type.Object({ caseId: OpaqueId }),
    body: Type.Object({ on: HoldTarget, reason, until: nullable(CalendarDate) }),
    reply: CaseRetention,
  },
  liftHold: {
    method: 'POST',
    path: '/api/privacy/holds/{holdId}/lifting',
    summary: 'Lifts a hold, with a reason.',
    access: holders,
    params: Type.Object({ holdId: OpaqueId }),
    body: Type.Object({ reason }),
    reply: 'none',
  },
  listHolds: {
    method: 'GET',
    path: '/api/privacy/holds',
    summary: 'What stops the destruction of what at my administration, now and before.',
    access: guardians,
    reply: Type.Array(HoldView),
  },
  previewDestruction: {
    method: 'GET',
    path: '/api/privacy/destructions/preview',
    summary: 'Closed cases whose time to be kept is over, and what stands in the way of their destruction.',
    access: guardians,
    reply: RetentionPreview,
  },
  listDestructions: {
    method: 'GET',
    path: '/api/privacy/destructions',
    summary: 'Destructions of my administration: proposed, under way, done.',
    access: guardians,
    reply: Type.Array(DestructionView),
  },
  proposeDestruction: {
    method: 'POST',
    path: '/api/privacy/destructions',
    summary: 'Proposes to destroy exactly what was previewed. Somebody else has to approve it.',
    access: guardians,
    body: Type.Object({ fingerprint: Type.String({ minLength: 1, maxLength: 100 }) }),
    reply: DestructionView,
  },
  approveDestruction: {
    method: 'POST',
    path: '/api/privacy/destructions/{destructionId}/approval',
    summary: 'Approves what somebody else proposed. The destruction begins and cannot be undone.',
    access: guardians,
    params: byDestruction,
    reply: DestructionView,
  },
  cancelDestruction: {
    method: 'POST',
    path: '/api/privacy/destructions/{destructionId}/cancellation',
    summary: 'Takes a proposal back.',
    access: guardians,
    params: byDestruction,
    reply: DestructionView,
  },
  getDestructionCertificate: {
    method: 'GET',
    path: '/api/privacy/destructions/{destructionId}',
    summary: 'What stays of a destruction: counts by rule, and nothing of anybody.',
    access: guardians,
    params: byDestruction,
    reply: DestructionCertificate,
  },
});
