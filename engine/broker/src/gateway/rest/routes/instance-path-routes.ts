import type { ProcessInstanceKey } from '@irisflow/protocol';
import { Type } from 'typebox';
import { loadCallHierarchy } from '../../../storage/load/load-call-hierarchy.ts';
import { loadTakenFlows } from '../../../storage/load/load-taken-flows.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import { find } from '../../../storage/search/search.ts';
import { gives } from '../answer.ts';
import { keyOf } from '../parts.ts';
import { notFound } from '../problem.ts';
import { type Call, ok, type RestContext, type Route, route } from '../route.ts';
import { Key, Text } from '../schemas.ts';
import { listSchema } from '../search-routes.ts';

const instanceOf = async (call: Call, { engine: { tenantIds }, database }: RestContext) => {
  const key = keyOf<ProcessInstanceKey>(call);
  const instance = await find(database, processInstances, { identity: key, tenantIds });
  if (instance !== null) return instance;
  throw notFound(`Expected to find a process instance with key '${key}', but there is none`);
};

const Flow = Type.Object({
  sequenceFlowId: Text,
  processInstanceKey: Key,
  rootProcessInstanceKey: Key,
  processDefinitionKey: Key,
  processDefinitionId: Text,
  elementId: Text,
  tenantId: Text,
});

const sequenceFlows = route(
  'GET /process-instances/:key/sequence-flows',
  { summary: 'Lists the sequence flows that a process instance took.', answer: gives(listSchema(Flow)) },
  async (call, context) => {
    const { processInstanceKey, rootProcessInstanceKey, processDefinitionKey, processDefinitionId, tenantId } =
      await instanceOf(call, context);
    const flows = await loadTakenFlows(context.database, { rootKey: rootProcessInstanceKey, processInstanceKey });
    const items = flows.map((elementId) => ({
      sequenceFlowId: `${processInstanceKey}_${elementId}`,
      processInstanceKey,
      rootProcessInstanceKey,
      processDefinitionKey,
      processDefinitionId,
      elementId,
      tenantId,
    }));
    return ok({ items });
  },
);

const Entry = Type.Object({ processInstanceKey: Key, processDefinitionKey: Key, processDefinitionName: Text });

const callHierarchy = route(
  'GET /process-instances/:key/call-hierarchy',
  {
    summary: 'Lists the process instances that called each other down to this one, the root first.',
    answer: gives(Type.Array(Entry)),
  },
  async (call, context) => {
    const { processInstanceKey } = await instanceOf(call, context);
    return ok(await loadCallHierarchy(context.database, processInstanceKey));
  },
);

export const instancePathRoutes: readonly Route[] = [sequenceFlows, callHierarchy];
