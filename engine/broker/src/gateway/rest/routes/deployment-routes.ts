import type { DeployedItem } from '@irisflow/core';
import { inAnswerOrder } from '../../deployed-order.ts';
import { parseResources } from '../../parse-resources.ts';
import { Type } from 'typebox';
import { gives } from '../answer.ts';
import { tenantOf } from '../parts.ts';
import { badRequest } from '../problem.ts';
import { deploymentLimits, readParts, type UploadedPart } from '../read-parts.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type Route, route } from '../route.ts';
import { Key, Text } from '../schemas.ts';

const partsOf = ({ definition }: DeployedItem) => ({
  version: definition.version,
  resourceName: definition.resourceName,
  tenantId: definition.tenantId,
});

const toDeployment = (item: DeployedItem): object => {
  const { version, resourceName, tenantId } = partsOf(item);
  switch (item.kind) {
    case 'process':
      return {
        processDefinition: {
          processDefinitionKey: item.definition.key,
          processDefinitionId: item.definition.id,
          processDefinitionVersion: version,
          resourceName,
          tenantId,
        },
      };
    case 'decision':
      return {
        decisionDefinition: {
          decisionDefinitionKey: item.definition.key,
          decisionDefinitionId: item.definition.id,
          name: item.definition.name,
          version,
          decisionRequirementsId: item.definition.requirementsId,
          decisionRequirementsKey: item.definition.requirementsKey,
          tenantId,
        },
      };
    case 'requirements':
      return {
        decisionRequirements: {
          decisionRequirementsKey: item.definition.key,
          decisionRequirementsId: item.definition.id,
          decisionRequirementsName: item.definition.name,
          version,
          resourceName,
          tenantId,
        },
      };
    case 'form':
      return { form: { formKey: item.definition.key, formId: item.definition.id, version, resourceName, tenantId } };
    case 'resource':
      return {
        resource: { resourceKey: item.definition.key, resourceId: item.definition.id, version, resourceName, tenantId },
      };
  }
};

/** Each of what was deployed says which kind it is and that it is none of the others. */
const nothingElse = {
  processDefinition: null,
  decisionDefinition: null,
  decisionRequirements: null,
  form: null,
  resource: null,
};

/** The files of a deployment, whatever their fields are called, and the tenant beside them. */
const filesOf = (parts: readonly UploadedPart[]) => ({
  files: parts.flatMap(({ fileName: name, content }) => (name === null ? [] : { name, content })),
  tenantId: parts
    .filter(({ field, fileName }) => field === 'tenantId' && fileName === null)
    .map(({ content }) => Buffer.from(content).toString('utf8'))
    .at(-1),
});

const deployTraits = {
  summary: 'Deploys files together: all of them or none.',
  upload: Type.Object({ resources: Type.Array(Type.String({ format: 'binary' })), tenantId: Type.Optional(Text) }),
  answer: gives(
    Type.Object({ deploymentKey: Key, tenantId: Text, deployments: Type.Array(Type.Record(Text, Type.Unknown())) }),
  ),
};

const deploy = route('POST /deployments', deployTraits, async ({ request }, { engine }) => {
  const { files, tenantId: named } = filesOf(await readParts(request, deploymentLimits));
  const tenantId = tenantOf(engine, { tenantId: named });
  const parsed = await parseResources(files);
  if (!parsed.ok) throw badRequest(`Command 'CREATE' rejected with code 'INVALID_ARGUMENT': ${parsed.reason}`);
  const command = { kind: 'deploy', tenantId, resources: parsed.resources } as const;
  const reply = replyOf('deploy', await engine.submit<'deploy'>(command, parsed.contents));
  const deployments = inAnswerOrder(reply.items).map((item) => ({ ...nothingElse, ...toDeployment(item) }));
  return ok({ ...reply, items: undefined, deployments });
});

export const deploymentRoutes: readonly Route[] = [deploy];
