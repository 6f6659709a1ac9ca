import type { ZeebeJob } from 'zeebe-node';

import type { Connector } from './connector.ts';
import type { RunOutcome } from './execute-connector.ts';
import { backoffOf, withJitter } from './pause.ts';

const LONGEST_PAUSE_MS = 60 * 60 * 1000;

type Answers = {
  readonly [Kind in RunOutcome['kind']]: (
    job: ZeebeJob,
    outcome: Extract<RunOutcome, { kind: Kind }>,
    connector: Connector,
  ) => Promise<unknown>;
};

const ANSWERS: Answers = {
  output: (job, { variables }) => job.complete({ ...variables }),
  bpmnError: (job, { code, message, variables }) =>
    job.error({ errorCode: code, errorMessage: message, variables: variables as ErrorVariables }),
  retry: (job, { message, afterMs }, connector) =>
    job.fail({
      errorMessage: message,
      retries: Math.max(job.retries - 1, 0),
      // What a source asks for is honored as it is.
      retryBackOff: Math.min(afterMs ?? withJitter(backoffOf(connector, job.retries)), LONGEST_PAUSE_MS),
    }),
  notYet: (job, { message, afterMs }) => putBack(job, message, Math.min(afterMs, LONGEST_PAUSE_MS)),
  incident: (job, { message }) => job.fail({ errorMessage: message, retries: 0 }),
};

/** Tells the engine how a run ended. Rejects when the engine does not take the answer. */
export const answerJob = (job: ZeebeJob, outcome: RunOutcome, connector: Connector): Promise<unknown> => {
  const answer = ANSWERS[outcome.kind] as (
    job: ZeebeJob,
    outcome: RunOutcome,
    connector: Connector,
  ) => Promise<unknown>;
  return answer(job, outcome, connector);
};

/** Puts a job back as if it had not been tried, to be offered again after a pause. */
export const putBack = (job: ZeebeJob, message: string, pauseMs: number): Promise<unknown> =>
  job.fail({ errorMessage: message, retries: job.retries, retryBackOff: pauseMs });

type ErrorVariables = Exclude<Parameters<ZeebeJob['error']>[0], string>['variables'];
