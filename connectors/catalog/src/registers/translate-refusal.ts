import {
  bpmnError,
  incident,
  pauseOf,
  retryLater,
  type ConnectorFailure,
  type InboundResponse,
} from '@irisflow/connector-sdk';

type Refusal = (replacedBy: string | undefined) => ConnectorFailure;

/** What the problem types of the Belgian registers mean for a process. */
const BUSINESS_ANSWERS: Readonly<Record<string, Refusal>> = {
  unknownSsin: () => bpmnError('ID_UNKNOWN', 'The source does not know this number.'),
  referencedResourceNotFound: () => bpmnError('ID_UNKNOWN', 'The source does not know this number.'),
  canceledSsin: () => bpmnError('ID_CANCELED', 'The source knows this number as withdrawn.'),
  replacedSsin: (replacedBy) =>
    bpmnError('ID_REPLACED', 'The source knows this number as replaced.', { newId: replacedBy ?? null }),
  resourceNotFound: () => bpmnError('NO_DATA', 'The source has no data about this subject.'),
  missingPermission: () => bpmnError('NO_AUTHORIZATION', 'The source does not permit this consultation.'),
};

export type SourceProblem = { readonly type: string | undefined; readonly replacedBy?: string | undefined };

/** Turns an answer that is not a success into what must happen to the job. */
export const translateRefusal = (
  source: string,
  response: InboundResponse,
  problem: SourceProblem,
): ConnectorFailure => {
  const { status, headers } = response;
  if (status === 429) {
    return retryLater(`RATE_LIMITED: Expected ${source} to answer, but it asks for patience.`, pauseOf(headers));
  }
  const answer = BUSINESS_ANSWERS[problem.type?.split(':').at(-1) ?? ''];
  if (answer !== undefined) return answer(problem.replacedBy);
  if (status === 502) return retryLater(`BAD_GATEWAY: Expected ${source} to answer, but a gateway before it failed.`);
  if (status >= 500) return retryLater(`UNAVAILABLE: Expected ${source} to answer, but found status ${status}.`);
  return incident(
    `Expected ${source} to accept the question, but found status ${status} (${problem.type ?? 'no reason'}).`,
  );
};
