import type { DeployedItem, DeployReply } from '@irisflow/core';
import { type DecisionDefinitionKey, DEFAULT_TENANT } from '@irisflow/protocol';
import type { DeleteHistoryOf } from '../../batch-operations/history-of.ts';
import { problemOfNames } from '../check-names.ts';
import { problemOfVariables, variablesText } from '../check-variables.ts';
import { inAnswerOrder } from '../deployed-order.ts';
import { refusalText } from '../../pipeline/refusal-text.ts';
import { parseResources, type ResourceFile } from '../parse-resources.ts';
import { type Answer, answerTo, invalid } from './answer.ts';
import type { CallContext, UnaryCall } from './calls.ts';
import { toEvaluation } from './evaluated-decision.ts';
import type {
  DeleteResourceRequest,
  DeployProcessRequest,
  DeployResourceRequest,
  EvaluateDecisionRequest,
} from './messages.ts';
import { inTenant } from './tenant.ts';

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

interface Upload {
  readonly files: readonly ResourceFile[];
  readonly tenantId: string;
  readonly toMessage: (reply: DeployReply) => object;
}

const deploy = ({ files, tenantId: named, toMessage }: Upload, { engine }: CallContext): Promise<Answer> =>
  inTenant(engine, named, async (tenantId) => {
    const parsed = await parseResources(files);
    if (!parsed.ok) return invalid(refusalText('deploy', { type: 'INVALID_ARGUMENT', reason: parsed.reason }));
    const command = { kind: 'deploy', tenantId, resources: parsed.resources } as const;
    return answerTo('deploy', await engine.submit<'deploy'>(command, parsed.contents), toMessage);
  });

export const deployResource: UnaryCall<DeployResourceRequest> = ({ resources, tenantId: named }, context) =>
  deploy(
    {
      files: resources,
      tenantId: named,
      toMessage: ({ deploymentKey, tenantId, items }) => ({
        key: deploymentKey,
        deployments: inAnswerOrder(items).flatMap((item) => toDeployment(item) ?? []),
        tenantId,
      }),
    },
    context,
  );

/** Older than tenants: it deploys into the default one. */
export const deployProcess: UnaryCall<DeployProcessRequest> = ({ processes }, context) =>
  deploy(
    {
      files: processes.map(({ name, definition }) => ({ name, content: definition })),
      tenantId: DEFAULT_TENANT,
      toMessage: ({ deploymentKey, items }) => ({
        key: deploymentKey,
        processes: items.flatMap((item) => (item.kind === 'process' ? [processMetadata(item)] : [])),
      }),
    },
    context,
  );

export const deleteResource =
  (deleteHistoryOf: DeleteHistoryOf): UnaryCall<DeleteResourceRequest> =>
  async ({ resourceKey, deleteHistory }, { engine }) => {
    const settled = await engine.submit<'deleteResource'>({ kind: 'deleteResource', resourceKey });
    const isHistoryMeant = deleteHistory && settled.kind === 'reply';
    const batchOperation = isHistoryMeant ? await deleteHistoryOf(resourceKey, engine) : null;
    return answerTo('deleteResource', settled, () => ({ resourceKey, batchOperation }));
  };

export const evaluateDecision: UnaryCall<EvaluateDecisionRequest> = (request, { engine }) =>
  inTenant(engine, request.tenantId, async (tenantId) => {
    const { decisionKey, decisionId, variables } = request;
    const problem = problemOfNames({ decisionId }) ?? problemOfVariables(variables);
    if (problem !== null) return invalid(problem);
    const settled = await engine.submit<'evaluateDecision'>({
      kind: 'evaluateDecision',
      tenantId,
      decision:
        decisionId === '' ? { by: 'key', key: decisionKey as DecisionDefinitionKey } : { by: 'id', id: decisionId },
      variables: variablesText(variables),
    });
    return answerTo('evaluateDecision', settled, (reply) => toEvaluation(reply, engine));
  });
