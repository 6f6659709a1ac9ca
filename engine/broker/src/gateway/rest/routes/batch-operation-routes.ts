import type { ProcessDefinitionKey } from '@irisflow/protocol';
import { type Static, type TProperties, Type } from 'typebox';
import type { BatchOperationKey, BatchPlan } from '../../../storage/batch-operation.ts';
import { createBatchOperation } from '../../../batch-operations/create-batch-operation.ts';
import { type BatchSteering, steerBatchOperation } from '../../../batch-operations/steer-batch-operation.ts';
import { batchOperationItems } from '../../../storage/search/nouns/batch-operation-item.ts';
import { batchOperations } from '../../../storage/search/nouns/batch-operation.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import { find } from '../../../storage/search/search.ts';
import { gives, givesNothing } from '../answer.ts';
import { filterSchema } from '../noun-schemas.ts';
import { keyOf } from '../parts.ts';
import { badRequest, notFound, RestProblem } from '../problem.ts';
import { noContent, ok, type RestContext, type Route, route } from '../route.ts';
import { JsonObject, Key, maybe, Nothing, OperationReference, shape, Text } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

type Filter = Readonly<Record<string, unknown>>;

/** Nobody means all instances of all processes by a filter that was forgotten. */
const checkFilter = (filter: Filter): void => {
  const { $or: alternatives, ...own } = filter;
  const asked = Object.values(own).filter((value) => value !== null && value !== undefined);
  if (asked.length > 0 || (Array.isArray(alternatives) && alternatives.length > 0)) return;
  throw badRequest('Expected a filter with at least one field, but it would take every process instance');
};

const start = async ({ engine, database, clock, batches }: RestContext, filter: Filter, plan: BatchPlan) => {
  checkFilter(filter);
  if (!engine.isLeader) {
    throw new RestProblem(503, 'UNAVAILABLE', 'Expected to start a batch operation, but this engine is standing by');
  }
  const key = await createBatchOperation(database, { plan, filter, tenantIds: engine.tenantIds, at: clock.now() });
  batches.wake();
  return ok({ batchOperationKey: key, batchOperationType: plan.type });
};

const Mapping = shape({ sourceElementId: Text, targetElementId: Text });
const Mappings = Type.Array(Mapping, { minItems: 1, maxItems: 1_000 });

interface BatchTraits<Fields extends TProperties> {
  readonly summary: string;
  readonly fields: Fields;
  readonly planOf: (body: Static<ReturnType<typeof bodyOf<Fields>>>) => BatchPlan;
}

const bodyOf = <Fields extends TProperties>(fields: Fields) =>
  shape({ filter: JsonObject, operationReference: maybe(OperationReference), ...fields });

/** `POST path`: one more thing that is done to all process instances of a filter. */
const batchRoute = <Fields extends TProperties>(
  path: string,
  { summary, fields, planOf }: BatchTraits<Fields>,
): Route => {
  const body = bodyOf(fields);
  const answer = gives(Type.Object({ batchOperationKey: Key, batchOperationType: Text }));
  return {
    ...route(`POST /process-instances/${path}`, { summary, body, answer }, (call, context) =>
      start(context, (call.body as { readonly filter: Filter }).filter, planOf(call.body)),
    ),
    body: Type.Object({ ...body.properties, filter: filterSchema(processInstances) }, { additionalProperties: false }),
  };
};

const starts: readonly Route[] = [
  batchRoute('cancellation', {
    summary: 'Cancels all root process instances of a filter, one after the other.',
    fields: {},
    planOf: () => ({ type: 'CANCEL_PROCESS_INSTANCE' }),
  }),
  batchRoute('incident-resolution', {
    summary: 'Resolves the incidents of all process instances of a filter; jobs without retries get one.',
    fields: {},
    planOf: () => ({ type: 'RESOLVE_INCIDENT' }),
  }),
  batchRoute('migration', {
    summary: 'Migrates all process instances of a filter to another process definition.',
    fields: { migrationPlan: shape({ targetProcessDefinitionKey: Key, mappingInstructions: Mappings }) },
    planOf: ({ migrationPlan }) => ({
      type: 'MIGRATE_PROCESS_INSTANCE',
      targetDefinitionKey: migrationPlan.targetProcessDefinitionKey as ProcessDefinitionKey,
      mappings: migrationPlan.mappingInstructions,
    }),
  }),
  batchRoute('modification', {
    summary: 'Moves all process instances of a filter from elements to others.',
    fields: { moveInstructions: Mappings },
    planOf: ({ moveInstructions }) => ({ type: 'MODIFY_PROCESS_INSTANCE', moves: moveInstructions }),
  }),
];

/** `POST /batch-operations/:key/path`. */
const steeringRoute = (path: string, summary: string, steering: BatchSteering): Route =>
  route(
    `POST /batch-operations/:key/${path}`,
    { summary, body: Nothing, answer: givesNothing },
    async (call, { engine: { tenantIds }, database, clock, batches }) => {
      const key = keyOf<BatchOperationKey>(call);
      const batch = await find(database, batchOperations, { identity: key, tenantIds });
      if (batch === null) throw notFound(`Expected to find a batch operation with key '${key}', but there is none`);
      const obstacle = await steerBatchOperation(database, { key, steering, at: clock.now() });
      if (obstacle !== null) {
        const detail = `Expected to ${steering} the batch operation '${key}', but it is ${obstacle}`;
        throw new RestProblem(409, 'INVALID_STATE', detail);
      }
      batches.wake();
      return noContent;
    },
  );

const shown = { noun: batchOperations, adds: { errors: Type.Array(Type.Unknown()) } };

export const batchOperationRoutes: readonly Route[] = [
  ...starts,
  searchRoute('/batch-operations/search', { summary: 'Finds batch operations.', ...shown }),
  findRoute('/batch-operations', {
    summary: 'Shows how far a batch operation is.',
    called: 'batch operation',
    ...shown,
  }),
  steeringRoute('cancellation', 'Ends a batch operation; what was done stays done.', 'cancel'),
  steeringRoute('suspension', 'Lets a batch operation rest.', 'suspend'),
  steeringRoute('resumption', 'Lets a batch operation go on.', 'resume'),
  searchRoute('/batch-operation-items/search', {
    summary: 'Finds what became of the items of batch operations.',
    noun: batchOperationItems,
  }),
];
