import type { Queryable, Row } from '@irisflow/database';
import type { PlatformMessage } from '@irisflow/protocol';
import type { Variables } from '@irisflow/engine-client';
import { isoOf, jsonOf } from '@irisflow/foundation';

export type OutboxMessage =
  | { readonly kind: 'startProcess' }
  | {
      readonly kind: 'publishMessage';
      /** One of the platform's, or with `to` one that a procedure made up. */
      readonly name: PlatformMessage | (string & {});
      readonly variables: Variables;
      /** What it is about, for the process to correlate on; the case where it is left out. */
      readonly key?: string;
      /** Another case whose process is told; the message waits with the case that tells. */
      readonly to?: string;
      /** The system of others that tells it; the case with which it waits where it is left out. */
      readonly system?: string;
      /** Of what begins a process of its own: the day from which it counts, whose parameters the process begins with. */
      readonly beginsOn?: string;
    }
  | { readonly kind: 'cancelDuplicates' }
  /** For a process that started before there were handles. */
  | { readonly kind: 'giveHandle' }
  /** The answers of the case were corrected. */
  | { readonly kind: 'giveAnswers' }
  /** The case goes on elsewhere. */
  | { readonly kind: 'cancelProcess' };

export interface OutboxRow extends Row {
  id: string;
  case_id: string;
  message: OutboxMessage;
  uncertain: boolean;
  attempts: number;
  /** Since when an earlier attempt may have reached the engine; null when none has. */
  tried_at: Date | string | null;
}

export const insertOutbox = (
  db: Queryable,
  { caseId, message, at }: { caseId: string; message: OutboxMessage; at: number },
) =>
  db.query(
    `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
     values ($1, $2, $3::jsonb, 'waiting', $4, $4)`,
    [caseId, message.kind, jsonOf(message), isoOf(at)],
  );

/** Who tells a case something: a case, or a system of others whose message waits with the case that it is for. */
export interface Teller {
  readonly caseId: string;
  readonly system?: string;
}

interface Told extends Teller {
  readonly to: string;
  readonly since: number;
}

/** So many of what somebody told a case are looked at, the newest. */
const MOST_TOLD = 200;

/**
 * What somebody told a case since then, by the keys that the engine gave it; null for what still waits here. What the engine got
 * without our hearing its key is left out.
 */
export const listTold = async (
  db: Queryable,
  { caseId, system, to, since }: Told,
): Promise<readonly (string | null)[]> => {
  const rows = await db.query<{ engine_key: string | null }>(
    `select engine_key from casework.outbox
      where case_id = $1 and kind = 'publishMessage' and created_at > $4
        and message->>'to' = $2 and message->>'system' is not distinct from $3::text
        and (state <> 'done' or engine_key is not null)
      order by id desc limit ${MOST_TOLD}`,
    [caseId, to, system ?? null, isoOf(since)],
  );
  return rows.map(({ engine_key: key }) => key);
};

/**
 * Takes the next message that is due and keeps it for a while: when this process dies, another takes it after that.
 * Messages of one case go out in the order in which they came in, but what a process that stands still is to be told keeps
 * nobody from canceling it.
 */
export const takeDueMessage = async (
  db: Queryable,
  { at, keepMs }: { at: number; keepMs: number },
): Promise<OutboxRow | undefined> => {
  const rows = await db.query<OutboxRow>(
    `with due as materialized (
       select o.id, o.tried_at from casework.outbox o
        where o.state = 'waiting' and o.next_at <= $1
          and not exists (select from casework.outbox earlier
                           where earlier.case_id = o.case_id and earlier.state = 'waiting' and earlier.id < o.id
                              and not (o.kind = 'cancelProcess' and earlier.kind = 'publishMessage'))
        order by o.next_at, o.id limit 1 for update skip locked)
     update casework.outbox as taken
        set next_at = $2, attempts = attempts + 1, tried_at = coalesce(taken.tried_at, $1)
       from due
      where taken.id = due.id
      returning taken.id, case_id, message, uncertain, attempts, due.tried_at`,
    [isoOf(at), isoOf(at + keepMs)],
  );
  return rows[0];
};

/** Before a call goes out: until it is answered, nobody knows what it did. */
export const markUncertain = (db: Queryable, id: string) =>
  db.query('update casework.outbox set uncertain = true where id = $1', [id]);

export interface Finish {
  readonly id: string;
  readonly at: number;
  /** Under which the engine keeps a message; null for what is none, and where the answer was lost. */
  readonly engineKey: string | null;
}

export const finishMessage = (db: Queryable, { id, at, engineKey }: Finish) =>
  db.query(
    "update casework.outbox set state = 'done', done_at = $2, engine_key = $3, last_error = null where id = $1",
    [id, isoOf(at), engineKey],
  );

export interface Postponement {
  readonly id: string;
  readonly nextAt: number;
  readonly error: string;
  readonly uncertain: boolean;
}

export const postponeMessage = (db: Queryable, { id, nextAt, error, uncertain }: Postponement) =>
  db.query(
    `update casework.outbox
        set next_at = $2, last_error = $3, uncertain = $4, tried_at = case when $4 then tried_at end
      where id = $1`,
    [id, isoOf(nextAt), error.slice(0, 2000), uncertain],
  );

export const failMessage = (db: Queryable, { id, error }: { id: string; error: string }) =>
  db.query("update casework.outbox set state = 'failed', last_error = $2 where id = $1", [id, error.slice(0, 2000)]);

export const countOutbox = async (db: Queryable): Promise<{ waiting: number; failed: number }> => {
  const rows = await db.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting,
            count(*) filter (where state = 'failed')::int as failed from casework.outbox where state <> 'done'`,
  );
  return rows[0] ?? { waiting: 0, failed: 0 };
};
