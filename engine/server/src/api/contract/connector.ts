import { CaseLinkKind, OpenedCase } from '@irisflow/intake';
import { MAX_DOCUMENTS, MAX_QUESTION, MAX_SUBJECT } from '@irisflow/inquiries';
import {
  CalendarDate,
  FormData,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Locale,
  visibleText,
} from '@irisflow/foundation';
import { Amount, ReceivableKind } from '@irisflow/ledger';
import { LetterNumber, NoticeChannel } from '@irisflow/notices';
import { OccurrenceState, Verdict } from '@irisflow/obligations';
import { PlaceState } from '@irisflow/quotas';
import { AppealRuling } from '@irisflow/lifecycle';
import { Type } from 'typebox';
import { budgetVerbs } from './connector-budget.ts';
import { rightVerbs } from './connector-rights.ts';
import { neighborVerbs } from './connector-neighbors.ts';
import { appointed } from './hearings.ts';
import { operationsOf, registrationLimit } from './operation.ts';

const access = 'connector';
const method = 'POST';
const name = Type.String({ minLength: 1, maxLength: 100 });
const inEveryLocale = Type.Object({ fr: Type.Unknown(), nl: Type.Unknown(), en: Type.Unknown() });
const path = <const T extends string>(operation: T) => `/api/connector/case/${operation}` as const;

/**
 * What the connectors `case-store`, `letter` and every source report to the platform. The case is the one whose sealed handle
 * comes in the header `irisflow-case`, with the key of the job in `irisflow-job` and the connector's type in
 * `irisflow-connector`. All that change something take an `Idempotency-Key` header. Who holds a connector token says besides
 * what its connectors are; that takes no case.
 */
