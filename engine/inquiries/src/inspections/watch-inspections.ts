import type { Queryable } from '@irisflow/database';
import { job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase } from '@irisflow/casework';
import { endDue } from '../end-due.ts';
import { listInspectionsToEnd, lockInspection } from '../storage/inspections.ts';
import type { Surroundings } from '../surroundings.ts';
import { endInspection } from './end-inspection.ts';

const endOne = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, caseId }: { readonly id: string; readonly caseId: string },
): Promise<boolean> => {
  // The case first, as everybody locks it.
  const row = await lockCase(tx, caseId);
  const inspection = await lockInspection(tx, id);
  if (row === undefined || inspection?.state !== 'asked') return false;
  if (dayOf(surroundings.clock.now()) <= inspection.due_on) return false;
  // A closed case has nothing inspected any more.
  const end = { state: row.closed_at === null ? 'expired' : 'withdrawn', endedBy: null } as const;
  await endInspection(surroundings, tx, { actor: job('terms'), row, inspection, end });
  return true;
};

/** Ends every inspection whose last day is over; answers how many. */
export const watchInspections = (surroundings: Surroundings): Promise<number> =>
  endDue(surroundings, {
    what: 'inspection',
    list: listInspectionsToEnd,
    endOne: (tx, one) => endOne(surroundings, tx, one),
  });
