import { status } from '@grpc/grpc-js';
import type { CreateInstanceCommand, InstanceReply, ProcessSelector } from '@irisflow/core';
import type { ProcessDefinitionKey } from '@irisflow/protocol';
import { problemOfNames } from '../check-names.ts';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { refusalText } from '../../pipeline/refusal-text.ts';
import { settleWithin, waitOf } from '../settle-within.ts';
import { type Answer, answerTo, invalid, refuse } from './answer.ts';
import type { CallContext, UnaryCall } from './calls.ts';
import { MAX_MESSAGE_BYTES } from './job-message.ts';
import type { CreateProcessInstanceRequest, CreateWithResultRequest, EvaluateConditionalRequest } from './messages.ts';
import { inTenant } from './tenant.ts';

/** An id wins over a key; version -1 means the latest, 0 is a version that nobody ever had. */
const selectorOf = ({ bpmnProcessId, version, processDefinitionKey }: CreateProcessInstanceRequest): ProcessSelector =>
  bpmnProcessId === ''
    ? { by: 'key', key: processDefinitionKey as ProcessDefinitionKey }
    : { by: 'id', id: bpmnProcessId, version: version < 0 ? null : version };

const problemOfCreation = (request: CreateProcessInstanceRequest): string | null => {
  const { bpmnProcessId, businessId, processDefinitionKey, runtimeInstructions } = request;
  if (bpmnProcessId === '' && Number(processDefinitionKey) < 0) {
    const reason = 'Expected at least a bpmnProcessId or a key greater than -1, but none given';
    return refusalText('createInstance', { type: 'INVALID_ARGUMENT', reason });
  }
  if (runtimeInstructions.some(({ terminate }) => terminate === undefined || terminate === null)) {
    return "Expected runtimeInstructions of kind 'terminate', but found another one";
  }
  return problemOfNames({ bpmnProcessId, businessId }) ?? problemOfVariables(request.variables);
};

interface Creation {
  readonly request: CreateProcessInstanceRequest;
  readonly tenantId: string;
  readonly awaited: CreateInstanceCommand['awaited'];
}

const creationOf = ({ request, tenantId, awaited }: Creation): CreateInstanceCommand => ({
  kind: 'createInstance',
  tenantId,
  process: selectorOf(request),
  variables: variablesText(request.variables),
  startAt: request.startInstructions.map(({ elementId }) => elementId),
  awaited,
  tags: request.tags,
  businessId: request.businessId === '' ? null : request.businessId,
  terminateAfter: request.runtimeInstructions.flatMap(({ terminate }) => terminate?.afterElementId ?? []),
});

const toCreated = (reply: InstanceReply) => ({
  processDefinitionKey: reply.processDefinitionKey,
  bpmnProcessId: reply.processDefinitionId,
  version: reply.version,
  processInstanceKey: reply.processInstanceKey,
  tenantId: reply.tenantId,
  tags: reply.tags,
  businessId: reply.businessId ?? '',
});

export const createProcessInstance: UnaryCall<CreateProcessInstanceRequest> = (request, { engine }) =>
  inTenant(engine, request.tenantId, async (tenantId) => {
    const problem = problemOfCreation(request);
    if (problem !== null) return invalid(problem);
    const command = creationOf({ request, tenantId, awaited: null });
    return answerTo('createInstance', await engine.submit<'createInstance'>(command), toCreated);
  });

const awaitResult = async (
  { request, requestTimeout, fetchVariables }: CreateWithResultRequest & { readonly request: object },
  { engine, onCanceled }: CallContext,
  tenantId: string,
): Promise<Answer> => {
  const settled = await settleWithin<'createInstance'>(engine, {
    command: (requestId) => creationOf({ request, tenantId, awaited: { requestId, fetchVariables } }),
    wait: waitOf(requestTimeout),
    pending: 'the process instance is still running',
    onGone: onCanceled,
  });
  const variables = settled.kind === 'reply' ? (settled.reply.variables ?? '{}') : '{}';
  const bytes = Buffer.byteLength(variables);
  if (bytes > MAX_MESSAGE_BYTES) {
    // Not RESOURCE_EXHAUSTED: clients try again on that, and would start one instance after the other.
    return refuse(
      status.OUT_OF_RANGE,
      `Expected a result of at most ${MAX_MESSAGE_BYTES} bytes, but it has ${bytes}; name fewer in fetchVariables`,
    );
  }
  return answerTo('createInstance', settled, (reply) => ({ ...toCreated(reply), variables }));
};

export const createProcessInstanceWithResult: UnaryCall<CreateWithResultRequest> = async (wrapped, context) => {
  const { request } = wrapped;
  if (request === null) return invalid('Expected a request to create a process instance, but it is missing');
  return inTenant(context.engine, request.tenantId, async (tenantId) => {
    const problem = problemOfCreation(request);
    return problem === null ? awaitResult({ ...wrapped, request }, context, tenantId) : invalid(problem);
  });
};

/** Key 0 asks the latest version of every process. */
export const evaluateConditional: UnaryCall<EvaluateConditionalRequest> = (request, { engine }) =>
  inTenant(engine, request.tenantId, async (tenant) => {
    const { processDefinitionKey: key, variables } = request;
    const problem = problemOfVariables(variables);
    if (problem !== null) return invalid(problem);
    const settled = await engine.submit<'evaluateConditional'>({
      kind: 'evaluateConditional',
      tenantId: tenant,
      definitionKey: key === '0' ? null : (key as ProcessDefinitionKey),
      variables: variablesText(variables),
    });
    return answerTo('evaluateConditional', settled, ({ evaluationKey, tenantId, started }) => ({
      processInstances: started,
      conditionalEvaluationKey: evaluationKey,
      tenantId,
    }));
  });
