import type { Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** Beyond so many versions the oldest are not read: their cases ended long ago. */
const MAX_VERSIONS = 50;

/** The published versions of a procedure of an administration, the newest first. */
export const listVersionNumbers = async (
  db: Queryable,
  { administration, procedureKey }: { administration: string; procedureKey: string },
): Promise<number[]> =>
  (
    await tables(db)
      .selectFrom('procedure_version as v')
      .innerJoin('procedure as p', 'p.key', 'v.procedure_key')
      .select('v.version')
      .where('v.procedure_key', '=', procedureKey)
      .where('p.administration', '=', administration)
      .orderBy('v.version', 'desc')
      .limit(MAX_VERSIONS)
      .execute()
  ).map(({ version }) => version);
