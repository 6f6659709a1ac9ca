import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

/** `valid_on` is the last day as text: a driver would make an instant of it. */
export type AuthorizationRow = Selectable<Tables['source_authorization']> & { readonly valid_on: string | null };

const lastDay = sql<string | null>`valid_until::text`.as('valid_on');

export interface NewAuthorization {
  readonly id: string;
  readonly administration: string;
  readonly procedureKey: string;
  readonly sourceKey: string;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
  readonly fields: readonly string[];
  readonly grantedAt: string;
  readonly grantedBy: string;
  readonly validUntil: string | null;
}

export const insertAuthorization = (db: Queryable, given: NewAuthorization) =>
  tables(db)
    .insertInto('source_authorization')
    .values({
      id: given.id,
      administration: given.administration,
      procedure_key: given.procedureKey,
      source_key: given.sourceKey,
      purpose: jsonOf(given.purpose),
      legal_basis: jsonOf(given.legalBasis),
      fields: [...given.fields],
      granted_at: given.grantedAt,
      granted_by: given.grantedBy,
      valid_until: given.validUntil,
    })
    .execute();

export interface SourceOfProcedure {
  readonly administration: string;
  readonly procedureKey: string;
  readonly sourceKey: string;
}

/** The authorization that was not revoked, whether or not its last day is over. */
export const findStandingAuthorization = (
  db: Queryable,
  { administration, procedureKey, sourceKey }: SourceOfProcedure,
): Promise<AuthorizationRow | undefined> =>
  tables(db)
    .selectFrom('source_authorization')
    .selectAll()
    .select(lastDay)
    .where('administration', '=', administration)
    .where('procedure_key', '=', procedureKey)
    .where('source_key', '=', sourceKey)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

export const findAuthorization = (
  db: Queryable,
  { id, administration }: { id: string; administration: string },
): Promise<AuthorizationRow | undefined> =>
  tables(db)
    .selectFrom('source_authorization')
    .selectAll()
    .select(lastDay)
    .where('id', '=', id)
    .where('administration', '=', administration)
    .executeTakeFirst();

/** Keys of the sources for which a procedure ever had an authorization. */
export const listAuthorizedSources = async (db: Queryable, procedureKey: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('source_authorization')
    .select('source_key')
    .distinct()
    .where('procedure_key', '=', procedureKey)
    .execute();
  return rows.map((row) => row.source_key);
};

/** All of an administration, also those that ended, the newest first. */
export const listAuthorizationRows = (db: Queryable, administration: string): Promise<AuthorizationRow[]> =>
  tables(db)
    .selectFrom('source_authorization')
    .selectAll()
    .select(lastDay)
    .where('administration', '=', administration)
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();

export const revokeAuthorizationRow = (db: Queryable, { id, at, by }: { id: string; at: string; by: string }) =>
  tables(db)
    .updateTable('source_authorization')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
