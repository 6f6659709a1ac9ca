import type { CreateInstanceCommand, InstanceReply, ProcessSelector } from '@irisflow/core';
import type { ElementInstanceKey, ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { isOfCallTree } from '../../../storage/search/conditions.ts';
import { countElements } from '../../../storage/search/count-elements.ts';
import { incidents } from '../../../storage/search/nouns/incident.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import { jsonText } from '../json-text.ts';
import { keyOf, tenantOf, variablesOf } from '../parts.ts';
import { badRequest, RestProblem } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, ok, reading, type Route, route } from '../route.ts';
import { Int, JsonObject, Key, maybe, Milliseconds, Name, Nothing, Text, Texts } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { settleWithin } from '../settle-within.ts';

const Creation = Type.Object({
  processDefinitionId: maybe(Name),
  processDefinitionKey: maybe(Key),
  processDefinitionVersion: maybe(Int),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
  startInstructions: maybe(Type.Array(Type.Object({ elementId: Text }))),
  runtimeInstructions: maybe(Type.Array(Type.Unknown())),
  awaitCompletion: maybe(Type.Boolean()),
  fetchVariables: maybe(Texts),
  requestTimeout: maybe(Milliseconds),
  tags: maybe(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 10 })),
  businessId: maybe(Type.String({ minLength: 1, maxLength: 256 })),
});
type Creation = Static<typeof Creation>;

const selectorOf = (body: Creation): ProcessSelector => {
  const { processDefinitionId: id, processDefinitionKey: key, processDefinitionVersion: version } = body;
  if (typeof id === 'string' && typeof key === 'string') {
    throw badRequest('Expected either processDefinitionId or processDefinitionKey, but both are given');
  }
  if (typeof key === 'string') return { by: 'key', key: key as ProcessDefinitionKey };
  if (typeof id !== 'string') {
    throw badRequest('Expected either processDefinitionId or processDefinitionKey, but none is given');
  }
  return { by: 'id', id, version: typeof version === 'number' && version >= 0 ? version : null };
};

const creationOf = (body: Creation, awaited: CreateInstanceCommand['awaited']): CreateInstanceCommand => {
  if ((body.runtimeInstructions ?? []).length > 0) {
    throw new RestProblem(501, 'UNIMPLEMENTED', 'Expected no runtimeInstructions, but found some');
  }
  return {
    kind: 'createInstance',
    tenantId: tenantOf(body),
    process: selectorOf(body),
    variables: variablesOf(body),
    startAt: (body.startInstructions ?? []).map(({ elementId }) => elementId),
    awaited,
    tags: body.tags ?? [],
    businessId: body.businessId ?? null,
  };
};

const toCreated = (reply: InstanceReply) => ({
  processInstanceKey: reply.processInstanceKey,
  processDefinitionKey: reply.processDefinitionKey,
  processDefinitionId: reply.processDefinitionId,
  processDefinitionVersion: reply.version,
  tenantId: reply.tenantId,
  variables: jsonText(reply.variables ?? '{}'),
  tags: reply.tags,
  businessId: reply.businessId,
});

const create = route('POST', '/process-instances', Creation, async (call, context) => {
  const { body } = call;
  if (body.awaitCompletion !== true) {
    const command = creationOf(body, null);
    return ok(toCreated(replyOf('createInstance', await context.engine.submit<'createInstance'>(command))));
  }
  const settled = await settleWithin<'createInstance'>(call, context, {
    command: (requestId) => creationOf(body, { requestId, fetchVariables: body.fetchVariables ?? [] }),
    wait: body.requestTimeout,
    pending: 'the process instance is still running',
  });
  return ok(toCreated(replyOf('createInstance', settled)));
});

const cancel = route('POST', '/process-instances/:key/cancellation', Nothing, async (call, { engine }) => {
  const processInstanceKey = keyOf<ProcessInstanceKey>(call);
  replyOf('cancelInstance', await engine.submit<'cancelInstance'>({ kind: 'cancelInstance', processInstanceKey }));
  return noContent;
});

const Modification = Type.Object({
  activateInstructions: maybe(
    Type.Array(
      Type.Object({
        elementId: Text,
        ancestorElementInstanceKey: maybe(Text),
        variableInstructions: maybe(Type.Array(Type.Object({ variables: JsonObject, scopeId: maybe(Text) }))),
      }),
    ),
  ),
  terminateInstructions: maybe(Type.Array(Type.Object({ elementInstanceKey: maybe(Key) }))),
  moveInstructions: maybe(Type.Array(Type.Unknown(), { maxItems: 0 })),
});

/** Clients of other protocols write -1 for no key. */
const ancestorOf = (key: string | null | undefined): ElementInstanceKey | null =>
  typeof key === 'string' && /^[1-9]\d{0,17}$/.test(key) ? (key as ElementInstanceKey) : null;

const terminatedKey = (key: string | null | undefined): ElementInstanceKey => {
  if (typeof key === 'string') return key as ElementInstanceKey;
  throw new RestProblem(
    501,
    'UNIMPLEMENTED',
    'Expected terminateInstructions with an elementInstanceKey, but found one without',
  );
};

const modify = route('POST', '/process-instances/:key/modification', Modification, async (call, { engine }) => {
  const { activateInstructions, terminateInstructions } = call.body;
  const settled = await engine.submit<'modifyInstance'>({
    kind: 'modifyInstance',
    processInstanceKey: keyOf<ProcessInstanceKey>(call),
    activate: (activateInstructions ?? []).map(({ elementId, ancestorElementInstanceKey, variableInstructions }) => ({
      elementId,
      ancestorKey: ancestorOf(ancestorElementInstanceKey),
      variables: (variableInstructions ?? []).map((instruction) => ({
        variables: variablesOf(instruction),
        scopeId: instruction.scopeId ?? '',
      })),
    })),
    terminate: (terminateInstructions ?? []).map(({ elementInstanceKey }) => terminatedKey(elementInstanceKey)),
  });
  replyOf('modifyInstance', settled);
  return noContent;
});

const Migration = Type.Object({
  targetProcessDefinitionKey: Key,
  mappingInstructions: Type.Array(Type.Object({ sourceElementId: Text, targetElementId: Text })),
});

const migrate = route('POST', '/process-instances/:key/migration', Migration, async (call, { engine }) => {
  const { targetProcessDefinitionKey, mappingInstructions } = call.body;
  const settled = await engine.submit<'migrateInstance'>({
    kind: 'migrateInstance',
    processInstanceKey: keyOf<ProcessInstanceKey>(call),
    targetDefinitionKey: targetProcessDefinitionKey as ProcessDefinitionKey,
    mappings: mappingInstructions,
  });
  replyOf('migrateInstance', settled);
  return noContent;
});

const statistics = reading('/process-instances/:key/statistics/element-instances', async (call, { database }) =>
  ok({ items: await countElements(database, { by: 'instance', key: keyOf<ProcessInstanceKey>(call) }) }),
);

export const processInstanceRoutes: readonly Route[] = [
  create,
  searchRoute('/process-instances/search', { noun: () => processInstances }),
  findRoute('/process-instances', { noun: processInstances, called: 'process instance' }),
  cancel,
  modify,
  migrate,
  statistics,
  searchRoute('/process-instances/:key/incidents/search', {
    noun: () => incidents,
    within: async (call) => isOfCallTree(keyOf<ProcessInstanceKey>(call)),
  }),
];
