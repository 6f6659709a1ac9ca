import { sql, type Queryable, type Selectable } from '@irisflow/database';
import { tables } from './tables.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';

export type ConnectorTokenRow = Selectable<Tables['connector_token']>;

/** Of an administration, or of the platform. */
type Owner = string | null;

export interface NewConnectorToken {
  readonly id: string;
  readonly administration: Owner;
  readonly name: string;
  readonly types: readonly string[];
  readonly hash: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string | null;
}

const lives = (at: string) =>
  sql<boolean>`revoked_at is null and (expires_at is null or expires_at > ${at}::timestamptz)`;
const belongsTo = (owner: Owner) => sql<boolean>`administration is not distinct from ${owner}::text`;

export const insertConnectorToken = async (db: Queryable, token: NewConnectorToken): Promise<void> => {
  await tables(db)
    .insertInto('connector_token')
    .values({
      id: token.id,
      administration: token.administration,
      name: token.name,
      types: [...token.types],
      created_at: token.createdAt,
      created_by: token.createdBy,
      expires_at: token.expiresAt,
    })
    .execute();
  await tables(db)
    .insertInto('connector_token_secret')
    .values({ token_hash: token.hash, token_id: token.id })
    .execute();
};

/** The token of a hash, while it counts. The hash is looked up whole: how long that takes says nothing about any token. */
export const findLivingToken = (
  db: Queryable,
  { hash, at }: { readonly hash: string; readonly at: string },
): Promise<ConnectorTokenRow | undefined> =>
  tables(db)
    .selectFrom('connector_token')
    .innerJoin('connector_token_secret', 'connector_token_secret.token_id', 'connector_token.id')
    .selectAll('connector_token')
    .where('connector_token_secret.token_hash', '=', hash)
    .where(lives(at))
    .executeTakeFirst();

/** Notes that a token was used, unless that was noted after `unless`. */
export const noteTokenUse = async (
  db: Queryable,
  { id, at, unless }: { readonly id: string; readonly at: string; readonly unless: string },
): Promise<void> => {
  await tables(db)
    .updateTable('connector_token')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where(sql<boolean>`(last_used_at is null or last_used_at <= ${unless}::timestamptz)`)
    .execute();
};

/** The newest first, with those that are over. */
export const listConnectorTokenRows = (db: Queryable, owner: Owner): Promise<ConnectorTokenRow[]> =>
  tables(db)
    .selectFrom('connector_token')
    .selectAll()
    .where(belongsTo(owner))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

/** Every token there is, for the operator. */
export const listAllConnectorTokenRows = (db: Queryable): Promise<ConnectorTokenRow[]> =>
  tables(db)
    .selectFrom('connector_token')
    .selectAll()
    .orderBy('administration')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

export const findConnectorToken = (db: Queryable, id: string): Promise<ConnectorTokenRow | undefined> =>
  tables(db).selectFrom('connector_token').selectAll().where('id', '=', id).executeTakeFirst();

/** Ends a token; answers false when it was over already. */
export const revokeConnectorTokenRow = async (
  db: Queryable,
  { id, at, by }: { readonly id: string; readonly at: string; readonly by: string },
): Promise<boolean> => {
  const rows = await tables(db)
    .updateTable('connector_token')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length > 0;
};

/** The types that tokens which count serve for an administration: its own, and those of the platform. */
export const listServedTypes = async (
  db: Queryable,
  { administration, at }: { readonly administration: string; readonly at: string },
): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('connector_token')
    .select('types')
    .where(sql<boolean>`(administration = ${administration} or administration is null)`)
    .where(lives(at))
    .execute();
  return [...new Set(rows.flatMap(({ types }) => types))].toSorted();
};
