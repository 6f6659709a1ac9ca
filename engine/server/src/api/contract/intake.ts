import { ApplicationDraft } from '@irisflow/casework';
import { CalendarDate, FormData, Locale, OpaqueId, PhoneNumber, visibleText } from '@irisflow/foundation';
import { CaseLinkKind, CaseLinksView, externalReferencePattern, FoundApplicant, OpenedCase } from '@irisflow/intake';
import { Type } from 'typebox';
import { citizens, clerks, intakeLimit, operationsOf } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const name = visibleText(100);
const reason = visibleText(500);
const key = Type.String({ minLength: 1, maxLength: 200 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const email = orNull(Type.String({ format: 'email', maxLength: 254 }));
const nationalNumber = orNull(Type.String({ pattern: '^[0-9 .-]{11,20}$' }));

const enterpriseNumber = Type.String({ pattern: '^(BE)?[0-9 ./-]{10,16}$' });

const forWhom = Type.Union([
  Type.Object({ kind: Type.Literal('applicant'), caseId: OpaqueId }),
  Type.Object({
    kind: Type.Literal('new'),
    firstName: Type.String({ maxLength: 100 }),
    lastName: name,
    email,
    phone: orNull(PhoneNumber),
    nationalNumber,
  }),
  Type.Object({
    kind: Type.Literal('company'),
    enterpriseNumber,
    name,
    email,
    phone: orNull(PhoneNumber),
  }),
]);

export const intakeOperations = operationsOf({
  findApplicants: {
    method: 'POST',
    path: '/api/applicants/search',
    summary:
      'People and companies of whom my administration has cases, by national or enterprise number, name or reference.',
    access: clerks,
    body: Type.Object({ search: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: Type.Array(FoundApplicant),
  },
  openOfficeApplication: {
    method: 'POST',
    path: '/api/office-applications',
    summary: 'Opens an application that I fill for somebody, or of the office’s own motion.',
    access: clerks,
    body: Type.Object({
      procedureKey: key,
      channel: Type.Union([
        Type.Literal('call'),
        Type.Literal('visit'),
        Type.Literal('mail'),
        Type.Literal('message'),
        Type.Literal('exOfficio'),
      ]),
      receivedOn: orNull(CalendarDate),
      language: Locale,
      who: forWhom,
    }),
    reply: ApplicationDraft,
  },
  openCaseByReference: {
    method: 'PUT',
    path: '/api/intake/{externalReference}',
    summary: 'Opens a case under the name that another system has for it. The same again answers the same case.',
    access: clerks,
    scope: 'cases.open',
    limit: intakeLimit,
    params: Type.Object({ externalReference: Type.String({ pattern: externalReferencePattern }) }),
    body: Type.Object({
      procedureKey: key,
      applicant: Type.Object({
        name,
        email,
        nationalNumber,
        enterpriseNumber: Type.Optional(orNull(enterpriseNumber)),
      }),
      language: Locale,
      receivedOn: orNull(CalendarDate),
      data: FormData,
    }),
    reply: OpenedCase,
  },
  printReceipt: {
    method: 'GET',
    path: '/api/cases/{caseId}/receipt',
    summary: 'The receipt of what came in, as PDF in the language of the case.',
    access: clerks,
    params: byCase,
    reply: 'file',
  },
  getCaseLinks: {
    method: 'GET',
    path: '/api/cases/{caseId}/links',
    summary: 'How a case belongs to others, and which open ones may be the same matter.',
    access: clerks,
    params: byCase,
    reply: CaseLinksView,
  },
  linkCase: {
    method: 'POST',
    path: '/api/cases/{caseId}/links',
    summary: 'Says that a case is the appeal, the renewal, the follow-up or the duplicate of another one.',
    access: clerks,
    params: byCase,
    body: Type.Object({ kind: CaseLinkKind, ofCaseId: OpaqueId, reason }),
    reply: CaseLinksView,
  },
  unlinkCase: {
    method: 'POST',
    path: '/api/cases/{caseId}/links/{linkId}/removal',
    summary: 'Takes a link back, with a reason.',
    access: clerks,
    params: Type.Object({ caseId: OpaqueId, linkId: OpaqueId }),
    body: Type.Object({ reason }),
    reply: CaseLinksView,
  },
  getMyCaseLinks: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/links',
    summary: 'How my case belongs to other cases of mine.',
    access: citizens,
    params: byCase,
    reply: CaseLinksView,
  },
});
