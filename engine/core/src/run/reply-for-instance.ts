import type { InstanceReply } from '../command/reply.ts';
import type { ProcessInstance } from '../state/instance-tree.ts';

/** What the creator of an instance is told. `variables` is JSON text, or null when the result was not awaited. */
export const replyForInstance = (instance: ProcessInstance, variables: string | null): InstanceReply => ({
  processInstanceKey: instance.key,
  processDefinitionKey: instance.definitionKey,
  processDefinitionId: instance.definitionId,
  version: instance.version,
  tenantId: instance.tenantId,
  tags: instance.tags,
  businessId: instance.businessId,
  variables,
});
