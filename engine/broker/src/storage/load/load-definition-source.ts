import type { Database } from '@irisflow/database';
import { SCHEMA } from '../row-statement.ts';

/** The file from which a definition was compiled. */
export interface DefinitionSource extends Record<string, unknown> {
  /** Id of the process or of the decision requirements inside the file. */
  readonly id: string;
  readonly tenant_id: string;
  readonly resource_name: string;
  readonly checksum: string;
  readonly content: Uint8Array;
}

/** The file of a definition, deleted ones included: their running instances still need it. */
export const loadDefinitionSource = async (database: Database, key: string): Promise<DefinitionSource | null> => {
  const [row] = await database.query<DefinitionSource>(
    `select d.id, d.tenant_id, d.resource_name, d.checksum, c.content
       from ${SCHEMA}.definition d join ${SCHEMA}.resource_content c using (checksum) where d.key = $1`,
    [key],
  );
  return row ?? null;
};

/** What kind of definition it is, deleted ones included. */
export const loadDefinitionNoun = async (database: Database, key: string): Promise<string | null> => {
  const [row] = await database.query<{ noun: string }>(`select noun from ${SCHEMA}.definition where key = $1`, [key]);
  return row?.noun ?? null;
};
