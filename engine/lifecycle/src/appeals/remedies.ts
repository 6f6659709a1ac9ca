import { dayOf } from '@irisflow/calendar';
import { type CaseRow, listDecisions } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import type { Remedy } from '@irisflow/letters';
import { listTerms } from '@irisflow/terms';
import { listRunning } from '../storage/appeal-rows.ts';
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
}

/**
 * Until when the portal takes it: the whole of the last day of its term, which has moved to a day on which offices are open where it
 * fell on another. Before the letter has arrived the term has not begun, and whoever knows the decision may lodge.
 */
const windowOf = async (db: Queryable, caseId: string, term: string | undefined, today: string): Promise<Window> => {
  const runs = (await listTerms(db, [caseId])).filter(({ key }) => key === term);
  const last = runs.at(-1);
  if (last === undefined) return { isOpen: true, until: null };
  return { isOpen: last.dueOn >= today, until: last.dueOn };
};

/** Remedies that the portal takes today against the last decision of a case; none while the same one runs. */
export const openRemedies = async (surroundings: Surroundings, db: Queryable, row: CaseRow): Promise<OpenRemedy[]> => {
  const remedies = await remediesOf(surroundings, db, row);
  if (row.appeal_of !== null || (await listDecisions(db, row.id)).length === 0) return [];
  const running = new Set((await listRunning(db, row.id)).map(({ remedy }) => remedy));
  const today = dayOf(surroundings.clock.now());
  const open: OpenRemedy[] = [];
  for (const [index, { by, term, what, body, suspends = [] }] of remedies.entries()) {
    if (!by.includes('portal') || running.has(index)) continue;
    const { isOpen, until } = await windowOf(db, row.id, term, today);
    if (isOpen) open.push({ remedy: index, what, body, suspends, until });
  }
  return open;
};
