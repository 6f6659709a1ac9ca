import type { CreateInstanceCommand, InstanceReply, ProcessSelector } from '@irisflow/core';
import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { isOfCallTree } from '../../../storage/search/conditions.ts';
import { countElements } from '../../../storage/search/count-elements.ts';
import { incidents } from '../../../storage/search/nouns/incident.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import type { GatewayEngine } from '../../engine.ts';
import { gives, givesNothing } from '../answer.ts';
import { jsonText } from '../json-text.ts';
import { keyOf, tenantOf, variablesOf } from '../parts.ts';
import { badRequest } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { noContent, ok, type Route, route } from '../route.ts';
import {
  Int,
  JsonObject,
  Key,
  maybe,
  Name,
  Nothing,
  OperationReference,
  orNull,
  RequiredName,
  shape,
  SignedDuration,
  Text,
  Texts,
} from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { settleForCall } from '../settle-for-call.ts';
import { elementCounts } from './process-definition-routes.ts';

const Creation = shape({
  processDefinitionId: maybe(Name),
  processDefinitionKey: maybe(Key),
  processDefinitionVersion: maybe(Int),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
  startInstructions: maybe(Type.Array(shape({ elementId: Text }))),
  runtimeInstructions: maybe(
    Type.Array(shape({ type: maybe(Type.Literal('TERMINATE_PROCESS_INSTANCE')), afterElementId: RequiredName })),
  ),
  awaitCompletion: maybe(Type.Boolean()),
  fetchVariables: maybe(Texts),
  requestTimeout: maybe(SignedDuration),
  tags: maybe(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 10 })),
  businessId: maybe(Type.String({ minLength: 1, maxLength: 256 })),
  operationReference: maybe(OperationReference),
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

const creationOf = (
  engine: GatewayEngine,
  body: Creation,
  awaited: CreateInstanceCommand['awaited'],
): CreateInstanceCommand => ({
  kind: 'createInstance',
  tenantId: tenantOf(engine, body),
  process: selectorOf(body),
  variables: variablesOf(body),
  startAt: (body.startInstructions ?? []).map(({ elementId }) => elementId),
  awaited,
  tags: body.tags ?? [],
  businessId: body.businessId ?? null,
  terminateAfter: (body.runtimeInstructions ?? []).map(({ afterElementId }) => afterElementId),
});

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

const createTraits = {
  summary: 'Starts a process instance, and waits for its result when asked to.',
  body: Creation,
  answer: gives(
    Type.Object({
      processInstanceKey: Key,
      processDefinitionKey: Key,
      processDefinitionId: Text,
      processDefinitionVersion: Int,
      tenantId: Text,
      variables: JsonObject,
      tags: Texts,
      businessId: orNull(Text),
    }),
  ),
};

const create = route('POST /process-instances', createTraits, async (call, context) => {
  const { body } = call;
  if (body.awaitCompletion !== true) {
    const command = creationOf(context.engine, body, null);
    return ok(toCreated(replyOf('createInstance', await context.engine.submit<'createInstance'>(command))));
  }
  const settled = await settleForCall<'createInstance'>(call, context, {
    command: (requestId) => creationOf(context.engine, body, { requestId, fetchVariables: body.fetchVariables ?? [] }),
    wait: Number(body.requestTimeout ?? 0),
    pending: 'the process instance is still running',
  });
  return ok(toCreated(replyOf('createInstance', settled)));
});

/** A call that tells a process instance as a whole what to do. */
const steer = (path: string, kind: 'cancelInstance' | 'suspendInstance' | 'resumeInstance', summary: string) =>
  route(
    `POST /process-instances/:key/${path}`,
    { summary, body: Nothing, answer: givesNothing },
    async (call, { engine }) => {
      const processInstanceKey = keyOf<ProcessInstanceKey>(call);
      replyOf(kind, await engine.submit<typeof kind>({ kind, processInstanceKey }));
      return noContent;
    },
  );

const statistics = route(
  'GET /process-instances/:key/statistics/element-instances',
  { summary: 'Counts the instances of each element of a process instance.', answer: elementCounts },
  async (call, { engine: { tenantIds }, database }) => {
    const key = keyOf<ProcessInstanceKey>(call);
    return ok({ items: await countElements(database, { by: 'instance', key, tenantIds }) });
  },
);

const tagged = { noun: processInstances, adds: { tags: Texts } };

export const processInstanceRoutes: readonly Route[] = [
  create,
  searchRoute('/process-instances/search', { summary: 'Finds process instances.', ...tagged }),
  findRoute('/process-instances', { summary: 'Shows one process instance.', called: 'process instance', ...tagged }),
  steer('cancellation', 'cancelInstance', 'Ends a process instance and everything that runs in it.'),
  steer(
    'suspension',
    'suspendInstance',
    'Lets a process instance rest, with everything that it called, until it is resumed.',
  ),
  steer(
    'resumption',
    'resumeInstance',
    'Lets a suspended process instance go on, beginning with what was overdue or came meanwhile.',
  ),
  statistics,
  searchRoute('/process-instances/:key/incidents/search', {
    summary: 'Finds the incidents of a process instance and of the instances that it called.',
    noun: incidents,
    within: async (call) => isOfCallTree(keyOf<ProcessInstanceKey>(call)),
  }),
];
