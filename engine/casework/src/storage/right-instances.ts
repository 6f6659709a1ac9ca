import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewRightInstance {
  readonly processInstanceKey: string;
  readonly caseId: string;
  readonly administration: string;
  readonly procedureVersion: number;
  readonly at: number;
}

/** Notes for which case an instance works that began with a right, once. */
export const insertRightInstance = (db: Queryable, found: NewRightInstance) =>
  tables(db)
    .insertInto('right_instance')
    .values({
      process_instance_key: found.processInstanceKey,
      case_id: found.caseId,
      administration: found.administration,
      procedure_version: found.procedureVersion,
      found_at: isoOf(found.at),
    })
    .onConflict((conflict) => conflict.column('process_instance_key').doNothing())
    .execute();
