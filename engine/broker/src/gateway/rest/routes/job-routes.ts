import type { JobResult } from '@irisflow/core';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { jobs } from '../../../storage/search/nouns/job.ts';
import { Attributes, attributesOf } from '../attributes.ts';
import { MAX_NAME_LENGTH } from '../../check-names.ts';
import { gives, givesNothing } from '../answer.ts';
import { awaitJobs } from '../await-jobs.ts';
import { jsonText } from '../json-text.ts';
import { keyOf, tenantsOf, variablesOf } from '../parts.ts';
import { badRequest } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, ok, type Route, route } from '../route.ts';
import {
  Duration,
  Int,
  JsonObject,
  Key,
  maybe,
  Milliseconds,
  Name,
  OperationReference,
  orNull,
  PositiveDuration,
  RequiredName,
  shape,
  SignedDuration,
  Text,
  Texts,
} from '../schemas.ts';
import { searchRoute } from '../search-routes.ts';

const Activation = shape({
  type: Type.String({ pattern: String.raw`\S`, maxLength: MAX_NAME_LENGTH }),
  worker: maybe(Name),
  timeout: PositiveDuration,
  maxJobsToActivate: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
  fetchVariable: maybe(Texts),
  requestTimeout: maybe(SignedDuration),
  tenantIds: maybe(Texts),
  tenantFilter: maybe(Type.Union([Type.Literal('PROVIDED'), Type.Literal('ASSIGNED')])),
});

/** How long a poll that named no time waits, and how long any waits at most, in milliseconds. */
const DEFAULT_WAIT = 10_000;
const MAX_WAIT = 600_000;

/** Less than 0 asks not to wait; 0 leaves the time to the engine. */
const waitOf = (requestTimeout: number): number =>
  requestTimeout === 0 ? DEFAULT_WAIT : Math.min(Math.max(requestTimeout, 0), MAX_WAIT);

const toJob = (job: ActivatedJob) => ({
  ...job,
  customHeaders: jsonText(job.customHeaders),
  variables: jsonText(job.variables),
  userTaskKey: undefined,
  userTask: job.userTask ?? (job.userTaskKey === null ? null : { userTaskKey: job.userTaskKey }),
});

const ActivatedJobs = Type.Object({
  jobs: Type.Array(
    Type.Object({
      jobKey: Key,
      type: Text,
      kind: Text,
      listenerEventType: Text,
      processInstanceKey: Key,
      rootProcessInstanceKey: Key,
      processDefinitionId: Text,
      processDefinitionVersion: Int,
      processDefinitionKey: Key,
      elementId: Text,
      elementInstanceKey: Key,
      customHeaders: JsonObject,
      worker: Text,
      retries: Int,
      deadline: Milliseconds,
      variables: JsonObject,
      userTask: orNull(
        Type.Object({
          userTaskKey: Key,
          action: Type.Optional(Text),
          assignee: maybe(Text),
          candidateGroups: Type.Optional(Texts),
          candidateUsers: Type.Optional(Texts),
          dueDate: maybe(Text),
          followUpDate: maybe(Text),
          priority: Type.Optional(Int),
          formKey: maybe(Key),
          changedAttributes: Type.Optional(Texts),
        }),
      ),
      tags: Texts,
      tenantId: Text,
    }),
  ),
});
const activateTraits = {
  summary: 'Hands out jobs to a worker; waits for some when there are none.',
  body: Activation,
  answer: gives(ActivatedJobs),
};

const activate = route('POST /jobs/activation', activateTraits, async (call, context) => {
  const { type, worker, timeout, maxJobsToActivate, fetchVariable, requestTimeout, tenantIds, tenantFilter } =
    call.body;
  const activated = await awaitJobs(call, context, {
    request: {
      type,
      worker: worker ?? '',
      timeout: Number(timeout),
      fetchVariables: fetchVariable ?? [],
      tenantIds: tenantsOf(context.engine, { named: tenantIds ?? [], filter: tenantFilter ?? 'PROVIDED' }),
    },
    maxJobs: maxJobsToActivate,
    wait: waitOf(Number(requestTimeout ?? 0)),
  });
  return ok({ jobs: activated.map(toJob) });
});

