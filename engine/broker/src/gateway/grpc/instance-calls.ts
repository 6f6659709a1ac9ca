import type { CreateInstanceCommand, InstanceReply, ProcessSelector } from '@irisflow/core';
import {
  DEFAULT_TENANT,
  type ElementInstanceKey,
  type IncidentKey,
  type ProcessDefinitionKey,
  type ProcessInstanceKey,
} from '@irisflow/protocol';
import { problemOfNames } from '../check-names.ts';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { type Answer, answerTo, invalid, message, refuse } from './answer.ts';
import type { CallContext, UnaryCall } from './calls.ts';
import { status } from '@grpc/grpc-js';
import type {
  CancelProcessInstanceRequest,
  CreateProcessInstanceRequest,
  CreateWithResultRequest,
  MigrateProcessInstanceRequest,
  ModifyProcessInstanceRequest,
  ResolveIncidentRequest,
  SetVariablesRequest,
} from './messages.ts';
import { waitOf } from './milliseconds.ts';
import { problemOfTenant } from './tenant.ts';

/** How long a caller that named no time waits for the result of an instance, in milliseconds. */
const DEFAULT_RESULT_TIMEOUT = 15_000;

/** An id wins over a key; version -1 means the latest, 0 is a version that nobody ever had. */
const selectorOf = ({ bpmnProcessId, version, processDefinitionKey }: CreateProcessInstanceRequest): ProcessSelector =>
  bpmnProcessId === ''
    ? { by: 'key', key: processDefinitionKey as ProcessDefinitionKey }
    : { by: 'id', id: bpmnProcessId, version: version < 0 ? null : version };

const problemOfCreation = (request: CreateProcessInstanceRequest): Answer | null => {
  const tenantProblem = problemOfTenant(request.tenantId);
  if (tenantProblem !== null) return tenantProblem;
  const { bpmnProcessId, businessId } = request;
  const problem = problemOfNames({ bpmnProcessId, businessId }) ?? problemOfVariables(request.variables);
  if (problem !== null) return invalid(problem);
  if (request.bpmnProcessId === '' && Number(request.processDefinitionKey) < 0) {
    return invalid('Expected a bpmnProcessId or a processDefinitionKey, but none was given');
  }
  return null;
};

const creationOf = (
  request: CreateProcessInstanceRequest,
  awaited: CreateInstanceCommand['awaited'],
): CreateInstanceCommand => ({
  kind: 'createInstance',
  tenantId: DEFAULT_TENANT,
  process: selectorOf(request),
  variables: variablesText(request.variables),
  startAt: request.startInstructions.map(({ elementId }) => elementId),
  awaited,
  tags: request.tags,
  businessId: request.businessId === '' ? null : request.businessId,
});

const toCreated = (reply: InstanceReply) => ({
  processDefinitionKey: reply.processDefinitionKey,
  bpmnProcessId: reply.processDefinitionId,
  version: reply.version,
  processInstanceKey: reply.processInstanceKey,
  tenantId: reply.tenantId,
});

export const createProcessInstance: UnaryCall<CreateProcessInstanceRequest> = async (request, { engine }) =>
  problemOfCreation(request) ??
  answerTo('createInstance', await engine.submit<'createInstance'>(creationOf(request, null)), toCreated);

/** Resolves to null at the deadline or when the client goes, whichever comes first; `stop` ends the wait. */
const giveUpAfter = (milliseconds: number, onCanceled: CallContext['onCanceled']) => {
  const { promise, settle } = createSignal();
  const timer = setTimeout(settle, milliseconds);
  onCanceled(settle);
  return { gaveUp: promise, stop: () => clearTimeout(timer) };
};

const createSignal = () => {
  let settle = () => undefined as void;
  const promise = new Promise<null>((resolve) => {
    settle = () => resolve(null);
  });
  return { promise, settle };
};

