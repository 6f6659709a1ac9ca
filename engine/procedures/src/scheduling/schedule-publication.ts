import { actorReference, appendAudit, requireDesigner } from '@irisflow/access';
import { instantAt } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, isoOf, requireReason } from '@irisflow/foundation';
import { needsApproval } from '../publication/release.ts';
import { requireNotOnItsWay } from '../publication/reserve-version.ts';
import { prepareRelease, type Publication } from '../publish.ts';
import { authorOf, requireOwnProcedure, requireRevision } from '../require-procedure.ts';
import { findLatestVersion, lockProcedureDraft } from '../storage/procedures.ts';
import { findRetirement } from '../storage/retirements.ts';
import {
  approveScheduledRow,
  callOffRow,
  findScheduled,
  insertScheduled,
  lockScheduled,
  moveScheduled,
  type ScheduledRow,
} from '../storage/scheduled-publications.ts';
import type { UseCase } from '../surroundings.ts';
import type { ScheduledPublication } from '../views/scheduled-publication.ts';
import { isSetBy, viewScheduled } from './view-scheduled.ts';

/** A day and what clocks in Brussels show on it, as `HH:MM`. */
export interface Hour {
  readonly day: string;
  readonly time: string;
}

export interface Scheduled {
  readonly scheduled: ScheduledPublication | null;
}

/** Nobody waits longer for a version that nobody looks at. */
const MOST_AHEAD_MS = 366 * 24 * 3600 * 1000;

/** The instant of an hour to come; one that clocks leave out when summer time begins does not come. */
const requireComing = ({ day, time }: Hour, now: number): number => {
  const at = instantAt(day, time);
  if (at !== null && at > now && at <= now + MOST_AHEAD_MS) return at;
  throw new CaseworkError(
    'SCHEDULE_HOUR_INVALID',
    `Expected an hour within a year from now, but found ${day} ${time}`,
    { errors: [{ pointer: at === null ? '/time' : '/day', keyword: at === null ? 'format' : 'minimum' }] },
  );
};

const requireScheduled = async (tx: Queryable, key: string): Promise<ScheduledRow> => {
  const row = await lockScheduled(tx, key);
  if (row !== undefined) return row;
  throw new CaseworkError('NOT_FOUND', `Expected something scheduled for ${key}, but there is nothing`);
};

/** What is scheduled, while nobody makes it live. */
const requireTakenBack = async (tx: Queryable, key: string, now: number): Promise<ScheduledRow> => {
  // Whoever makes it live locks the draft first.
  await lockProcedureDraft(tx, key);
  const row = await requireScheduled(tx, key);
  await requireNotOnItsWay(tx, { key, contentHash: row.content_hash, now });
  return row;
};

/** Nobody would begin under what goes live of a procedure that ends. By hand it is published for the cases that run. */
const refuseEnding = async (tx: Queryable, key: string): Promise<void> => {
  const row = await findRetirement(tx, key);
  if (row === undefined) return;
  throw new CaseworkError('PROCEDURE_ENDS', `Expected ${key} to go on, but it ends on ${row.closes_on}`);
};

/** What a procedure has scheduled. */
export const getSchedule: UseCase<{ key: string }, Scheduled> = async ({ database }, actor, { key }) => {
  await requireOwnProcedure(database, actor, key);
  const row = await findScheduled(database, key);
  return { scheduled: row === undefined ? null : await viewScheduled(database, actor, row) };
};

/** Sets the draft aside as it is now, to become the next version at an hour to come. */
export const schedulePublication: UseCase<Publication & Hour, ScheduledPublication> = async (
  surroundings,
  actor,
  wanted,
) => {
  const { database, clock, random } = surroundings;
  const { key, revision } = wanted;
  requireDesigner(actor);
  const goesLiveAt = requireComing(wanted, clock.now());
  const release = await prepareRelease(surroundings, actor, wanted);
  return database.transaction(async (tx) => {
    await requireRevision(tx, actor, { key, revision });
    await refuseEnding(tx, key);
    const latest = await findLatestVersion(tx, key);
    if (latest?.content_hash === release.contentHash)
      throw new CaseworkError(
        'PUBLICATION_UNCHANGED',
        `Expected ${key} to differ from version ${latest.version}, but found it`,
      );
    const { administration, note, contentHash, findings } = release;
    const isAdded = await insertScheduled(tx, {
      id: random.id(),
      key,
      administration,
      contentHash,
      files: release.folder.files,
      note,
      reason: release.reason?.trim() ?? null,
      findings,
      basedOn: latest?.version ?? null,
      goesLiveAt,
      at: clock.now(),
      by: release.publishedBy,
      requestedBy: release.requestedBy,
      needsApproval: needsApproval(release.description),
    });
    if (!isAdded)
      throw new CaseworkError('PUBLICATION_SCHEDULED', `Expected nothing scheduled for ${key}, but found something`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.publicationScheduled',
      object: `procedure:${key}`,
      administration,
      detail: { goesLiveAt: isoOf(goesLiveAt), contentHash, against: findings.length, reason: release.reason ?? null },
    });
    return viewScheduled(tx, actor, await requireScheduled(tx, key));
  });
};

