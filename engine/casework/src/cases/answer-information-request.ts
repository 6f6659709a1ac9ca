import type { Queryable } from '@irisflow/database';
import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { answerRequest, lockInformationRequest } from '../storage/case-parts.ts';
import { touchCase } from '../storage/cases.ts';
import { deleteCaseDocument, listCaseDocuments } from '../storage/documents.ts';
import { insertOutbox } from '../storage/outbox.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { UseCase } from '../surroundings.ts';
import type { CaseView, InformationRequest } from '../views/case.ts';
import { applicantName } from './actor-names.ts';
import { dayOf } from '@irisflow/calendar';
import { settleRequests } from './request-terms.ts';
import { lockSharedCase } from './case-access.ts';
import { viewCase } from './case-view.ts';
import { timelineText } from './timeline-texts.ts';
import { isOf, isWaiting } from './waiting-files.ts';

type Answer = NonNullable<InformationRequest['answer']>;

export interface AnswerRequest extends Answer {
  readonly caseId: string;
  readonly requestId: string;
}

/** Message that the process of a case waits for. */
const messageName = 'information.answered';

/** What was chosen and then left out of the answer goes: it was never sent. */
const forgetLeftOut = async (tx: Queryable, caseId: string, request: InformationRequest): Promise<void> => {
  const left = (await listCaseDocuments(tx, caseId)).filter(
    (document) => isOf(document, request) && isWaiting(document, [request]),
  );
  for (const { id: documentId } of left) await deleteCaseDocument(tx, { caseId, documentId });
};

const requireFitting = async (
  tx: Queryable,
  request: InformationRequest,
  { caseId, items }: AnswerRequest,
): Promise<void> => {
  const stranger = items.find(({ key }) => !request.items.some((item) => item.key === key));
  if (stranger !== undefined)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected answers to what was asked, but found one to ${stranger.key.slice(0, 80)}`,
    );
  const own = new Set(
    (await listCaseDocuments(tx, caseId)).filter(({ origin }) => origin === 'applicant').map(({ id }) => id),
  );
  const missing = items.flatMap(({ documents }) => documents).find((id) => !own.has(id));
  if (missing !== undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected documents of this case, but ${missing.slice(0, 80)} is none`);
};

/** Answers what the administration asked, lets the decision term run on and tells the process. Answering twice changes nothing. */
export const answerInformationRequest: UseCase<AnswerRequest, CaseView> = async (surroundings, actor, input) => {
  const { database, clock, outboxBell } = surroundings;
  const { caseId, requestId } = input;
  const view = await database.transaction(async (tx) => {
    const { row, part } = await lockSharedCase(surroundings, tx, actor, caseId);
    const reader = { audience: 'applicant', part, isApplicant: part === null } as const;
    const request = await lockInformationRequest(tx, { caseId, requestId });
    if (request === undefined)
      throw new CaseworkError('NOT_FOUND', `Expected request ${requestId} in the case, but there is none`);
    if (request.state === 'answered') return viewCase(surroundings, tx, row, reader);
    if (request.state !== 'open')
      throw new CaseworkError('REQUEST_ENDED', `Expected an open request, but ${requestId} is ${request.state}`);
    await requireFitting(tx, request, input);
    const answer: Answer = { text: input.text, items: input.items };
    const at = clock.now();
    const requests = await answerRequest(tx, { requestId, answer, at });
    await forgetLeftOut(tx, caseId, { ...request, answer });
    await settleRequests(tx, { caseId, requests, day: dayOf(at) });
    await touchCase(tx, { id: caseId, at });
    const { administration } = row;
    await insertTimelineEntry(tx, {
      caseId,
      administration,
      at,
      kind: 'informationAnswered',
      text: timelineText('informationAnswered'),
      actor: applicantName,
      visibleToApplicant: true,
    });
    const variables = { answer: { requestId, text: answer.text, items: answer.items } };
    await insertOutbox(tx, { caseId, message: { kind: 'publishMessage', name: messageName, variables }, at });
    const answered = await viewCase(surroundings, tx, row, reader);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'information.answered',
      object: `case:${caseId}`,
      administration,
    });
    return answered;
  });
  outboxBell.ring();
  return view;
};
