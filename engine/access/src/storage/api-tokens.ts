import { sql, type Queryable, type Selectable } from '@irisflow/database';
import type { AccessTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ApiTokenRow = Selectable<Tables['api_token']>;

export interface NewApiToken {
  readonly id: string;
  readonly administration: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly procedures: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
}

export interface NewSecret {
  readonly tokenId: string;
  readonly hash: string;
  readonly expiresAt: string;
}

const copied = (list: readonly string[] | null): string[] | null => (list === null ? null : [...list]);

export const insertApiToken = (db: Queryable, token: NewApiToken) =>
  tables(db)
    .insertInto('api_token')
    .values({
      id: token.id,
      administration: token.administration,
      name: token.name,
      scopes: [...token.scopes],
      procedures: copied(token.procedures),
      addresses: copied(token.addresses),
      created_at: token.createdAt,
      created_by: token.createdBy,
      expires_at: token.expiresAt,
    })
    .execute();

export const insertApiSecret = (db: Queryable, { tokenId, hash, expiresAt }: NewSecret) =>
  tables(db)
    .insertInto('api_token_secret')
    .values({ token_id: tokenId, token_hash: hash, expires_at: expiresAt })
    .execute();

/** What counted until now counts until then at the latest. */
export const shortenApiSecrets = (db: Queryable, { tokenId, until }: { tokenId: string; until: string }) =>
  tables(db)
    .updateTable('api_token_secret')
    .set({ expires_at: sql`least(expires_at, ${until}::timestamptz)` })
    .where('token_id', '=', tokenId)
    .execute();

/** The token of a hash, while it counts. The hash is looked up whole: how long that takes says nothing about any token. */
export const findLivingApiToken = (
  db: Queryable,
  { hash, at }: { readonly hash: string; readonly at: string },
): Promise<ApiTokenRow | undefined> =>
  tables(db)
    .selectFrom('api_token')
    .innerJoin('api_token_secret', 'api_token_secret.token_id', 'api_token.id')
    .selectAll('api_token')
    .where('api_token_secret.token_hash', '=', hash)
    .where('api_token.revoked_at', 'is', null)
    .where(sql<boolean>`api_token.expires_at > ${at}::timestamptz and api_token_secret.expires_at > ${at}::timestamptz`)
    .executeTakeFirst();

/** Notes that a token was used, unless that was noted after `unless` from the same address. */
export const noteApiTokenUse = (
  db: Queryable,
  {
    id,
    at,
    from,
    unless,
  }: { readonly id: string; readonly at: string; readonly from: string; readonly unless: string },
) =>
  tables(db)
    .updateTable('api_token')
    .set({ last_used_at: at, last_used_from: from })
    .where('id', '=', id)
    .where(
      sql<boolean>`(last_used_at is null or last_used_at <= ${unless}::timestamptz or last_used_from is distinct from ${from}::text)`,
    )
    .execute();

/** The newest first, with those that are over. */
export const listApiTokenRows = (db: Queryable, administration: string): Promise<ApiTokenRow[]> =>
  tables(db)
    .selectFrom('api_token')
    .selectAll()
    .where('administration', '=', administration)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

/** Locked until the transaction ends: a renewal and a revocation come one after the other. */
export const lockApiToken = (db: Queryable, id: string): Promise<ApiTokenRow | undefined> =>
  tables(db).selectFrom('api_token').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findApiToken = (db: Queryable, id: string): Promise<ApiTokenRow | undefined> =>
  tables(db).selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirst();

export const renewApiTokenRow = (db: Queryable, { id, at, until }: { id: string; at: string; until: string }) =>
  tables(db).updateTable('api_token').set({ expires_at: until, renewed_at: at }).where('id', '=', id).execute();

export const revokeApiTokenRow = (db: Queryable, { id, at, by }: { id: string; at: string; by: string }) =>
  tables(db).updateTable('api_token').set({ revoked_at: at, revoked_by: by }).where('id', '=', id).execute();

/** By id, for whoever reads what they did. */
export const apiTokenNames = async (db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('api_token')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};
