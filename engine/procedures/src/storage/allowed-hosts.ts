import type { Queryable, Selectable } from '@irisflow/database';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

export type AllowedHostRow = Selectable<Tables['allowed_host']>;

export interface NewAllowedHost {
  readonly id: string;
  readonly administration: string;
  readonly connectorType: string;
  readonly host: string;
  readonly purpose: string;
  readonly addedAt: string;
  readonly addedBy: string;
}

/** Adds a host to a list; answers false when it stands there already. */
export const insertAllowedHost = async (db: Queryable, given: NewAllowedHost): Promise<boolean> => {
  const rows = await tables(db)
    .insertInto('allowed_host')
    .values({
      id: given.id,
      administration: given.administration,
      connector_type: given.connectorType,
      host: given.host,
      purpose: given.purpose,
      added_at: given.addedAt,
      added_by: given.addedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

/** What stands on the lists of an administration. */
export const listAllowedHostRows = (db: Queryable, administration: string): Promise<AllowedHostRow[]> =>
  tables(db)
    .selectFrom('allowed_host')
    .selectAll()
    .where('administration', '=', administration)
    .where('removed_at', 'is', null)
    .orderBy('connector_type')
    .orderBy('host')
    .execute();

export const listHostsOfConnector = async (
  db: Queryable,
  { administration, connectorType }: { administration: string; connectorType: string },
): Promise<string[]> => {
  const rows = await listAllowedHostRows(db, administration);
  return rows.filter((row) => row.connector_type === connectorType).map(({ host }) => host);
};

/** Takes a host off its list; answers which, or undefined when it stands on none of this administration. */
export const removeAllowedHostRow = (
  db: Queryable,
  { id, administration, at, by }: { id: string; administration: string; at: string; by: string },
): Promise<AllowedHostRow | undefined> =>
  tables(db)
    .updateTable('allowed_host')
    .set({ removed_at: at, removed_by: by })
    .where('id', '=', id)
    .where('administration', '=', administration)
    .where('removed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
