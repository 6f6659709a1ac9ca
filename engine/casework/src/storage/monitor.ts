import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';
import type { InstanceCase } from '@irisflow/procedures';

export const findInstanceCases = (db: Queryable, keys: readonly string[]): Promise<InstanceCase[]> =>
  tables(db)
    .selectFrom('case_file')
    .select(['id', 'reference', 'process_instance_key', 'procedure_key', 'procedure_version'])
    .where(sql<boolean>`process_instance_key = any(${keys}::text[])`)
    .execute();
