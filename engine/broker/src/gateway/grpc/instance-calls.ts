import type { ElementInstanceKey, IncidentKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { settleWithin } from '../settle-within.ts';
import { CLUSTER_ID, WIRE_VERSION } from '../wire-version.ts';
import { answerTo, invalid, message } from './answer.ts';
import type { UnaryCall } from './calls.ts';
import type {
  CancelProcessInstanceRequest,
  MigrateProcessInstanceRequest,
  ResolveIncidentRequest,
  SetVariablesRequest,
} from './messages.ts';

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
  { engine, onCanceled },
) => {
  const problem = problemOfVariables(variables);
  if (problem !== null) return invalid(problem);
  const settled = await settleWithin<'setVariables'>(engine, {
    command: (requestId) => ({
      kind: 'setVariables',
      scopeKey: elementInstanceKey as ElementInstanceKey,
      variables: variablesText(variables),
      reach: local ? 'local' : 'propagate',
      requestId,
    }),
    pending: 'task listeners are still at work',
    onGone: onCanceled,
  });
  return answerTo('setVariables', settled, ({ key }) => ({ key }));
};

export const resolveIncident: UnaryCall<ResolveIncidentRequest> = async ({ incidentKey }, { engine }) =>
  answerTo(
    'resolveIncident',
    await engine.submit<'resolveIncident'>({ kind: 'resolveIncident', incidentKey: incidentKey as IncidentKey }),
  );

export const topology =
  (address: () => { readonly host: string; readonly port: number }): UnaryCall<object> =>
  async (_request, { engine }) =>
    message({
      brokers: [
        {
          nodeId: 0,
          ...address(),
          partitions: [{ partitionId: 1, role: engine.isLeader ? 'LEADER' : 'FOLLOWER', health: 'HEALTHY' }],
          version: WIRE_VERSION,
        },
      ],
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: WIRE_VERSION,
      clusterId: CLUSTER_ID,
    });
