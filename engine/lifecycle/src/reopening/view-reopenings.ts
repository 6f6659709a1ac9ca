import { type Clerk, isAccountOf, namesOf } from '@irisflow/access';
import { type CaseRow, requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf, instantOrNull } from '@irisflow/foundation';
import { listReopenings } from '../storage/reopenings.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseReopenings } from '../views/reopening.ts';
import { barOf, declaredReopening, doesAppealRun, mayReopen } from './require-reopenable.ts';

/** How a case was reopened so far, and what whoever reads may do. */
export const viewReopenings = async (
  surroundings: Surroundings,
  db: Queryable,
  found: { readonly clerk: Clerk; readonly row: CaseRow },
): Promise<CaseReopenings> => {
  const { clerk, row } = found;
  const rows = await listReopenings(db, row.id);
  const declared = await declaredReopening(surroundings, db, row);
  const names = await namesOf(
    db,
    rows.flatMap(({ proposed_by: by, decided_by: decided }) => (decided === null ? [by] : [by, decided])),
  );
  const nameOf = (id: string) => names.get(id) ?? id;
  const proposed = rows.find(({ state }) => state === 'proposed');
  return {
    bar: await barOf(surroundings, db, found),
    needsApproval: declared?.fourEyes ?? false,
    appealRuns: await doesAppealRun(db, row.id),
    mayDecide:
      declared !== undefined &&
      mayReopen(declared, clerk) &&
      proposed !== undefined &&
      !(await isAccountOf(db, proposed.proposed_by, clerk.person)),
    reopenings: rows.map((one) => ({
      id: one.id,
      ground: one.ground,
      reason: one.reason,
      state: one.state,
      proposedBy: nameOf(one.proposed_by),
      proposedAt: instantOf(one.proposed_at),
      closedAt: instantOf(one.closed_at),
      decidedBy: one.decided_by === null ? null : nameOf(one.decided_by),
      decidedAt: instantOrNull(one.decided_at),
      refusal: one.refusal,
    })),
  };
};

export const getReopenings: UseCase<{ caseId: string }, CaseReopenings> = async (surroundings, actor, { caseId }) =>
  viewReopenings(surroundings, surroundings.database, await requireClerkCase(surroundings.database, actor, caseId));
