import type { Database, Queryable } from '@irisflow/database';
import { SCHEMA } from '../storage/row-statement.ts';

/** What keeps something from being deleted; `none`: it is gone now. */
export type Obstacle = 'none' | 'absent' | 'active' | 'called';

interface Ended extends Record<string, unknown> {
  readonly ended_at: string | null;
  readonly parent_key: string | null;
}

const statements = [
  `delete from ${SCHEMA}.correlated_message where subscription_key in
     (select key from ${SCHEMA}.message_subscription where process_instance_key in (select key from tree))`,
  `delete from ${SCHEMA}.message_start where process_instance_key in (select key from tree)`,
  ...['message_subscription', 'element_instance', 'variable', 'job', 'user_task', 'incident', 'decision_instance'].map(
    (table) => `delete from ${SCHEMA}.${table} where process_instance_key in (select key from tree)`,
  ),
  // The diary keeps that something happened, and at which positions; what it was is gone.
  `update ${SCHEMA}.engine_record set change = '' where root_key = $1`,
  `delete from ${SCHEMA}.process_instance where key in (select key from tree)`,
];

const deleteTree = async (transaction: Queryable, rootKey: string): Promise<void> => {
  for (const statement of statements) {
    await transaction.query(
      `with tree as (select key from ${SCHEMA}.process_instance where root_key = $1) ${statement}`,
      [rootKey],
    );
  }
};

/** Deletes an ended process instance with all that it called: what searches show of it, and what its diary says. */
export const deleteInstanceHistory = (database: Database, key: string): Promise<Obstacle> =>
  database.transaction(async (transaction) => {
    const [row] = await transaction.query<Ended>(
      `select ended_at, parent_key from ${SCHEMA}.process_instance where key = $1 for update`,
      [key],
    );
    if (row === undefined) return 'absent';
    if (row.ended_at === null) return 'active';
    if (row.parent_key !== null) return 'called';
    await deleteTree(transaction, key);
    return 'none';
  });

/** Deletes what searches show of one evaluation of decisions. */
export const deleteDecisionHistory = async (database: Database, key: string): Promise<Obstacle> => {
  const [row] = await database.query(`delete from ${SCHEMA}.decision_instance where key = $1 returning key`, [key]);
  return row === undefined ? 'absent' : 'none';
};

const reasons: { readonly [Why in Exclude<Obstacle, 'none' | 'absent'>]: string } = {
  active: 'it has not ended; cancel it first',
  called: 'another process instance called it, with which it goes',
};

/** The sentence for whoever asked to delete what cannot be deleted. */
export const obstacleText = (called: string, key: string, obstacle: Exclude<Obstacle, 'none'>): string =>
  `Expected to delete ${called} with key '${key}', but ${obstacle === 'absent' ? 'there is none' : reasons[obstacle]}`;
