import { DatabaseFault, type Queryable, type Selectable } from '@irisflow/database';
import { CaseworkError, isoOf, jsonOf } from '@irisflow/foundation';
import type { BulkDecisionTable } from './tables.gen.ts';
import { tables } from './tables.ts';

export type BulkDecisionRow = Selectable<BulkDecisionTable>;

export interface NewBulkDecision {
  readonly id: string;
  readonly administration: string;
  readonly personId: string;
  readonly at: number;
  readonly procedureKey: string;
  readonly procedureVersion: number;
  readonly elementId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly tasks: readonly { readonly id: string; readonly caseId: string }[];
}

/** The store itself keeps a task out of two of them: whoever comes second is told. */
export const refuseShared = (thrown: unknown): never => {
  if (thrown instanceof DatabaseFault && thrown.code === 'CONFLICT')
    throw new CaseworkError('TASK_IN_BULK', 'Expected tasks of no other bulk decision, but one of them is in one', {
      cause: thrown,
    });
  throw thrown;
};

export const insertBulkDecision = async (tx: Queryable, bulk: NewBulkDecision): Promise<void> => {
  const at = isoOf(bulk.at);
  await tables(tx)
    .insertInto('bulk_decision')
    .values({
      id: bulk.id,
      administration: bulk.administration,
      started_by: bulk.personId,
      started_at: at,
      procedure_key: bulk.procedureKey,
      procedure_version: bulk.procedureVersion,
      element_id: bulk.elementId,
      answers: jsonOf(bulk.answers),
    })
    .execute();
  await tx
    .query(
      `insert into casework.bulk_item
         (bulk_id, position, administration, task_id, case_id, state, fields, attempts, next_at)
       select $1, ordinality, $2, task ->> 'id', task ->> 'caseId', 'waiting', '{}', 0, $3
         from jsonb_array_elements($4::jsonb) with ordinality as given (task, ordinality)`,
      [bulk.id, bulk.administration, at, jsonOf(bulk.tasks)],
    )
    .catch(refuseShared);
};

export const findBulkDecision = (db: Queryable, id: string): Promise<BulkDecisionRow | undefined> =>
  tables(db).selectFrom('bulk_decision').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, locked until the transaction ends. */
export const lockBulkDecision = (tx: Queryable, id: string): Promise<BulkDecisionRow | undefined> =>
  tables(tx).selectFrom('bulk_decision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export interface WhoseBulk {
  readonly administration: string;
  /** Null for those of everybody. */
  readonly personId: string | null;
  readonly limit: number;
}

/** The newest first. */
export const listBulkDecisions = (db: Queryable, { administration, personId, limit }: WhoseBulk) => {
  const all = tables(db).selectFrom('bulk_decision').selectAll().where('administration', '=', administration);
  return (personId === null ? all : all.where('started_by', '=', personId))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
};

export const setCanceledAt = (tx: Queryable, { id, at }: { id: string; at: number | null }) =>
  tables(tx)
    .updateTable('bulk_decision')
    .set({ canceled_at: at === null ? null : isoOf(at) })
    .where('id', '=', id)
    .execute();
