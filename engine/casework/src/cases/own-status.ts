import type { Queryable } from '@irisflow/database';
import type { CaseStatus, ProcedureDescription } from '@irisflow/procedures';
import { setMilestoneRow, type CaseRow } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CaseSummary } from '../views/case.ts';

type Standing = { readonly status: CaseStatus; readonly milestone: string | null };

/** The key of the procedure's own status that a case has there: the first that fits. Nobody sets one by hand. */
export const ownStatusAt = ({ statuses = [] }: ProcedureDescription, { status, milestone }: Standing): string | null =>
  statuses.find(
    ({ within, at = [] }) => within === status && (at.length === 0 || (milestone !== null && at.includes(milestone))),
  )?.key ?? null;

/** The status in the words of its readers: what an office calls it among themselves is not what it tells applicants. */
export const viewOwnStatus = (
  { statuses = [] }: ProcedureDescription,
  { own_status: key }: CaseRow,
  audience: 'applicant' | 'agent',
): CaseSummary['ownStatus'] => {
  const described = statuses.find((one) => one.key === key);
  if (described === undefined) return null;
  return { key: described.key, text: audience === 'agent' ? described.internal : described.public };
};

/** Notes that the process of a case came to an element, where the procedure has statuses that follow from it. */
export const reachMilestone = async (
  { library }: Surroundings,
  db: Queryable,
  row: CaseRow,
  element: string | null,
): Promise<void> => {
  if (element === null) return;
  const { description } = await library.version(db, row.procedure_key, row.procedure_version);
  const isWatched = (description.statuses ?? []).some(({ at = [] }) => at.length > 0);
  if (!isWatched || row.milestone === element) return;
  const ownStatus = ownStatusAt(description, { status: row.status, milestone: element });
  await setMilestoneRow(db, { id: row.id, milestone: element, ownStatus });
};
