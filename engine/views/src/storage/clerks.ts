import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** Who handles cases in an administration, by name. */
export const listClerks = (db: Queryable, administration: string): Promise<{ id: string; name: string }[]> =>
  tables(db)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('administration', '=', administration)
    .where(sql<boolean>`roles && array['agent', 'supervisor']`)
    .orderBy('name')
    .orderBy('id')
    .execute();
