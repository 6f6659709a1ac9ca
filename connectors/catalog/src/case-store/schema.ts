import { PLATFORM_CALLS } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

export const OPERATIONS = [
  'set-status',
  'add-timeline-entry',
  'request-information',
  'record-decision',
  'start-term',
  'suspend-term',
  'interrupt-term',
  'resume-term',
  'meet-term',
  'ask-opinion',
  'ask-inspection',
  'schedule-hearing',
  'grant-right',
  'change-right',
  'suspend-right',
  'resume-right',
  'end-right',
  'renew-right',
  'ask-payment',
  'cancel-payment',
  'grant-installments',
  'send-notice',
  'order-payment',
  'cancel-order',
  'reserve-place',
  'confirm-place',
  'release-place',
  'leave-waiting-list',
  'open-case',
  'close',
] as const;

export type Operation = (typeof OPERATIONS)[number];

const timeline = PLATFORM_CALLS.addTimelineEntry.request.properties;
const information = PLATFORM_CALLS.requestInformation.request.properties;
const decision = PLATFORM_CALLS.recordDecision.request.properties;
const opinion = PLATFORM_CALLS.askOpinion.request.properties;
const inspection = PLATFORM_CALLS.askInspection.request.properties;
const hearing = PLATFORM_CALLS.scheduleHearing.request.properties;
const place = PLATFORM_CALLS.changePlace.request.properties;
const opening = PLATFORM_CALLS.openCase.request.properties;
const right = PLATFORM_CALLS.changeRight.request.properties;
const payment = PLATFORM_CALLS.askPayment.request.properties;
const payout = PLATFORM_CALLS.orderPayment.request.properties;
const installments = PLATFORM_CALLS.grantInstallments.request.properties;
const notice = PLATFORM_CALLS.sendNotice.request.properties;
const term = PLATFORM_CALLS.changeTerm.request.properties;

export const Input = Type.Object({
  operation: Type.Enum([...OPERATIONS]),
  status: Type.Optional(PLATFORM_CALLS.setStatus.request.properties.status),
  entryKey: Type.Optional(timeline.key),
  texts: Type.Optional(timeline.texts),
  visibleToApplicant: Type.Optional(Type.Boolean({ default: true })),
  items: Type.Optional(information.items),
  answerTerm: information.termKey,
  dueDate: information.dueDate,
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  outcome: Type.Optional(decision.outcome),
  grounds: Type.Optional(decision.grounds),
  amount: Type.Optional(Type.Number()),
  validFrom: Type.Optional(Type.String({ format: 'date' })),
  validTo: Type.Optional(Type.String({ format: 'date' })),
  termKey: Type.Optional(term.key),
  length: term.length,
  actOn: term.actOn,
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  opinionKey: Type.Optional(opinion.key),
  question: Type.Optional(opinion.question),
  documents: opinion.documents,
  inspectionKey: Type.Optional(inspection.key),
  address: Type.Optional(inspection.address),
  subject: Type.Optional(inspection.subject),
  hearingKey: Type.Optional(hearing.key),
  hearingDay: Type.Optional(hearing.day),
  hearingTime: Type.Optional(hearing.time),
  hearingMinutes: hearing.minutesLong,
  hearingPlace: hearing.place,
  hearingLink: hearing.link,
  rightKind: right.kind,
  rightId: right.rightId,
  rightData: right.data,
  effectiveOn: right.effectiveOn,
  rightState: right.state,
  paymentKind: Type.Optional(payment.kind),
  paymentLabel: Type.Optional(payment.label),
  legalReference: Type.Optional(payment.legalReference),
  /** As text with a point and two decimals, or as a number of FEEL, which is read as it is written. */
  paymentAmount: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 20 }), Type.Number()])),
  paymentDays: payment.days,
  paymentDueOn: payment.dueOn,
  reminderDays: payment.reminderDays,
  noticeDays: payment.noticeDays,
  receivableId: Type.Optional(PLATFORM_CALLS.cancelPayment.request.properties.receivableId),
  cancellationReason: Type.Optional(PLATFORM_CALLS.cancelPayment.request.properties.reason),
  installmentCount: Type.Optional(installments.count),
  firstInstallmentOn: Type.Optional(installments.firstDueOn),
  noticeTemplate: notice.template,
  noticeChannels: notice.channels,
  noticeValues: notice.values,
  noticeTo: notice.participantId,
  noticeTerm: notice.termKey,
  noticeCopyOf: notice.copyOf,
  payoutIban: Type.Optional(payout.iban),
  payoutRole: payout.payeeRole,
  payoutName: payout.payeeName,
  payoutDay: payout.dueOn,
  payoutCommunication: payout.communication,
  payoutRight: payout.rightId,
  payableId: Type.Optional(PLATFORM_CALLS.cancelOrder.request.properties.payableId),
  quota: place.quota,
  placeId: place.placeId,
  openProcedure: Type.Optional(opening.procedureKey),
  link: Type.Optional(opening.link),
  linkReason: opening.reason,
  answers: Type.Optional(opening.data),
  closingReason: Type.Optional(PLATFORM_CALLS.closeCase.request.properties.reason),
});

export const Output = Type.Object({
  operation: Type.String(),
  requestId: Type.Optional(Type.String()),
  termId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  dueOn: Type.Optional(Type.String()),
  decisionId: Type.Optional(Type.String()),
  opinionId: Type.Optional(Type.String()),
  inspectionId: Type.Optional(Type.String()),
  hearingId: Type.Optional(Type.String()),
  day: Type.Optional(Type.String()),
  rightId: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  validTo: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  receivableId: Type.Optional(Type.String()),
  communication: Type.Optional(Type.String()),
  amount: Type.Optional(Type.String()),
  iban: Type.Optional(Type.String()),
  refundDue: Type.Optional(Type.String()),
  installments: Type.Optional(PLATFORM_CALLS.grantInstallments.response.properties.installments),
  noticeId: Type.Optional(Type.String()),
  documentId: Type.Optional(Type.String()),
  channels: Type.Optional(Type.Array(Type.String())),
  payableId: Type.Optional(Type.String()),
  isCanceled: Type.Optional(Type.Boolean()),
  placeId: Type.Optional(Type.String()),
  outcome: Type.Optional(PLATFORM_CALLS.changePlace.response.properties.outcome),
  position: Type.Optional(PLATFORM_CALLS.changePlace.response.properties.position),
  reservedUntil: Type.Optional(PLATFORM_CALLS.changePlace.response.properties.reservedUntil),
  caseId: Type.Optional(Type.String()),
  reference: Type.Optional(Type.String()),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
