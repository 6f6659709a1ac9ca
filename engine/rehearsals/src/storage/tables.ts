import { kyselyOf, type Queryable } from '@irisflow/database';
import { schema } from '@irisflow/foundation';
import type { RehearsalsTables } from './tables.gen.ts';

/** Typed statements over the tables of this room and of those below it, on a database or within a transaction. */
export const tables = (db: Queryable) => kyselyOf<RehearsalsTables>(db, schema);
