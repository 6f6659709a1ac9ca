import type { Queryable, Selectable } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';
import type { ReleaseFinding } from '../views/release-finding.ts';
import type { ScheduleFailure } from '../views/scheduled-publication.ts';
import type { ProceduresTables as Tables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type ScheduledRow = Selectable<Tables['scheduled_publication']>;

export interface NewScheduled {
  readonly id: string;
  readonly key: string;
  readonly administration: string;
  readonly contentHash: string;
  readonly files: readonly FolderFile[];
  readonly note: string;
  readonly reason: string | null;
  readonly findings: readonly ReleaseFinding[];
  readonly basedOn: number | null;
  readonly goesLiveAt: number;
  readonly at: number;
  readonly by: string;
  readonly requestedBy: string;
  readonly needsApproval: boolean;
}

/** Adds what is scheduled, unless the procedure has something scheduled already; answers whether it was added. */
export const insertScheduled = async (db: Queryable, given: NewScheduled): Promise<boolean> => {
  const rows = await tables(db)
    .insertInto('scheduled_publication')
    .values({
      id: given.id,
      procedure_key: given.key,
      administration: given.administration,
      content_hash: given.contentHash,
      files: jsonOf(given.files),
      note: given.note,
      reason: given.reason,
      findings: jsonOf(given.findings),
      based_on: given.basedOn,
      goes_live_at: isoOf(given.goesLiveAt),
      scheduled_at: isoOf(given.at),
      scheduled_by: given.by,
      requested_by: given.requestedBy,
      needs_approval: given.needsApproval,
      next_attempt_at: isoOf(given.goesLiveAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};

const standing = (db: Queryable, key: string) =>
  tables(db)
    .selectFrom('scheduled_publication')
    .selectAll()
    .where('procedure_key', '=', key)
    .where('ended_at', 'is', null);

/** What a procedure has scheduled. */
export const findScheduled = (db: Queryable, key: string): Promise<ScheduledRow | undefined> =>
  standing(db, key).executeTakeFirst();

/** The same, locked until the transaction ends. */
export const lockScheduled = (db: Queryable, key: string): Promise<ScheduledRow | undefined> =>
  standing(db, key).forUpdate().executeTakeFirst();

export type ScheduledHour = Pick<ScheduledRow, 'procedure_key' | 'goes_live_at' | 'failed_at' | 'based_on'>;

/** When each procedure of an administration goes live that has something scheduled. */
export const listScheduledHours = (db: Queryable, administration: string): Promise<ScheduledHour[]> =>
  tables(db)
    .selectFrom('scheduled_publication')
    .select(['procedure_key', 'goes_live_at', 'failed_at', 'based_on'])
    .where('administration', '=', administration)
    .where('ended_at', 'is', null)
    .execute();

export interface NewHour {
  readonly id: string;
  readonly goesLiveAt: number;
  readonly basedOn: number | null;
  /** By reference. */
  readonly movedBy: string;
  readonly reason: string;
}

/** Sets another hour, over what is published now; what was approved was approved for the hour before. */
export const moveScheduled = (db: Queryable, { id, goesLiveAt, basedOn, movedBy, reason }: NewHour) =>
  tables(db)
    .updateTable('scheduled_publication')
    .set({
      goes_live_at: isoOf(goesLiveAt),
      next_attempt_at: isoOf(goesLiveAt),
      based_on: basedOn,
      moved_by: movedBy,
      change_reason: reason,
      approved_at: null,
      approved_by: null,
      attempts: 0,
      failed_at: null,
      failure: null,
    })
    .where('id', '=', id)
    .execute();

export const approveScheduledRow = (db: Queryable, { id, at, by }: { id: string; at: string; by: string }) =>
  tables(db)
    .updateTable('scheduled_publication')
    .set({ approved_at: at, approved_by: by })
    .where('id', '=', id)
    .execute();

export const callOffRow = (
  db: Queryable,
  { id, at, by, reason }: { id: string; at: string; by: string; reason: string },
) =>
  tables(db)
    .updateTable('scheduled_publication')
    .set({ ended_at: at, ended_by: by, end_reason: reason, files: null })
    .where('id', '=', id)
    .execute();

interface Live {
  readonly key: string;
  readonly contentHash: string;
  readonly version: number;
  readonly at: string;
}

/** Whatever made this content a version: there is nothing left to wait for. */
export const endLive = (db: Queryable, { key, contentHash, version, at }: Live) =>
  tables(db)
    .updateTable('scheduled_publication')
    .set({ ended_at: at, version, files: null })
    .where('procedure_key', '=', key)
    .where('content_hash', '=', contentHash)
    .where('ended_at', 'is', null)
    .execute();

/** The first wait after a failure doubles each time, up to a quarter of an hour. */
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 900;

/** One that waits for an approval, or whose base is not the latest version, is not due. */
const MAY_GO_LIVE = `s.ended_at is null
  and (not s.needs_approval or s.approved_at is not null)
  and s.based_on is not distinct from (select max(v.version) from casework.procedure_version v
                                        where v.procedure_key = s.procedure_key)`;

/**
 * Whether this content may still go live by now: whoever took it asks again behind the lock of the draft, since others may have
 * published or moved it meanwhile.
 */
export const isDue = async (
  db: Queryable,
  { key, contentHash, now }: { key: string; contentHash: string; now: number },
): Promise<boolean> =>
  (
    await db.query(
      `select 1 from casework.scheduled_publication s
        where s.procedure_key = $1 and s.content_hash = $2 and s.goes_live_at <= $3::timestamptz and ${MAY_GO_LIVE}`,
      [key, contentHash, isoOf(now)],
    )
  ).length > 0;

/**
 * Takes one that is due, for one server alone: before anything is done its next attempt is written down, so that what a process
 * leaves behind that dies goes on then.
 */
export const claimDue = async (db: Queryable, now: number): Promise<ScheduledRow | undefined> =>
  (
    await db.query<ScheduledRow>(
      `update casework.scheduled_publication
          set attempts = attempts + 1,
              next_attempt_at = $1::timestamptz
                + least($2 * power(2, least(attempts, 10)), $3) * interval '1 second'
        where id = (select s.id from casework.scheduled_publication s
                     where s.next_attempt_at <= $1::timestamptz and ${MAY_GO_LIVE}
                     order by s.next_attempt_at limit 1 for update skip locked)
        returning *`,
      [isoOf(now), FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS],
    )
  )[0];

/** What an attempt failed with; nothing of it is written once it was called off or changed. */
export const noteFailure = (
  db: Queryable,
  { id, attempts, at, failure }: { id: string; attempts: number; at: string; failure: ScheduleFailure },
) =>
  tables(db)
    .updateTable('scheduled_publication')
    .set({ failed_at: at, failure: jsonOf(failure) })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('ended_at', 'is', null)
    .execute();