const Completion = shape({
  variables: maybe(JsonObject),
  result: maybe(
    shape({
      type: maybe(Type.Union([Type.Literal('userTask'), Type.Literal('adHocSubProcess')])),
      denied: maybe(Type.Boolean()),
      deniedReason: maybe(Text),
      corrections: maybe(Attributes),
      activateElements: maybe(Type.Array(shape({ elementId: Text, variables: maybe(JsonObject) }))),
      isCompletionConditionFulfilled: maybe(Type.Boolean()),
      isCancelRemainingInstances: maybe(Type.Boolean()),
    }),
  ),
});

const resultOf = ({ result }: Static<typeof Completion>): JobResult | null =>
  result === null || result === undefined
    ? null
    : {
        denied: result.denied ?? false,
        deniedReason: result.deniedReason ?? '',
        corrections: attributesOf(result.corrections ?? {}),
        activateElements: (result.activateElements ?? []).map((element) => ({
          elementId: element.elementId,
          variables: variablesOf(element),
        })),
        isCompletionConditionFulfilled: result.isCompletionConditionFulfilled ?? false,
        isCancelRemainingInstances: result.isCancelRemainingInstances ?? false,
      };

const completeTraits = {
  summary: 'Ends a job with the variables that it leaves.',
  body: Completion,
  answer: givesNothing,
};

const complete = route('POST /jobs/:key/completion', completeTraits, async (call, { engine }) => {
  const settled = await engine.submit<'completeJob'>({
    kind: 'completeJob',
    jobKey: keyOf<JobKey>(call),
    variables: variablesOf(call.body),
    result: resultOf(call.body),
  });
  replyOf('completeJob', settled);
  return noContent;
});

const Failure = shape({
  retries: maybe(Int),
  errorMessage: maybe(Text),
  retryBackOff: maybe(Duration),
  variables: maybe(JsonObject),
});

const failTraits = {
  summary: 'Says that a job failed and how often it may be tried again; at none an incident waits for help.',
  body: Failure,
  answer: givesNothing,
};

const fail = route('POST /jobs/:key/failure', failTraits, async (call, { engine }) => {
  const settled = await engine.submit<'failJob'>({
    kind: 'failJob',
    jobKey: keyOf<JobKey>(call),
    retries: call.body.retries ?? 0,
    errorMessage: call.body.errorMessage ?? '',
    retryBackOff: Number(call.body.retryBackOff ?? 0),
    variables: variablesOf(call.body),
  });
  replyOf('failJob', settled);
  return noContent;
});

const ThrownError = shape({
  errorCode: RequiredName,
  errorMessage: maybe(Text),
  variables: maybe(JsonObject),
});

const throwErrorTraits = {
  summary: 'Ends a job with an error that the process may catch.',
  body: ThrownError,
  answer: givesNothing,
};

const throwError = route('POST /jobs/:key/error', throwErrorTraits, async (call, { engine }) => {
  const settled = await engine.submit<'throwError'>({
    kind: 'throwError',
    jobKey: keyOf<JobKey>(call),
    errorCode: call.body.errorCode,
    errorMessage: call.body.errorMessage ?? '',
    variables: variablesOf(call.body),
  });
  replyOf('throwError', settled);
  return noContent;
});

const Changes = shape({
  changeset: shape({ retries: maybe(Int), timeout: maybe(PositiveDuration) }),
  operationReference: maybe(OperationReference),
});
const updateTraits = { summary: 'Changes the retries or the deadline of a job.', body: Changes, answer: givesNothing };

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const update = route('PATCH /jobs/:key', updateTraits, async (call, { engine }) => {
  const jobKey = keyOf<JobKey>(call);
  const { retries, timeout } = call.body.changeset;
  if (typeof retries !== 'number' && !isGiven(timeout)) {
    throw badRequest('Expected a changeset with retries or a timeout, but found neither');
  }
  if (typeof retries === 'number') {
    replyOf('updateJobRetries', await engine.submit<'updateJobRetries'>({ kind: 'updateJobRetries', jobKey, retries }));
  }
  if (isGiven(timeout)) {
    const command = { kind: 'updateJobTimeout', jobKey, timeout: Number(timeout) } as const;
    replyOf('updateJobTimeout', await engine.submit<'updateJobTimeout'>(command));
  }
  return noContent;
});

export const jobRoutes: readonly Route[] = [
  activate,
  searchRoute('/jobs/search', { summary: 'Finds jobs.', noun: jobs }),
  complete,
  fail,
  throwError,
  update,
];