export const connectorOperations = operationsOf({
  setCaseStatus: {
    method,
    path: path('status'),
    summary: 'Moves a case to another status.',
    access,
    body: Type.Object({ status: Type.String() }),
    reply: 'none',
  },
  addTimelineEntry: {
    method,
    path: path('timeline'),
    summary: 'Adds an entry to the timeline of a case.',
    access,
    body: Type.Object({ key: Type.String(), texts: LocalizedText, visibleToApplicant: Type.Boolean() }),
    reply: 'none',
  },
  requestInformation: {
    method,
    path: path('information-requests'),
    summary: 'Asks the applicant for missing items.',
    access,
    body: Type.Object({
      items: Type.Array(Type.Object({ key: Type.String(), label: LocalizedText, hint: Type.Optional(LocalizedText) }), {
        minItems: 1,
      }),
      /** The term of the procedure within which the answer is due, or the last day itself. */
      termKey: Type.Optional(Type.String()),
      dueDate: Type.Optional(CalendarDate),
      note: Type.Optional(Type.String()),
    }),
    reply: Type.Object({ requestId: OpaqueId, dueOn: CalendarDate, termId: nullable(OpaqueId) }),
  },
  recordDecision: {
    method,
    path: path('decisions'),
    summary: 'Records the administrative decision.',
    access,
    body: Type.Object({
      outcome: Type.String({ minLength: 1, maxLength: 200 }),
      grounds: Type.Array(Type.Object({ code: Type.String(), text: Type.Optional(Type.String()) })),
      /** In euro. */
      amount: Type.Optional(Type.Number({ exclusiveMinimum: -1e12, exclusiveMaximum: 1e12 })),
      validFrom: Type.Optional(CalendarDate),
      validTo: Type.Optional(CalendarDate),
      /** For the decision on an appeal: what becomes of the one that it attacks. */
      appealOutcome: Type.Optional(AppealRuling),
    }),
    reply: Type.Object({ decisionId: OpaqueId }),
  },
  createLetter: {
    method,
    path: path('letters'),
    summary: 'Renders a letter in the language of the case and stores it.',
    access,
    body: Type.Object({
      template: Type.String(),
      channel: Type.Array(Type.String()),
      values: Type.Record(Type.String(), Type.Unknown()),
    }),
    reply: Type.Object({
      documentId: OpaqueId,
      language: Locale,
      subject: Type.String(),
      isMailed: Type.Boolean(),
    }),
  },
  changeTerm: {
    method,
    path: path('term'),
    summary: 'Starts, suspends, interrupts, resumes or meets a term of a case.',
    access,
    body: Type.Object({
      action: Type.Union([
        Type.Literal('start'),
        Type.Literal('suspend'),
        Type.Literal('interrupt'),
        Type.Literal('resume'),
        Type.Literal('meet'),
      ]),
      key: Type.String(),
      length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
      actOn: Type.Optional(CalendarDate),
      reason: Type.Optional(Type.String()),
    }),
    reply: Type.Object({ termId: OpaqueId, dueOn: CalendarDate }),
  },
  ...rightVerbs,
  ...neighborVerbs,
  changePlace: {
    method,
    path: path('place'),
    summary: 'Reserves a place of a quota for the case, gives it to a right, or gives it back.',
    access,
    body: Type.Object({
      action: oneOf(['reserve', 'confirm', 'release', 'leave']),
      quota: Type.Optional(name),
      placeId: Type.Optional(OpaqueId),
      rightId: Type.Optional(OpaqueId),
    }),
    reply: Type.Object({
      placeId: OpaqueId,
      outcome: PlaceState,
      position: nullable(Type.Integer()),
      reservedUntil: nullable(CalendarDate),
    }),
  },
  changeObligation: {
    method,
    path: path('obligation'),
    summary: 'Begins an obligation on a right of the applicant, ends it, or settles what is due of it.',
    access,
    body: Type.Object({
      action: oneOf(['start', 'end', 'settle']),
      obligation: Type.Optional(name),
      rightId: Type.Optional(OpaqueId),
      from: Type.Optional(CalendarDate),
      until: Type.Optional(CalendarDate),
      obligationId: Type.Optional(OpaqueId),
      occurrenceId: Type.Optional(OpaqueId),
      verdict: Type.Optional(Verdict),
      reason: Type.Optional(visibleText(500)),
    }),
    reply: Type.Object({
      obligationId: Type.Optional(OpaqueId),
      nextDay: Type.Optional(nullable(CalendarDate)),
      nextOpensOn: Type.Optional(nullable(CalendarDate)),
      occurrenceId: Type.Optional(OpaqueId),
      occurrenceState: Type.Optional(OccurrenceState),
    }),
  },
  openCase: {
    method,
    path: path('cases'),
    summary: 'Opens another case of the administration for the same applicant, linked to this one.',
    access,
    body: Type.Object({
      procedureKey: name,
      link: CaseLinkKind,
      reason: Type.Optional(Type.String({ maxLength: 500 })),
      data: FormData,
    }),
    reply: OpenedCase,
  },
  askOpinion: {
    method,
    path: path('opinions'),
    summary: 'Asks whom the procedure names for their opinion of the case.',
    access,
    body: Type.Object({
      key: name,
      question: visibleText(MAX_QUESTION),
      documents: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: MAX_DOCUMENTS })),
      length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    }),
    reply: Type.Object({ opinionId: OpaqueId, dueOn: CalendarDate }),
  },
  askInspection: {
    method,
    path: path('inspections'),
    summary: 'Asks whom the procedure names to go and look.',
    access,
    body: Type.Object({
      key: name,
      address: visibleText(500),
      subject: visibleText(MAX_SUBJECT),
      documents: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: MAX_DOCUMENTS })),
      length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    }),
    reply: Type.Object({ inspectionId: OpaqueId, dueOn: CalendarDate }),
  },
  summonToHearing: {
    method,
    path: path('hearings'),
    summary: 'Schedules a hearing that the procedure declares and sends its summons.',
    access,
    body: Type.Object({ key: name, ...appointed, language: Type.Optional(Locale) }),
    reply: Type.Object({ hearingId: OpaqueId, day: CalendarDate }),
  },
  askPayment: {
    method,
    path: path('payments'),
    summary:
      'Asks the applicant of the case to pay; answers the key on which `payment.received` and `payment.overdue` come.',
    access,
    body: Type.Object({
      kind: ReceivableKind,
      label: LocalizedText,
      legalReference: visibleText(300),
      amount: Amount,
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
      dueOn: Type.Optional(CalendarDate),
      /** Days overdue after which `payment.overdue` comes with the step `reminder`; and those after that for `formalNotice`. */
      reminderDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
      noticeDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    }),
    reply: Type.Object({
      receivableId: OpaqueId,
      communication: Type.String(),
      dueOn: CalendarDate,
      amount: Amount,
      iban: Type.String(),
    }),
  },
  cancelPayment: {
    method,
    path: path('payment-cancellations'),
    summary: 'Takes back a payment that the case had asked; answers what is to be given back.',
    access,
    body: Type.Object({ receivableId: OpaqueId, reason: visibleText(500) }),
    reply: Type.Object({ refundDue: Amount }),
  },
  lowerPayment: {
    method,
    path: path('payment-reductions'),
    summary: 'Lowers a payment that the case had asked; answers what is left and what is to be given back.',
    access,
    body: Type.Object({ receivableId: OpaqueId, amount: Amount, reason: visibleText(500) }),
    reply: Type.Object({ rest: Amount, refundDue: Amount }),
  },
  grantInstallments: {
    method,
    path: path('installments'),
    summary: 'Lets the applicant pay what is left in parts, one a month.',
    access,
    body: Type.Object({
      receivableId: OpaqueId,
      count: Type.Integer({ minimum: 2, maximum: 60 }),
      firstDueOn: CalendarDate,
      graceDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
    }),
    reply: Type.Object({ installments: Type.Array(Type.Object({ dueOn: CalendarDate, amount: Amount })) }),
  },
  sendNotice: {
    method,
    path: path('notices'),
    summary: 'Sends a letter of which it matters when it arrives; answers the key on which what becomes of it is told.',
    access,
    body: Type.Object({
      template: Type.Optional(name),
      channels: Type.Optional(Type.Array(NoticeChannel, { minItems: 1, maxItems: 5 })),
      values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      participantId: Type.Optional(OpaqueId),
      termKey: Type.Optional(name),
      copyOf: Type.Optional(OpaqueId),
    }),
    reply: Type.Object({
      noticeId: OpaqueId,
      documentId: OpaqueId,
      channels: Type.Array(NoticeChannel),
      termId: nullable(OpaqueId),
    }),
  },
  noteNoticeFate: {
    method,
    path: path('notice-fates'),
    summary: 'Takes in what a carrier tells of a letter of the case, in whatever order and however often they do.',
    access,
    body: Type.Object({
      noticeId: OpaqueId,
      channel: oneOf(['ebox', 'registered', 'post']),
      kind: oneOf(['handedOver', 'sent', 'presented', 'delivered', 'unclaimed', 'refused', 'returned', 'read']),
      day: CalendarDate,
      event: visibleText(200),
      number: Type.Optional(LetterNumber),
    }),
    reply: Type.Object({ isNew: Type.Boolean() }),
  },
  ...budgetVerbs,
  orderPayment: {
    method,
    path: path('orders'),
    summary: 'Orders that somebody is paid; answers the key on which `payment.executed` and `payment.rejected` come.',
    access,
    body: Type.Object({
      label: LocalizedText,
      amount: Amount,
      iban: Type.String({ minLength: 1, maxLength: 50 }),
      /** A role that somebody has in the case; or the name of somebody else; the applicant when both are left out. */
      payeeRole: Type.Optional(name),
      payeeName: Type.Optional(visibleText(140)),
      dueOn: Type.Optional(CalendarDate),
      communication: Type.Optional(visibleText(140)),
      rightId: Type.Optional(OpaqueId),
      /** The engagement that it takes from. */
      engagementId: Type.Optional(OpaqueId),
    }),
    reply: Type.Object({
      /** Beyond its engagement or the credit of its line, nothing is ordered. */
      result: oneOf(['ordered', 'beyondEngagement', 'noCreditLeft']),
      payableId: nullable(OpaqueId),
      amount: Amount,
      dueOn: CalendarDate,
      available: nullable(Amount),
    }),
  },
  cancelOrder: {
    method,
    path: path('order-cancellations'),
    summary: 'Takes back a payment that the case had ordered, as long as no batch has it.',
    access,
    body: Type.Object({ payableId: OpaqueId, reason: visibleText(500) }),
    reply: Type.Object({ isCanceled: Type.Boolean() }),
  },
  closeCase: {
    method,
    path: path('close'),
    summary: 'Closes a case.',
    access,
    body: Type.Object({ reason: Type.String() }),
    reply: 'none',
  },
  downloadLetter: {
    method: 'GET',
    path: '/api/connector/case/documents/{documentId}',
    summary: 'The file of a letter, to attach it to a mail.',
    access,
    params: Type.Object({ documentId: OpaqueId }),
    reply: 'file',
  },
  registerConnectors: {
    method: 'PUT',
    path: '/api/connector/registration',
    summary: 'Says what the connectors of a token are: their templates and pages. The same again changes nothing.',
    access: 'connectorToken',
    limit: registrationLimit,
    bodyBytes: 20 * 1024 * 1024,
    body: Type.Object({
      connectors: Type.Array(
        Type.Object({
          type: name,
          version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
          title: LocalizedText,
          templates: inEveryLocale,
          documentation: LocalizedText,
          secrets: Type.Optional(Type.Array(name, { maxItems: 100 })),
          settings: Type.Optional(Type.Array(name, { maxItems: 100 })),
        }),
        { minItems: 1, maxItems: 50 },
      ),
    }),
    reply: Type.Object({ registered: Type.Array(Type.String()) }),
  },
});
