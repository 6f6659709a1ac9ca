import { dayOf } from '@irisflow/calendar';
import { type CaseRow, listDecisions } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { Remedy } from '@irisflow/letters';
import { listTerms } from '@irisflow/terms';
import { type AppealRow, listAppealRows } from '../storage/appeal-rows.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OpenRemedy } from '../views/appeal.ts';

/** What the version of a case declares. */
export const remediesOf = async (
  { library }: Surroundings,
  db: Queryable,
  { procedure_key: key, procedure_version: version }: CaseRow,
): Promise<readonly Remedy[]> => (await library.version(db, key, version)).description.remedies ?? [];

/** The remedy that was said, else the first one; null where the procedure declares none. */
export const requireRemedy = (
  remedies: readonly Remedy[],
  wanted: number | undefined,
): { readonly index: number; readonly remedy: Remedy } | null => {
  const index = wanted ?? 0;
  const remedy = remedies[index];
  if (remedy !== undefined) return { index, remedy };
  if (wanted === undefined) return null;
  throw new CaseworkError('INPUT_INVALID', `Expected a remedy of the procedure, but found ${wanted}`, {
    errors: [{ pointer: '/remedy', keyword: 'unknown' }],
  });
};

interface Window {
  readonly isOpen: boolean;
  readonly until: string | null;
  /** When its term began last; null before the letter has arrived. */
  readonly startedOn: string | null;
}

/**
 * Until when the portal takes it: the whole of the last day of its term, which has moved to a day on which offices are open where it
 * fell on another. Before the letter has arrived the term has not begun, and whoever knows the decision may lodge.
 */
const windowOf = async (db: Queryable, caseId: string, term: string | undefined, today: string): Promise<Window> => {
  const runs = (await listTerms(db, [caseId])).filter(({ key }) => key === term);
  const last = runs.at(-1);
  if (last === undefined) return { isOpen: true, until: null, startedOn: null };
  return { isOpen: last.dueOn >= today, until: last.dueOn, startedOn: last.startedOn };
};

interface Attacked {
  readonly appeals: readonly AppealRow[];
  /** Day of the last decision of the case. */
  readonly decidedOn: string;
}

/** Who was heard once and got an answer is not heard again by the same remedy, unless the case was decided anew or its term began anew. */
const isUsedUp = ({ appeals, decidedOn }: Attacked, remedy: number, { startedOn }: Window): boolean =>
  appeals.some(
    ({ remedy: used, outcome, ended_on: endedOn }) =>
      used === remedy &&
      (outcome === 'decided' || outcome === 'decidedElsewhere') &&
      endedOn !== null &&
      decidedOn <= endedOn &&
      (startedOn ?? '') < endedOn,
  );

/** Remedies that the portal takes today against the last decision of a case; none while the same one runs, or after it was decided. */
export const openRemedies = async (surroundings: Surroundings, db: Queryable, row: CaseRow): Promise<OpenRemedy[]> => {
  const remedies = await remediesOf(surroundings, db, row);
  const [last] = await listDecisions(db, row.id);
  if (row.appeal_of !== null || last === undefined) return [];
  const appeals = await listAppealRows(db, row.id);
  const attacked = { appeals, decidedOn: dayOf(Date.parse(last.decidedAt)) };
  const running = new Set(appeals.filter((one) => one.ended_on === null).map(({ remedy }) => remedy));
  const today = dayOf(surroundings.clock.now());
  const open: OpenRemedy[] = [];
  for (const [index, { by, term, what, body, suspends = [] }] of remedies.entries()) {
    if (!by.includes('portal') || running.has(index)) continue;
    const window = await windowOf(db, row.id, term, today);
    if (window.isOpen && !isUsedUp(attacked, index, window))
      open.push({ remedy: index, what, body, suspends, until: window.until });
  }
  return open;
};
