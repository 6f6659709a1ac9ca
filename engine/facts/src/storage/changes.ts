import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { ChangeOutcome } from '../views/change.ts';
import { tables } from './tables.ts';

export interface NewChange {
  readonly id: string;
  readonly caseId: string;
  readonly administration: string;
  readonly sourceKey: string;
  readonly upTo: string;
  readonly outcome: ChangeOutcome;
  readonly effectiveMonth: string | null;
  readonly settledBy: string;
  readonly at: number;
  readonly sealed: string;
}

export const insertChange = async (db: Queryable, change: NewChange): Promise<void> => {
  await tables(db)
    .insertInto('source_change')
    .values({
      id: change.id,
      case_id: change.caseId,
      administration: change.administration,
      source_key: change.sourceKey,
      up_to: change.upTo,
      outcome: change.outcome,
      effective_month: change.effectiveMonth,
      settled_by: change.settledBy,
      at: isoOf(change.at),
      sealed: change.sealed,
    })
    .execute();
};

/** The newest first. */
export const listChanges = (db: Queryable, caseId: string) =>
  tables(db)
    .selectFrom('source_change')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();

export type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number];
