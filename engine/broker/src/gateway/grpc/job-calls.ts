import type { JobKey } from '@irisflow/protocol';
import { problemOfNames } from '../check-names.ts';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { answerTo, invalid } from './answer.ts';
import type { UnaryCall } from './calls.ts';
import { jobResultOf, problemOfResult } from './job-result.ts';
import type {
  CompleteJobRequest,
  FailJobRequest,
  ThrowErrorRequest,
  UpdateJobRetriesRequest,
  UpdateJobTimeoutRequest,
} from './messages.ts';
import { spanOf } from '../settle-within.ts';

export const completeJob: UnaryCall<CompleteJobRequest> = async ({ jobKey, variables, result }, { engine }) => {
  const problem = problemOfVariables(variables) ?? problemOfResult(result);
  if (problem !== null) return invalid(problem);
  const settled = await engine.submit<'completeJob'>({
    kind: 'completeJob',
    jobKey: jobKey as JobKey,
    variables: variablesText(variables),
    result: jobResultOf(result),
  });
  return answerTo('completeJob', settled);
};

export const failJob: UnaryCall<FailJobRequest> = async (request, { engine }) => {
  const problem = problemOfVariables(request.variables);
  if (problem !== null) return invalid(problem);
  const settled = await engine.submit<'failJob'>({
    kind: 'failJob',
    jobKey: request.jobKey as JobKey,
    retries: request.retries,
    errorMessage: request.errorMessage,
    retryBackOff: spanOf(request.retryBackOff),
    variables: variablesText(request.variables),
  });
  return answerTo('failJob', settled);
};

export const throwError: UnaryCall<ThrowErrorRequest> = async (request, { engine }) => {
  const problem = problemOfNames({ errorCode: request.errorCode }) ?? problemOfVariables(request.variables);
  if (problem !== null) return invalid(problem);
  const settled = await engine.submit<'throwError'>({
    kind: 'throwError',
    jobKey: request.jobKey as JobKey,
    errorCode: request.errorCode,
    errorMessage: request.errorMessage,
    variables: variablesText(request.variables),
  });
  return answerTo('throwError', settled);
};

export const updateJobRetries: UnaryCall<UpdateJobRetriesRequest> = async ({ jobKey, retries }, { engine }) =>
  answerTo(
    'updateJobRetries',
    await engine.submit<'updateJobRetries'>({ kind: 'updateJobRetries', jobKey: jobKey as JobKey, retries }),
  );

export const updateJobTimeout: UnaryCall<UpdateJobTimeoutRequest> = async ({ jobKey, timeout }, { engine }) =>
  answerTo(
    'updateJobTimeout',
    await engine.submit<'updateJobTimeout'>({
      kind: 'updateJobTimeout',
      jobKey: jobKey as JobKey,
      timeout: spanOf(timeout),
    }),
  );
