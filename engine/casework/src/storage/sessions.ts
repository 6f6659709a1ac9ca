import type { Queryable, Row } from '@irisflow/database';
import { isoOf } from './columns.ts';

export interface SessionRow extends Row {
  person_id: string;
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
}

export const insertSession = (db: Queryable, session: SessionValues) =>
  db.query(
    `insert into casework.session (token_hash, person_id, csrf_token, created_at, last_seen_at, expires_at, idle_seconds)
     values ($1, $2, $3, $4, $4, $5, $6)`,
    [
      session.tokenHash,
      session.personId,
      session.csrfToken,
      isoOf(session.at),
      isoOf(session.expiresAt),
      session.idleSeconds,
    ],
  );

/** The session when it is neither too old nor idle for too long at `at`. */
export const findLiveSession = async (
  db: Queryable,
  { tokenHash, at }: { tokenHash: string; at: number },
): Promise<SessionRow | undefined> => {
  const rows = await db.query<SessionRow>(
    `select person_id, csrf_token, last_seen_at, expires_at, idle_seconds from casework.session
      where token_hash = $1 and expires_at > $2::timestamptz
        and last_seen_at + idle_seconds * interval '1 second' > $2::timestamptz`,
    [tokenHash, isoOf(at)],
  );
  return rows[0];
};

export const touchSession = (db: Queryable, { tokenHash, at }: { tokenHash: string; at: number }) =>
  db.query('update casework.session set last_seen_at = $2 where token_hash = $1', [tokenHash, isoOf(at)]);

export const deleteSession = (db: Queryable, tokenHash: string) =>
  db.query('delete from casework.session where token_hash = $1', [tokenHash]);

export const deleteDeadSessions = (db: Queryable, at: number) =>
  db.query(
    `delete from casework.session
      where expires_at <= $1::timestamptz or last_seen_at + idle_seconds * interval '1 second' <= $1::timestamptz`,
    [isoOf(at)],
  );
