import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export interface ProcessOwner {
  readonly procedure_key: string;
  readonly administration: string;
  readonly version: number;
}

/** Which procedure a deployed process belongs to; undefined for processes that casework did not publish. */
export const findProcessOwner = (db: Queryable, processDefinitionKey: string): Promise<ProcessOwner | undefined> =>
  tables(db)
    .selectFrom('procedure_version as v')
    .innerJoin('procedure as p', 'p.key', 'v.procedure_key')
    .select(['v.procedure_key', 'p.administration', 'v.version'])
    .where('v.process_definition_key', '=', processDefinitionKey)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst();

export interface InstanceCase {
  readonly id: string;
  readonly reference: string;
  readonly process_instance_key: string | null;
}

export const findInstanceCases = (db: Queryable, keys: readonly string[]): Promise<InstanceCase[]> =>
  tables(db)
    .selectFrom('case_file')
    .select(['id', 'reference', 'process_instance_key'])
    .where(sql<boolean>`process_instance_key = any(${keys}::text[])`)
    .execute();
