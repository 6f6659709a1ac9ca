import { type Actor, type Clerk, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, findCase, lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { isAsked } from '../opinions/asked-access.ts';
import { findInspection, type InspectionRow, lockInspection } from '../storage/inspections.ts';
import type { Surroundings } from '../surroundings.ts';

export interface Inspecting {
  readonly clerk: Clerk;
  readonly inspection: InspectionRow;
  readonly row: CaseRow;
}

export const unknownInspection = (id: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected an inspection ${id.slice(0, 80)} that you are asked for, but there is none`);

type Read = (db: Queryable, caseId: string) => Promise<CaseRow | undefined>;

const asked = async (tx: Queryable, actor: Actor, id: string, read: Read): Promise<Inspecting> => {
  const clerk = requireClerk(actor);
  const seen = await findInspection(tx, id);
  if (seen === undefined || !isAsked(clerk, seen)) throw unknownInspection(id);
  // The case first, as everybody locks it.
  const row = await read(tx, seen.case_id);
  const inspection = read === lockCase ? await lockInspection(tx, id) : seen;
  if (row === undefined || inspection === undefined) throw unknownInspection(id);
  return { clerk, inspection, row };
};

/** What somebody is to inspect, when it is them; what others are asked does not exist for them. */
export const requireInspecting = (tx: Queryable, actor: Actor, id: string) => asked(tx, actor, id, findCase);

/** Whether it can still be reported: it is asked, its last day is not over, and its case is open. */
export const isReportable = ({ clock }: Pick<Surroundings, 'clock'>, { inspection, row }: Inspecting): boolean =>
  inspection.state === 'asked' && row.closed_at === null && dayOf(clock.now()) <= inspection.due_on;

/** The same, locked until the transaction ends, while it can be reported. */
export const lockInspecting = async (
  surroundings: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  actor: Actor,
  id: string,
): Promise<Inspecting> => {
  const found = await asked(tx, actor, id, lockCase);
  if (isReportable(surroundings, found)) return found;
  throw new CaseworkError(
    'INSPECTION_ENDED',
    `Expected an inspection that is asked, but it is ${found.inspection.state === 'asked' ? 'over' : found.inspection.state}`,
  );
};

/** What the audit of the case says beside the reading itself. */
export const readingOf = ({ clerk, inspection }: Inspecting): Readonly<Record<string, string>> => ({
  inspection: inspection.id,
  category: 'inspection',
  ...(clerk.administration === inspection.administration ? {} : { office: clerk.administration }),
});
