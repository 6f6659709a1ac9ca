import type { Queryable } from '@irisflow/database';
import type { CaseStatus, ProcedureDescription } from '@irisflow/procedures';
import { listStandings, setMilestoneRow, type CaseRow } from '../storage/cases.ts';
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
  { own_status: key }: Pick<CaseRow, 'own_status'>,
  audience: 'applicant' | 'agent',
): CaseSummary['ownStatus'] => {
  const described = statuses.find((one) => one.key === key);
  if (described === undefined) return null;
  return { key: described.key, text: audience === 'agent' ? described.internal : described.public };
};

const isWatched = ({ statuses = [] }: ProcedureDescription): boolean => statuses.some(({ at = [] }) => at.length > 0);

/** Notes that the processes of cases came to elements, where their procedures have statuses that follow from it. */
export const reachMilestones = async (
  { library }: Surroundings,
  db: Queryable,
  reached: readonly { readonly caseId: string; readonly element: string }[],
): Promise<void> => {
  const rows = await listStandings(db, [...new Set(reached.map(({ caseId }) => caseId))]);
  const standings = new Map(rows.map((row) => [row.id, row]));
  for (const { caseId, element } of reached) {
    const row = standings.get(caseId);
    if (row === undefined || row.milestone === element) continue;
    const { description } = await library.version(db, row.procedure_key, row.procedure_version);
    if (!isWatched(description)) continue;
    const ownStatus = ownStatusAt(description, { status: row.status, milestone: element });
    await setMilestoneRow(db, { id: caseId, milestone: element, ownStatus });
  }
};
