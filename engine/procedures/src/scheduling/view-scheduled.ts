import type { Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { readFolder } from '../read-folder.ts';
import { isRequestedBy } from '../requested-by.ts';
import { findLatestVersion } from '../storage/procedures.ts';
import type { ScheduledRow } from '../storage/scheduled-publications.ts';
import type { FolderFile } from '../folder-limits.ts';
import type { ReleaseFinding } from '../views/release-finding.ts';
import type { ScheduledPublication, ScheduleFailure } from '../views/scheduled-publication.ts';

/** The folder that goes live. */
export const scheduledFolder = (row: ScheduledRow) => readFolder((row.files ?? []) as FolderFile[]);

const approvalOf = (row: ScheduledRow, isOwn: boolean): ScheduledPublication['approval'] => {
  if (!row.needs_approval) return null;
  if (row.approved_at === null) return { state: 'waiting', canApprove: !isOwn };
  return { state: 'approved', at: instantOf(row.approved_at), by: row.approved_by ?? '' };
};

const failureOf = (row: ScheduledRow): ScheduledPublication['failure'] =>
  row.failed_at === null
    ? null
    : {
        at: instantOf(row.failed_at),
        attempts: row.attempts,
        nextAt: instantOf(row.next_attempt_at),
        ...(row.failure as ScheduleFailure),
      };

const reasonsOf = (row: ScheduledRow): ScheduledPublication['reasonsForOthers'] =>
  row.needs_approval
    ? (scheduledFolder(row).description?.sources ?? []).flatMap(({ key, name, reasonForOthers: reason }) =>
        reason === undefined ? [] : [{ source: key, name, reason }],
      )
    : [];

/** Whether the reasons of what is scheduled or its hour are of whoever looks: neither is theirs to approve. */
export const isSetBy = async (db: Queryable, actor: Actor, row: ScheduledRow): Promise<boolean> =>
  (await isRequestedBy(db, row, actor)) ||
  (row.moved_by !== null && (await isRequestedBy(db, { requested_by: row.moved_by }, actor)));

/** What is scheduled, as one who may approve it or not sees it. */
export const viewScheduled = async (db: Queryable, actor: Actor, row: ScheduledRow): Promise<ScheduledPublication> => {
  const latest = await findLatestVersion(db, row.procedure_key);
  const findings = row.findings as ReleaseFinding[];
  return {
    id: row.id,
    goesLiveAt: instantOf(row.goes_live_at),
    scheduledAt: instantOf(row.scheduled_at),
    scheduledBy: row.scheduled_by,
    note: row.note,
    changeReason: row.change_reason,
    basedOnVersion: row.based_on,
    isHeld: (latest?.version ?? null) !== row.based_on,
    approval: approvalOf(row, await isSetBy(db, actor, row)),
    reasonsForOthers: reasonsOf(row),
    exception: row.reason === null || findings.length === 0 ? null : { reason: row.reason, findings },
    failure: failureOf(row),
  };
};
