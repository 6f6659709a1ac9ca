import type { Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** The stored bytes of a letter, by its document. */
export const findPdf = (
  db: Queryable,
  documentId: string,
): Promise<{ readonly name: string; readonly sha256: string } | undefined> =>
  tables(db).selectFrom('document').select(['name', 'sha256']).where('id', '=', documentId).executeTakeFirst();
