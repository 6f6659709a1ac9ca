import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export interface InstanceCase {
  readonly id: string;
  readonly reference: string;
  readonly process_instance_key: string | null;
  readonly procedure_key: string;
  readonly procedure_version: number;
}

export const findInstanceCases = (db: Queryable, keys: readonly string[]): Promise<InstanceCase[]> =>
  tables(db)
    .selectFrom('case_file')
    .select(['id', 'reference', 'process_instance_key', 'procedure_key', 'procedure_version'])
    .where(sql<boolean>`process_instance_key = any(${keys}::text[])`)
    .execute();
