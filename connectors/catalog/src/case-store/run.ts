import {
  callPlatform,
  platformAccess,
  requireCaseHandle,
  type PlatformCallName,
  type PlatformRequest,
  type PlatformResponse,
  type RunContext,
} from '@irisflow/connector-sdk';

import { amountText } from './amount-text.ts';
import type { Input, Operation, Output } from './schema.ts';

export const run = async (input: Input, context: RunContext): Promise<Output> => {
  const send: Send = (name, body) =>
    callPlatform(platformAccess(context), {
      name,
      caller: requireCaseHandle(context),
      idempotencyKey: context.idempotencyKey,
      // The runner has seen to it that what an operation requires is there; the call checks its shape once more.
      body: withoutAbsent(body) as never,
    });
  return { operation: input.operation, ...(await OPERATION_CALLS[input.operation](input, send)) };
};

type Send = <Name extends PlatformCallName>(
  name: Name,
  body: { readonly [Field in keyof PlatformRequest<Name>]: unknown },
) => Promise<PlatformResponse<Name>>;

type OperationCall = (input: Input, send: Send) => Promise<Partial<Output>>;

const changeTerm =
  (action: PlatformRequest<'changeTerm'>['action']): OperationCall =>
  ({ termKey, length, actOn, reason }, send) =>
    send('changeTerm', { action, key: termKey, length, actOn, reason });

const changeRight =
  (action: PlatformRequest<'changeRight'>['action']): OperationCall =>
  ({ rightKind, rightId, rightData, effectiveOn, rightState, validTo, reason }, send) =>
    send('changeRight', {
      action,
      kind: rightKind,
      rightId,
      data: rightData,
      effectiveOn,
      state: rightState,
      validTo,
      reason,
    });

const changePlace =
  (action: PlatformRequest<'changePlace'>['action']): OperationCall =>
  ({ quota, placeId, rightId }, send) =>
    send('changePlace', { action, quota, placeId, rightId });

const changeObligation =
  (action: PlatformRequest<'changeObligation'>['action']): OperationCall =>
  (
    { obligation, rightId, obligationFrom, obligationUntil, obligationId, occurrenceId, verdict, verdictReason },
    send,
  ) =>
    send('changeObligation', {
      action,
      obligation,
      rightId,
      from: obligationFrom,
      until: obligationUntil,
      obligationId,
      occurrenceId,
      verdict,
      reason: verdictReason,
    });

const OPERATION_CALLS: { readonly [Name in Operation]: OperationCall } = {
  'set-status': ({ status }, send) => send('setStatus', { status }),
  'add-timeline-entry': ({ entryKey, texts, visibleToApplicant }, send) =>
    send('addTimelineEntry', { key: entryKey, texts, visibleToApplicant }),
  'request-information': ({ items, answerTerm, dueDate, note }, send) =>
    send('requestInformation', { items, termKey: answerTerm, dueDate, note }),
  'record-decision': ({ outcome, grounds = [], amount, validFrom, validTo, appealOutcome }, send) =>
    send('recordDecision', { outcome, grounds, amount, validFrom, validTo, appealOutcome }),
  'start-term': changeTerm('start'),
  'suspend-term': changeTerm('suspend'),
  'interrupt-term': changeTerm('interrupt'),
  'resume-term': changeTerm('resume'),
  'meet-term': changeTerm('meet'),
  'ask-opinion': ({ opinionKey, question, documents, length }, send) =>
    send('askOpinion', { key: opinionKey, question, documents, length }),
  'ask-inspection': ({ inspectionKey, address, subject, documents, length }, send) =>
    send('askInspection', { key: inspectionKey, address, subject, documents, length }),
  'schedule-hearing': (input, send) =>
    send('scheduleHearing', {
      key: input.hearingKey,
      day: input.hearingDay,
      time: input.hearingTime,
      minutesLong: input.hearingMinutes,
      place: input.hearingPlace,
      link: input.hearingLink,
    }),
  'grant-right': changeRight('grant'),
  'change-right': changeRight('change'),
  'suspend-right': changeRight('suspend'),
  'resume-right': changeRight('resume'),
  'end-right': changeRight('end'),
  'renew-right': changeRight('renew'),
  'read-right': ({ rightId, onDay }, send) => send('readRight', { rightId, onDay }),
  'find-right': ({ rightKind, rightNumber, onDay }, send) =>
    send('readRight', { kind: rightKind, number: rightNumber, onDay }),
  'ask-payment': (input, send) =>
    send('askPayment', {
      kind: input.paymentKind,
      label: input.paymentLabel,
      legalReference: input.legalReference,
      amount: amountText(input.paymentAmount),
      days: input.paymentDays,
      dueOn: input.paymentDueOn,
      reminderDays: input.reminderDays,
      noticeDays: input.noticeDays,
    }),
  'cancel-payment': ({ receivableId, cancellationReason }, send) =>
    send('cancelPayment', { receivableId, reason: cancellationReason }),
  'lower-payment': ({ receivableId, paymentAmount, cancellationReason }, send) =>
    send('lowerPayment', { receivableId, amount: amountText(paymentAmount), reason: cancellationReason }),
  'grant-installments': ({ receivableId, installmentCount, firstInstallmentOn, installmentGraceDays }, send) =>
    send('grantInstallments', {
      receivableId,
      count: installmentCount,
      firstDueOn: firstInstallmentOn,
      graceDays: installmentGraceDays,
    }),
  'send-notice': (input, send) =>
    send('sendNotice', {
      template: input.noticeTemplate,
      channels: input.noticeChannels,
      values: input.noticeValues,
      participantId: input.noticeTo,
      termKey: input.noticeTerm,
      copyOf: input.noticeCopyOf,
    }),
  'engage-budget': ({ budgetLine, paymentAmount, paymentLabel }, send) =>
    send('engageBudget', { budgetLine, amount: amountText(paymentAmount), label: paymentLabel }),
  'set-engagement': ({ engagementId, paymentAmount }, send) =>
    send('setEngagement', { engagementId, amount: amountText(paymentAmount) }),
  'close-engagement': ({ engagementId }, send) => send('closeEngagement', { engagementId }),
  'order-payment': (input, send) =>
    send('orderPayment', {
      label: input.paymentLabel,
      amount: amountText(input.paymentAmount),
      iban: input.payoutIban,
      payeeRole: input.payoutRole,
      payeeName: input.payoutName,
      dueOn: input.payoutDay,
      communication: input.payoutCommunication,
      rightId: input.payoutRight,
      engagementId: input.payoutEngagement,
    }),
  'cancel-order': ({ payableId, cancellationReason }, send) =>
    send('cancelOrder', { payableId, reason: cancellationReason }),
  'reserve-place': changePlace('reserve'),
  'confirm-place': changePlace('confirm'),
  'release-place': changePlace('release'),
  'leave-waiting-list': changePlace('leave'),
  'start-obligation': changeObligation('start'),
  'end-obligation': changeObligation('end'),
  'settle-obligation': changeObligation('settle'),
  'open-case': ({ openProcedure, link, linkReason, answers = {} }, send) =>
    send('openCase', { procedureKey: openProcedure, link, reason: linkReason, data: answers }),
  close: ({ closingReason }, send) => send('closeCase', { reason: closingReason }),
};

const withoutAbsent = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
