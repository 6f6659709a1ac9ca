import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

export type ConnectorRegistrationRow = Selectable<Tables['connector_registration']>;

export interface NewRegistration {
  readonly type: string;
  readonly administration: string | null;
  readonly tokenId: string;
  readonly version: number;
  readonly title: LocalizedText;
  readonly templates: Readonly<Record<keyof LocalizedText, unknown>>;
  readonly documentation: LocalizedText;
  readonly registeredAt: string;
}

export const findRegistration = (db: Queryable, type: string): Promise<ConnectorRegistrationRow | undefined> =>
  tables(db).selectFrom('connector_registration').selectAll().where('type', '=', type).executeTakeFirst();

/** Stores what a connector is; answers false when a newer version is registered. */
export const upsertRegistration = async (db: Queryable, given: NewRegistration): Promise<boolean> => {
  const written = {
    token_id: given.tokenId,
    version: given.version,
    title: jsonOf(given.title),
    templates: jsonOf(given.templates),
    documentation: jsonOf(given.documentation),
    registered_at: given.registeredAt,
  };
  const rows = await tables(db)
    .insertInto('connector_registration')
    .values({ type: given.type, administration: given.administration, ...written })
    .onConflict((conflict) =>
      conflict
        .column('type')
        .doUpdateSet(written)
        .where(sql<boolean>`connector_registration.version <= ${given.version}::integer`),
    )
    .returning('type')
    .execute();
  return rows.length > 0;
};

/** What was registered for an administration and for all of them. */
export const listUsableRegistrations = (db: Queryable, administration: string): Promise<ConnectorRegistrationRow[]> =>
  tables(db)
    .selectFrom('connector_registration')
    .selectAll()
    .where(sql<boolean>`(administration = ${administration} or administration is null)`)
    .orderBy('type')
    .execute();

/** The templates of some types; a type that nobody registered has none. */
export const listTemplates = async (
  db: Queryable,
  types: readonly string[],
): Promise<Pick<ConnectorRegistrationRow, 'type' | 'templates'>[]> =>
  types.length === 0
    ? []
    : tables(db)
        .selectFrom('connector_registration')
        .select(['type', 'templates'])
        .where('type', 'in', types)
        .execute();

export interface NamedRegistrationRow extends ConnectorRegistrationRow {
  readonly token_name: string;
}

/** What was registered in the name of an administration, and with which token last. */
export const listOwnRegistrations = (db: Queryable, administration: string): Promise<NamedRegistrationRow[]> =>
  tables(db)
    .selectFrom('connector_registration')
    .innerJoin('connector_token', 'connector_token.id', 'connector_registration.token_id')
    .selectAll('connector_registration')
    .select('connector_token.name as token_name')
    .where('connector_registration.administration', '=', administration)
    .orderBy('connector_registration.type')
    .execute();
