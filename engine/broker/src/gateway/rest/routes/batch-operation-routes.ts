import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { type Static, type TProperties, Type } from 'typebox';
import type { BatchOperationKey, BatchPlan } from '../../../storage/batch-operation.ts';
import type { BatchTask } from '../../../batch-operations/begin-batch.ts';
import { type BatchSteering, steerBatchOperation } from '../../../batch-operations/steer-batch-operation.ts';
import { batchOperationItems } from '../../../storage/search/nouns/batch-operation-item.ts';
import { batchOperations } from '../../../storage/search/nouns/batch-operation.ts';
import { decisionInstances } from '../../../storage/search/nouns/decision-instance.ts';
import { processInstances } from '../../../storage/search/nouns/process-instance.ts';
import { find } from '../../../storage/search/search.ts';
import { givesNothing } from '../answer.ts';
import { type AnyNoun, filterSchema } from '../noun-schemas.ts';
import { keyOf } from '../parts.ts';
import { notFound, RestProblem } from '../problem.ts';
import { noContent, type Route, route } from '../route.ts';
import { JsonObject, Key, KeyOrNone, maybe, Nothing, OperationReference, shape, Text } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { givesStartedBatch, startBatch } from '../start-batch.ts';

const Mapping = shape({ sourceElementId: Text, targetElementId: Text });
const Mappings = Type.Array(Mapping, { minItems: 1, maxItems: 1_000 });

interface BatchTraits<Fields extends TProperties> {
  readonly summary: string;
  readonly fields: Fields;
  readonly planOf: (body: Static<ReturnType<typeof bodyOf<Fields>>>) => BatchPlan;
}

const bodyOf = <Fields extends TProperties>(fields: Fields) =>
  shape({ filter: JsonObject, operationReference: maybe(OperationReference), ...fields });

/** `POST path`: one more thing that is done to everything of a filter. */
const batchRoute = <Fields extends TProperties>(
  path: `process-instances/${string}` | `decision-instances/${string}`,
  { summary, fields, planOf }: BatchTraits<Fields>,
): Route => {
  const body = bodyOf(fields);
  const noun: AnyNoun = path.startsWith('process') ? processInstances : decisionInstances;
  return {
    ...route(`POST /${path}`, { summary, body, answer: givesStartedBatch }, (call, context) =>
      startBatch(context, { plan: planOf(call.body), filter: (call.body as Pick<BatchTask, 'filter'>).filter }),
    ),
    body: Type.Object({ ...body.properties, filter: filterSchema(noun) }, { additionalProperties: false }),
  };
};

const ofInstance = route(
  'POST /process-instances/:key/incident-resolution',
  {
    summary: 'Resolves the incidents of one process instance by a batch operation; jobs without retries get one.',
    body: Nothing,
    answer: givesStartedBatch,
  },
  async (call, context) => {
    const { database, engine } = context;
    const processInstanceKey = keyOf<ProcessInstanceKey>(call);
    const found = await find(database, processInstances, { identity: processInstanceKey, tenantIds: engine.tenantIds });
    if (found === null) {
      throw notFound(`Expected to find a process instance with key '${processInstanceKey}', but there is none`);
    }
    return startBatch(context, { plan: { type: 'RESOLVE_INCIDENT' }, filter: { processInstanceKey } });
  },
);

const starts: readonly Route[] = [
  ofInstance,
  batchRoute('process-instances/cancellation', {
    summary: 'Cancels all root process instances of a filter, one after the other.',
    fields: {},
    planOf: () => ({ type: 'CANCEL_PROCESS_INSTANCE' }),
  }),
  batchRoute('process-instances/incident-resolution', {
    summary: 'Resolves the incidents of all process instances of a filter; jobs without retries get one.',
    fields: {},
    planOf: () => ({ type: 'RESOLVE_INCIDENT' }),
  }),
  batchRoute('process-instances/migration', {
    summary: 'Migrates all process instances of a filter to another process definition.',
    fields: { migrationPlan: shape({ targetProcessDefinitionKey: Key, mappingInstructions: Mappings }) },
    planOf: ({ migrationPlan }) => ({
      type: 'MIGRATE_PROCESS_INSTANCE',
      targetDefinitionKey: migrationPlan.targetProcessDefinitionKey as ProcessDefinitionKey,
      mappings: migrationPlan.mappingInstructions,
    }),
  }),
  batchRoute('process-instances/modification', {
    summary: 'Moves all process instances of a filter from elements to others.',
    fields: { moveInstructions: Mappings },
    planOf: ({ moveInstructions }) => ({ type: 'MODIFY_PROCESS_INSTANCE', moves: moveInstructions }),
  }),
  batchRoute('process-instances/deletion', {
    summary: 'Deletes what is kept of all ended root process instances of a filter.',
    fields: {},
    planOf: () => ({ type: 'DELETE_PROCESS_INSTANCE' }),
  }),
  batchRoute('decision-instances/deletion', {
    summary: 'Deletes what is kept of all evaluations of decisions of a filter.',
    fields: {},
    planOf: () => ({ type: 'DELETE_DECISION_INSTANCE' }),
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
    adds: { processInstanceKey: KeyOrNone },
  }),
];
