import { job } from '@irisflow/access';
import { CaseworkError, instantOf, isoOf } from '@irisflow/foundation';
import { publishRelease, requireClean, type Release } from '../publication/release.ts';
import { claimDue, noteFailure, type ScheduledRow } from '../storage/scheduled-publications.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ReleaseFinding } from '../views/release-finding.ts';
import type { ScheduleFailure } from '../views/scheduled-publication.ts';
import { scheduledFolder } from './view-scheduled.ts';

/** As it was set aside, if nothing stands in its way now. */
const releaseOf = async (surroundings: Surroundings, row: ScheduledRow): Promise<Release> => {
  const { procedure_key: key, administration, approved_at: at, approved_by: by } = row;
  const folder = scheduledFolder(row);
  return {
    key,
    administration,
    folder,
    note: row.note,
    revision: null,
    ...(row.reason !== null && { reason: row.reason }),
    description: await requireClean(surroundings, { key, administration }, folder),
    contentHash: row.content_hash,
    findings: row.findings as ReleaseFinding[],
    publishedBy: row.scheduled_by,
    requestedBy: row.requested_by,
    approved: at === null ? null : { at: instantOf(at), by: by ?? '' },
  };
};

/** In the words of a refusal; what nobody foresaw is for the log, and said to be away. */
const refusalOf = (thrown: unknown): CaseworkError =>
  thrown instanceof CaseworkError
    ? thrown
    : new CaseworkError('ENGINE_UNAVAILABLE', 'Expected a version to go live, but it could not', { cause: thrown });

const failureOf = (thrown: unknown): ScheduleFailure => {
  const { code, title, problems } = refusalOf(thrown);
  return { code, title, problems: [...(problems ?? [])] };
};

/**
 * Makes live what has come to its hour, and answers how many did. One is tried by one server at a time; one that cannot go live says
 * so to whoever scheduled it, holds up no other and is tried again.
 */
export const makeScheduledLive = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock } = surroundings;
  let live = 0;
  for (;;) {
    const row = await claimDue(database, clock.now());
    if (row === undefined) return live;
    try {
      await publishRelease(surroundings, job('publications'), await releaseOf(surroundings, row));
      live += 1;
    } catch (thrown) {
      const at = isoOf(clock.now());
      await noteFailure(database, { id: row.id, attempts: row.attempts, at, failure: failureOf(thrown) });
      if (!(thrown instanceof CaseworkError)) throw thrown;
    }
  }
};