/** Sets another hour, over what is published now. Whoever approved approved another hour: it is for them to approve again. */
export const changeSchedule: UseCase<Hour & { key: string; reason: string }, ScheduledPublication> = async (
  surroundings,
  actor,
  { key, reason: given, ...hour },
) => {
  const { database, clock } = surroundings;
  const reason = requireReason(given);
  const goesLiveAt = requireComing(hour, clock.now());
  return database.transaction(async (tx) => {
    await requireOwnProcedure(tx, actor, key);
    const { administration } = requireDesigner(actor);
    const row = await requireTakenBack(tx, key, clock.now());
    const basedOn = (await findLatestVersion(tx, key))?.version ?? null;
    await moveScheduled(tx, { id: row.id, goesLiveAt, basedOn, movedBy: actorReference(actor), reason });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.scheduleChanged',
      object: `procedure:${key}`,
      administration,
      detail: { from: instantOf(row.goes_live_at), to: isoOf(goesLiveAt), basedOn, reason },
    });
    return viewScheduled(tx, actor, await requireScheduled(tx, key));
  });
};

/** Calls off what is scheduled; the present version stays. */
export const callOffSchedule: UseCase<{ key: string; reason: string }, void> = async (
  surroundings,
  actor,
  { key, reason: given },
) => {
  const { database, clock } = surroundings;
  const reason = requireReason(given);
  await database.transaction(async (tx) => {
    await requireOwnProcedure(tx, actor, key);
    const { administration } = requireDesigner(actor);
    const row = await requireTakenBack(tx, key, clock.now());
    await callOffRow(tx, { id: row.id, at: isoOf(clock.now()), by: authorOf(actor), reason });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'procedure.scheduleCalledOff',
      object: `procedure:${key}`,
      administration,
      detail: { goesLiveAt: instantOf(row.goes_live_at), reason },
    });
  });
};

export interface SeenSchedule {
  readonly key: string;
  /** As whoever approves saw it. */
  readonly goesLiveAt: string;
}

/** Approves the reasons of what is scheduled and its hour with them, by somebody who set neither. */
export const approveSchedule: UseCase<SeenSchedule, ScheduledPublication> = async (surroundings, actor, seen) => {
  const { database, clock } = surroundings;
  const { key } = seen;
  return database.transaction(async (tx) => {
    await requireOwnProcedure(tx, actor, key);
    const { person, administration } = requireDesigner(actor);
    const row = await requireScheduled(tx, key);
    const goesLiveAt = instantOf(row.goes_live_at);
    if (!row.needs_approval)
      throw new CaseworkError('NOT_FOUND', `Expected what is scheduled for ${key} to wait for approval`);
    if (await isSetBy(tx, actor, row))
      throw new CaseworkError(
        'FOUR_EYES',
        `Expected somebody else than who set ${key} aside, and than who moved its hour, to approve it`,
      );
    if (Date.parse(seen.goesLiveAt) !== Date.parse(goesLiveAt))
      throw new CaseworkError('STALE_REVISION', `Expected ${key} to go live at ${goesLiveAt}, not ${seen.goesLiveAt}`);
    if (row.approved_at === null) {
      await approveScheduledRow(tx, { id: row.id, at: isoOf(clock.now()), by: person.name });
      await appendAudit(surroundings, tx, {
        actor,
        action: 'procedure.scheduleApproved',
        object: `procedure:${key}`,
        administration,
        detail: { goesLiveAt, requestedBy: row.requested_by },
      });
    }
    return viewScheduled(tx, actor, await requireScheduled(tx, key));
  });
};