export const createProcessInstanceWithResult: UnaryCall<CreateWithResultRequest> = async (wrapped, context) => {
  const { request, requestTimeout, fetchVariables } = wrapped;
  if (request === null) return invalid('Expected a request to create a process instance, but it is missing');
  const problem = problemOfCreation(request);
  if (problem !== null) return problem;
  const { engine, onCanceled } = context;
  const requestId = engine.nextRequestId();
  const asked = waitOf(requestTimeout);
  const { gaveUp, stop } = giveUpAfter(asked > 0 ? asked : DEFAULT_RESULT_TIMEOUT, onCanceled);
  const command = creationOf(request, { requestId, fetchVariables });
  const settled = await Promise.race([engine.submit<'createInstance'>(command), gaveUp]);
  stop();
  if (settled === null) {
    engine.forget(requestId);
    return refuse(
      status.DEADLINE_EXCEEDED,
      'Expected the process instance to complete in time, but it is still running',
    );
  }
  return answerTo('createInstance', settled, (reply) => ({ ...toCreated(reply), variables: reply.variables ?? '{}' }));
};

export const cancelProcessInstance: UnaryCall<CancelProcessInstanceRequest> = async (
  { processInstanceKey },
  { engine },
) =>
  answerTo(
    'cancelInstance',
    await engine.submit<'cancelInstance'>({
      kind: 'cancelInstance',
      processInstanceKey: processInstanceKey as ProcessInstanceKey,
    }),
  );

const isNoKey = (key: string) => key === '0' || key === '-1';

export const modifyProcessInstance: UnaryCall<ModifyProcessInstanceRequest> = async (request, { engine }) => {
  const documents = request.activateInstructions.flatMap(({ variableInstructions }) => variableInstructions);
  const problem = documents.map(({ variables }) => problemOfVariables(variables)).find((found) => found !== null);
  if (problem !== undefined) return invalid(problem);
  const settled = await engine.submit<'modifyInstance'>({
    kind: 'modifyInstance',
    processInstanceKey: request.processInstanceKey as ProcessInstanceKey,
    activate: request.activateInstructions.map(({ elementId, ancestorElementInstanceKey, variableInstructions }) => ({
      elementId,
      ancestorKey: isNoKey(ancestorElementInstanceKey) ? null : (ancestorElementInstanceKey as ElementInstanceKey),
      variables: variableInstructions.map(({ variables, scopeId }) => ({
        variables: variablesText(variables),
        scopeId,
      })),
    })),
    terminate: request.terminateInstructions.map(({ elementInstanceKey }) => elementInstanceKey as ElementInstanceKey),
  });
  return answerTo('modifyInstance', settled);
};

export const migrateProcessInstance: UnaryCall<MigrateProcessInstanceRequest> = async (request, { engine }) => {
  const { migrationPlan } = request;
  if (migrationPlan === null) return invalid('Expected a migration plan, but it is missing');
  const settled = await engine.submit<'migrateInstance'>({
    kind: 'migrateInstance',
    processInstanceKey: request.processInstanceKey as ProcessInstanceKey,
    targetDefinitionKey: migrationPlan.targetProcessDefinitionKey as ProcessDefinitionKey,
    mappings: migrationPlan.mappingInstructions,
  });
  return answerTo('migrateInstance', settled);
};

export const setVariables: UnaryCall<SetVariablesRequest> = async (
  { elementInstanceKey, variables, local },
  { engine },
) => {
  const problem = problemOfVariables(variables);
  if (problem !== null) return invalid(problem);
  const settled = await engine.submit<'setVariables'>({
    kind: 'setVariables',
    scopeKey: elementInstanceKey as ElementInstanceKey,
    variables: variablesText(variables),
    reach: local ? 'local' : 'propagate',
  });
  return answerTo('setVariables', settled, ({ key }) => ({ key }));
};

export const resolveIncident: UnaryCall<ResolveIncidentRequest> = async ({ incidentKey }, { engine }) =>
  answerTo(
    'resolveIncident',
    await engine.submit<'resolveIncident'>({ kind: 'resolveIncident', incidentKey: incidentKey as IncidentKey }),
  );

export const topology =
  (address: () => { readonly host: string; readonly port: number }, version: string): UnaryCall<object> =>
  async (_request, { engine }) =>
    message({
      brokers: [
        {
          nodeId: 0,
          ...address(),
          partitions: [{ partitionId: 1, role: engine.isLeader ? 'LEADER' : 'FOLLOWER', health: 'HEALTHY' }],
          version,
        },
      ],
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: version,
      clusterId: 'irisflow',
    });
