import { sql, type Queryable, type Row } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { AssuranceLevel } from '../views/assurance.ts';
import { boundedColumns, type PersonRow } from './people.ts';
import { tables } from './tables.ts';

export interface SessionRow extends Row {
  person_id: string;
  mandate_id: string | null;
  assurance: AssuranceLevel;
  csrf_token: string;
  last_seen_at: Date | string;
  expires_at: Date | string;
  idle_seconds: number;
}

export interface SessionValues {
  readonly tokenHash: string;
  readonly personId: string;
  readonly csrfToken: string;
  readonly at: number;
  readonly expiresAt: number;
  readonly idleSeconds: number;
  readonly id: string;
  readonly userAgent: string;
  readonly idTokenSealed: string | null;
  readonly assurance: AssuranceLevel;
  readonly mandateId: string | null;
}

export const insertSession = (db: Queryable, session: SessionValues) =>
  db.query(
    `insert into casework.session (token_hash, person_id, csrf_token, created_at, last_seen_at, expires_at, idle_seconds, id,
       user_agent, id_token_sealed, assurance, mandate_id)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      session.tokenHash,
      session.personId,
      session.csrfToken,
      isoOf(session.at),
      isoOf(session.expiresAt),
      session.idleSeconds,
      session.id,
      session.userAgent,
      session.idTokenSealed,
      session.assurance,
      session.mandateId,
    ],
  );

const liveSession = `
  select person_id, mandate_id, assurance, csrf_token, last_seen_at, expires_at, idle_seconds from casework.session
   where token_hash = $1 and expires_at > $2::timestamptz
     and last_seen_at + idle_seconds * interval '1 second' > $2::timestamptz`;

interface SessionWanted {
  readonly tokenHash: string;
  readonly at: number;
}

/** The session when it is neither too old nor idle for too long at `at`. */
export const findLiveSession = async (
  db: Queryable,
  { tokenHash, at }: SessionWanted,
): Promise<SessionRow | undefined> => (await db.query<SessionRow>(liveSession, [tokenHash, isoOf(at)]))[0];

/** The same with whose it is, in one statement: every request asks. */
export const findPersonOfSession = async (
  db: Queryable,
  { tokenHash, at }: SessionWanted,
): Promise<(SessionRow & PersonRow) | undefined> =>
  (
    await db.query<SessionRow & PersonRow>(
      `select s.*, ${boundedColumns} from (${liveSession}) s join casework.person on id = s.person_id`,
      [tokenHash, isoOf(at)],
    )
  )[0];

export const touchSession = (db: Queryable, { tokenHash, at }: { tokenHash: string; at: number }) =>
  db.query('update casework.session set last_seen_at = $2 where token_hash = $1', [tokenHash, isoOf(at)]);

/** Says for whom a session acts from now on: under a mandate, or null for its own person. */
export const setSessionMandate = (
  db: Queryable,
  { tokenHash, mandateId }: { tokenHash: string; mandateId: string | null },
) => db.query('update casework.session set mandate_id = $2 where token_hash = $1', [tokenHash, mandateId]);

export const deleteSession = (db: Queryable, tokenHash: string) =>
  db.query('delete from casework.session where token_hash = $1', [tokenHash]);

export const deleteDeadSessions = (db: Queryable, at: number) =>
  db.query(
    `delete from casework.session
      where expires_at <= $1::timestamptz or last_seen_at + idle_seconds * interval '1 second' <= $1::timestamptz`,
    [isoOf(at)],
  );

const isLive = (at: number) =>
  sql<boolean>`expires_at > ${isoOf(at)}::timestamptz
    and last_seen_at + idle_seconds * interval '1 second' > ${isoOf(at)}::timestamptz`;

/** The sessions of a person that still answer to their token, the last used first. */
export const listLiveSessions = (db: Queryable, { personId, at }: { personId: string; at: number }) =>
  tables(db)
    .selectFrom('session')
    .select(['id', 'token_hash', 'user_agent', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where(isLive(at))
    .orderBy('last_seen_at', 'desc')
    .execute();

/** Ends one session of a person by its id; answers whether there was one. */
export const deleteSessionOf = async (
  db: Queryable,
  { personId, id }: { personId: string; id: string },
): Promise<boolean> => {
  const gone = await tables(db)
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return gone.length > 0;
};

/** Ends every session of a person, but the one with this token; answers how many. */
export const deleteSessionsOf = async (
  db: Queryable,
  { personId, exceptHash }: { personId: string; exceptHash: string | null },
): Promise<number> => {
  const gone = await tables(db)
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('token_hash', '!=', exceptHash ?? '')
    .returning('id')
    .execute();
  return gone.length;
};

/** Ends every session there is; answers how many. */
export const deleteAllSessions = async (db: Queryable): Promise<number> =>
  (await tables(db).deleteFrom('session').returning('id').execute()).length;

/** The sealed identity token of a session, for the sign-out at its provider. */
export const findSealedIdToken = async (db: Queryable, tokenHash: string): Promise<string | null> => {
  const row = await tables(db)
    .selectFrom('session')
    .select('id_token_sealed')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row?.id_token_sealed ?? null;
};
