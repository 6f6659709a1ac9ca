import type { Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { isRequestedBy } from '../requested-by.ts';
import type { RetirementRow } from '../storage/retirements.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Retirement, RetirementState } from '../views/retirement.ts';
import { noticesOf } from './retirement-notice.ts';

/** Who asked for what waits now; null where nothing waits. */
export const waitsFor = (row: RetirementRow): { readonly requested_by: string } | null => {
  if (row.back_requested_by !== null) return { requested_by: row.back_requested_by };
  return row.approved_at === null ? row : null;
};

export const stateOf = (row: RetirementRow, isClosed: boolean): RetirementState => {
  if (row.approved_at === null) return 'asked';
  if (row.back_reason !== null) return 'askedBack';
  return isClosed ? 'closed' : 'approved';
};

const orNull = (at: Date | string | null): string | null => (at === null ? null : instantOf(at));

const backOf = ({ back_reason: reason, back_asked_at: at, back_asked_by: by }: RetirementRow): Retirement['back'] =>
  reason === null || at === null ? null : { reason, at: instantOf(at), by: by ?? '' };

/** What stands of a procedure, as one who may approve it or not sees it. */
export const viewRetirement = async (
  surroundings: Surroundings,
  db: Queryable,
  { actor, row }: { readonly actor: Actor; readonly row: RetirementRow },
): Promise<Retirement> => {
  const notice = (await noticesOf(surroundings, db, [row])).get(row.procedure_key);
  if (notice === undefined) throw new Error(`Expected a notice of ${row.procedure_key} that was just written`);
  const waiting = waitsFor(row);
  return {
    id: row.id,
    state: stateOf(row, notice.isClosed),
    ...notice,
    reason: row.reason,
    askedAt: instantOf(row.asked_at),
    askedBy: row.asked_by,
    approvedAt: orNull(row.approved_at),
    approvedBy: row.approved_by,
    back: backOf(row),
    canApprove: waiting !== null && !(await isRequestedBy(db, waiting, actor)),
  };
};
