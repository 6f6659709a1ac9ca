import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

/** What the engine knows of a published version, and as what its author knows it. */
export interface DefinitionRow {
  readonly procedure_key: string;
  readonly version: number;
  readonly administration: string;
  readonly kind: string;
  readonly definition_key: string;
  readonly definition_id: string;
  readonly engine_version: number;
  readonly path: string;
  readonly original_id: string;
}

export const insertDefinitions = async (db: Queryable, definitions: readonly DefinitionRow[]): Promise<void> => {
  await tables(db).insertInto('procedure_definition').values(definitions).execute();
};

const processes = (db: Queryable) =>
  tables(db)
    .selectFrom('procedure_definition')
    .selectAll()
    .where('kind', '=', 'process')
    .orderBy('version', 'desc')
    .orderBy('definition_key');

/** The processes of a procedure, those of the newest version first. */
export const listProcessDefinitions = (db: Queryable, key: string): Promise<DefinitionRow[]> =>
  processes(db).where('procedure_key', '=', key).execute();

/**
 * The versions that an engine's definition belongs to, the newest first. There are several only where identical contents
 * were published before ids were qualified; they may then be of different administrations.
 */
export const findDefinitionOwners = (db: Queryable, definitionKeys: readonly string[]): Promise<DefinitionRow[]> =>
  processes(db)
    .where(sql<boolean>`definition_key = any(${definitionKeys}::text[])`)
    .execute();

/** A process of a published version, as its folder calls it. */
export const findVersionProcess = (
  db: Queryable,
  { key, version, id }: { readonly key: string; readonly version: number; readonly id: string },
): Promise<DefinitionRow | undefined> =>
  processes(db)
    .where('procedure_key', '=', key)
    .where('version', '=', version)
    .where('original_id', '=', id)
    .executeTakeFirst();
