import { CalendarDate, Locale, nullable, OpaqueId, PhoneNumber, visibleText } from '@irisflow/foundation';
import { PartyKind } from '@irisflow/parties';
import { CaseParticipants, SharedParticipant } from '@irisflow/relations';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });

export const participantOperations = operationsOf({
  listCaseParticipants: {
    method: 'GET',
    path: '/api/cases/{caseId}/participants',
    summary:
      'Who takes part in a case beside its applicant, and the household as each said it; that it was read is on record.',
    access: clerks,
    params: byCase,
    reply: CaseParticipants,
  },
  addCaseParticipant: {
    method: 'POST',
    path: '/api/cases/{caseId}/participants',
    summary:
      'Notes that somebody takes part in a case. Whoever proves to have the number sees what the role lets them see.',
    access: clerks,
    params: byCase,
    body: Type.Object({
      role: Type.String({ maxLength: 63 }),
      kind: PartyKind,
      name: visibleText(200),
      number: nullable(Type.String({ maxLength: 20 })),
      language: Locale,
      email: nullable(Type.String({ format: 'email', maxLength: 254 })),
      phone: nullable(PhoneNumber),
      address: nullable(visibleText(500)),
      relation: nullable(visibleText(100)),
      birthDate: nullable(CalendarDate),
      validFrom: CalendarDate,
      validTo: nullable(CalendarDate),
      proof: visibleText(500),
    }),
    reply: CaseParticipants,
  },
  endCaseParticipant: {
    method: 'POST',
    path: '/api/cases/{caseId}/participants/{participantId}/end',
    summary: 'Says that somebody takes part in a case no more. That they did, and why no more, stays on record.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId, participantId: OpaqueId }),
    body: Type.Object({ reason: visibleText(500) }),
    reply: CaseParticipants,
  },
  listMyCaseParticipants: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/participants',
    summary: 'Who takes part in my case, or in one that I take part in, and what each may do.',
    access: citizens,
    params: byCase,
    reply: Type.Array(SharedParticipant),
  },
});
