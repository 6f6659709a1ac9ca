import { kyselyOf, type Queryable } from '@irisflow/database';
import { schema } from './migrate-casework.ts';
import type { Tables } from './tables.gen.ts';

/** Typed statements over the tables of casework, on a database or within a transaction. */
export const tables = (db: Queryable) => kyselyOf<Tables>(db, schema);
