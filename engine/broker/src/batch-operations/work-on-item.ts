import type { CommandKind } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { JobKey } from '@irisflow/protocol';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { refusalText } from '../pipeline/refusal-text.ts';
import type { SettledCommand } from '../pipeline/work.ts';
import { SCHEMA } from '../storage/row-statement.ts';
import type { BatchItem, BatchPlan, BatchType } from '../storage/batch-operation.ts';
import { deleteDecisionHistory, deleteInstanceHistory, type Obstacle, obstacleText } from './delete-history.ts';

/** What the work on an item needs. */
export interface ItemTools {
  readonly engine: Pick<Pipeline, 'submit'>;
  readonly database: Database;
}

/** `later`: the engine could not take the command now. */
export type ItemOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later' };

type Work<Plan extends BatchPlan> = (item: BatchItem, plan: Plan, tools: ItemTools) => Promise<ItemOutcome>;

const done: ItemOutcome = { kind: 'done' };

const outcomeOf = <Kind extends CommandKind>(kind: Kind, settled: SettledCommand<Kind>): ItemOutcome => {
  switch (settled.kind) {
    case 'reply':
      return done;
    case 'rejection':
      return { kind: 'refused', reason: refusalText(kind, settled.rejection) };
    case 'failure':
      return settled.code === 'INTERNAL' ? { kind: 'refused', reason: settled.message } : { kind: 'later' };
  }
};

/** After a restart an item may have been worked on already: what is as it should be counts as done. */
const unless = async (database: Database, text: string, key: string): Promise<boolean> => {
  const [row] = await database.query(text, [key]);
  return row !== undefined;
};

const cancel: Work<BatchPlan & { type: 'CANCEL_PROCESS_INSTANCE' }> = async (item, _plan, { engine, database }) => {
  const command = { kind: 'cancelInstance', processInstanceKey: item.processInstanceKey } as const;
  const outcome = outcomeOf('cancelInstance', await engine.submit<'cancelInstance'>(command));
  const canceled = `select from ${SCHEMA}.process_instance where key = $1 and state = 'TERMINATED'`;
  return outcome.kind === 'refused' && (await unless(database, canceled, item.key)) ? done : outcome;
};

interface StuckJob extends Record<string, unknown> {
  readonly key: JobKey;
}

/** A job without retries would only fail the resolution: it gets one. */
const refill = async ({ key }: BatchItem, { engine, database }: ItemTools): Promise<void> => {
  const [job] = await database.query<StuckJob>(
    `select j.key from ${SCHEMA}.incident i join ${SCHEMA}.job j on j.key = i.job_key
      where i.key = $1 and i.state = 'ACTIVE' and j.retries < 1`,
    [key],
  );
  if (job === undefined) return;
  await engine.submit<'updateJobRetries'>({ kind: 'updateJobRetries', jobKey: job.key, retries: 1 });
};

const resolve: Work<BatchPlan & { type: 'RESOLVE_INCIDENT' }> = async (item, _plan, tools) => {
  await refill(item, tools);
  const command = { kind: 'resolveIncident', incidentKey: item.key } as const;
  const outcome = outcomeOf('resolveIncident', await tools.engine.submit<'resolveIncident'>(command));
  const resolved = `select from ${SCHEMA}.incident where key = $1 and state = 'RESOLVED'`;
  return outcome.kind === 'refused' && (await unless(tools.database, resolved, item.key)) ? done : outcome;
};

const migrate: Work<BatchPlan & { type: 'MIGRATE_PROCESS_INSTANCE' }> = async (item, plan, { engine, database }) => {
  const settled = await engine.submit<'migrateInstance'>({
    kind: 'migrateInstance',
    processInstanceKey: item.processInstanceKey,
    targetDefinitionKey: plan.targetDefinitionKey,
    mappings: plan.mappings,
  });
  const outcome = outcomeOf('migrateInstance', settled);
  if (outcome.kind !== 'refused') return outcome;
  const [row] = await database.query<{ readonly definition_key: string }>(
    `select definition_key from ${SCHEMA}.process_instance where key = $1 and ended_at is null`,
    [item.key],
  );
  return row?.definition_key === plan.targetDefinitionKey ? done : outcome;
};

/** An instance in which no source element is active has nothing to move. */
const modify: Work<BatchPlan & { type: 'MODIFY_PROCESS_INSTANCE' }> = async (item, plan, { engine }) => {
  const settled = await engine.submit<'modifyInstance'>({
    kind: 'modifyInstance',
    processInstanceKey: item.processInstanceKey,
    activate: [],
    move: plan.moves.map(({ sourceElementId, targetElementId }) => ({
      source: { by: 'element', elementId: sourceElementId },
      targetElementId,
      scope: { kind: 'inferred' },
      variables: [],
    })),
    terminate: [],
  });
  return outcomeOf('modifyInstance', settled);
};

/** What is gone already counts as done. */
const outcomeOfDeletion = (called: string, key: string, obstacle: Obstacle): ItemOutcome =>
  obstacle === 'none' || obstacle === 'absent'
    ? done
    : { kind: 'refused', reason: obstacleText(called, key, obstacle) };

const deleteInstance: Work<BatchPlan & { type: 'DELETE_PROCESS_INSTANCE' }> = async ({ key }, _plan, { database }) =>
  outcomeOfDeletion('process instance', key, await deleteInstanceHistory(database, key));

const deleteDecision: Work<BatchPlan & { type: 'DELETE_DECISION_INSTANCE' }> = async ({ key }, _plan, { database }) =>
  outcomeOfDeletion('decision instance', key, await deleteDecisionHistory(database, key));

const works: { readonly [Type in BatchType]: Work<BatchPlan & { readonly type: Type }> } = {
  CANCEL_PROCESS_INSTANCE: cancel,
  RESOLVE_INCIDENT: resolve,
  MIGRATE_PROCESS_INSTANCE: migrate,
  MODIFY_PROCESS_INSTANCE: modify,
  DELETE_PROCESS_INSTANCE: deleteInstance,
  DELETE_DECISION_INSTANCE: deleteDecision,
};

/** Does to one item what the plan says; twice is the same as once. */
export const workOnItem = (item: BatchItem, plan: BatchPlan, tools: ItemTools): Promise<ItemOutcome> =>
  (works[plan.type] as Work<BatchPlan>)(item, plan, tools);
