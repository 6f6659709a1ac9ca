import type { DeployedItem, DeployReply } from '@irisflow/core';
import { type DecisionDefinitionKey, DEFAULT_TENANT } from '@irisflow/protocol';
import { problemOfNames } from '../check-names.ts';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { parseResources, type ResourceFile } from '../parse-resources.ts';
import { type Answer, answerTo, invalid } from './answer.ts';
import type { CallContext, UnaryCall } from './calls.ts';
import { toEvaluatedDecision } from './evaluated-decision.ts';
import type {
  DeleteResourceRequest,
  DeployProcessRequest,
  DeployResourceRequest,
  EvaluateDecisionRequest,
} from './messages.ts';
import { problemOfTenant } from './tenant.ts';

const processMetadata = ({ definition }: Extract<DeployedItem, { kind: 'process' }>) => ({
  bpmnProcessId: definition.id,
  version: definition.version,
  processDefinitionKey: definition.key,
  resourceName: definition.resourceName,
  tenantId: definition.tenantId,
});

/** A deployed item as the client knows it; null for what older clients have no name for. */
const toDeployment = (item: DeployedItem): object | null => {
  switch (item.kind) {
    case 'process':
      return { process: processMetadata(item) };
    case 'decision':
      return {
        decision: {
          dmnDecisionId: item.definition.id,
          dmnDecisionName: item.definition.name,
          version: item.definition.version,
          decisionKey: item.definition.key,
          dmnDecisionRequirementsId: item.definition.requirementsId,
          decisionRequirementsKey: item.definition.requirementsKey,
          tenantId: item.definition.tenantId,
        },
      };
    case 'requirements':
      return {
        decisionRequirements: {
          dmnDecisionRequirementsId: item.definition.id,
          dmnDecisionRequirementsName: item.definition.name,
          version: item.definition.version,
          decisionRequirementsKey: item.definition.key,
          resourceName: item.definition.resourceName,
          tenantId: item.definition.tenantId,
        },
      };
    case 'form':
      return {
        form: {
          formId: item.definition.id,
          version: item.definition.version,
          formKey: item.definition.key,
          resourceName: item.definition.resourceName,
          tenantId: item.definition.tenantId,
        },
      };
    case 'resource':
      return null;
  }
};

const deploy = async (
  files: readonly ResourceFile[],
  { engine }: CallContext,
  toMessage: (reply: DeployReply) => object,
): Promise<Answer> => {
  const parsed = parseResources(files);
  if (!parsed.ok) return invalid(`Command 'CREATE' rejected with code 'INVALID_ARGUMENT': ${parsed.reason}`);
  const command = { kind: 'deploy', tenantId: DEFAULT_TENANT, resources: parsed.resources } as const;
  return answerTo('deploy', await engine.submit<'deploy'>(command, parsed.contents), toMessage);
};

export const deployResource: UnaryCall<DeployResourceRequest> = async (request, context) =>
  problemOfTenant(request.tenantId) ??
  deploy(request.resources, context, ({ deploymentKey, tenantId, items }) => ({
    key: deploymentKey,
    deployments: items.flatMap((item) => toDeployment(item) ?? []),
    tenantId,
  }));

export const deployProcess: UnaryCall<DeployProcessRequest> = (request, context) =>
  deploy(
    request.processes.map(({ name, definition }) => ({ name, content: definition })),
    context,
    ({ deploymentKey, items }) => ({
      key: deploymentKey,
      processes: items.flatMap((item) => (item.kind === 'process' ? [processMetadata(item)] : [])),
    }),
  );

export const deleteResource: UnaryCall<DeleteResourceRequest> = async ({ resourceKey }, { engine }) =>
  answerTo('deleteResource', await engine.submit<'deleteResource'>({ kind: 'deleteResource', resourceKey }));

const evaluate = async ({ decisionKey, decisionId, variables }: EvaluateDecisionRequest, { engine }: CallContext) => {
  const problem = problemOfNames({ decisionId }) ?? problemOfVariables(variables);
  if (problem !== null) return invalid(problem);
  const settled = await engine.submit<'evaluateDecision'>({
    kind: 'evaluateDecision',
    tenantId: DEFAULT_TENANT,
    decision:
      decisionId === '' ? { by: 'key', key: decisionKey as DecisionDefinitionKey } : { by: 'id', id: decisionId },
    variables: variablesText(variables),
  });
  return answerTo('evaluateDecision', settled, ({ decision, output, trace, failure, evaluationKey }) => ({
    decisionKey: decision.key,
    decisionId: decision.id,
    decisionName: decision.name,
    decisionVersion: decision.version,
    decisionRequirementsId: decision.requirementsId,
    decisionRequirementsKey: decision.requirementsKey,
    decisionOutput: output,
    evaluatedDecisions: trace.map((evaluated) =>
      toEvaluatedDecision(evaluated, engine.findDecision(decision.requirementsKey, evaluated.decisionId) ?? decision),
    ),
    failedDecisionId: failure?.decisionId ?? '',
    failureMessage: failure?.message ?? '',
    tenantId: decision.tenantId,
    decisionInstanceKey: evaluationKey,
  }));
};

export const evaluateDecision: UnaryCall<EvaluateDecisionRequest> = async (request, context) =>
  problemOfTenant(request.tenantId) ?? evaluate(request, context);
