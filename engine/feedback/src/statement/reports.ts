import {
  actingAs,
  actingFor,
  appendAudit,
  countRequestRow,
  findAdministration,
  job,
  requireMachine,
  requireStaff,
} from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isVisible } from '@irisflow/foundation';
import { deleteReportsToErase, insertReport, listReports, lockReport, noteHandling } from '../storage/reports.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AccessibilityReports, NewAccessibilityReport } from '../views/accessibility-report.ts';

const DAY_MS = 24 * 3600 * 1000;
/** Days that a report is kept: while it waits, and once it is dealt with, in case whoever made it asks again. */
export const KEPT_REPORT_DAYS = { waiting: 365, handled: 90 } as const;
/** What one administration takes in a day; who fills it from many addresses fills no more. */
const REPORTS_A_DAY = 100;
const MOST_LISTED = 200;

/** Signs are counted as the interface counts them; what shows nothing says nothing. */
const wordsOf = (text: string | null): string | null => {
  const plain = text?.trim() ?? '';
  return isVisible(plain) ? plain : null;
};

const requireRoom = async (surroundings: Surroundings, administration: string): Promise<void> => {
  const { database, clock } = actingAs(surroundings, job('requestCounts'));
  const window = { key: `report:${administration}`, windowMs: DAY_MS, at: clock.now() };
  if ((await countRequestRow(database, window)).count <= REPORTS_A_DAY) return;
  throw new CaseworkError(
    'REPORTS_FULL',
    `Expected at most ${REPORTS_A_DAY} reports to ${administration} in a day, but there were more`,
  );
};

/** Tells an administration what stands in the way on a page. Who it is is neither asked nor noted. */
export const makeAccessibilityReport: UseCase<NewAccessibilityReport & { administration: string }, void> = async (
  surroundings,
  actor,
  { administration, words, page, email, language },
) => {
  const { clock, random, database } = surroundings;
  if ((await findAdministration(database, administration)) === null)
    throw new CaseworkError('NOT_FOUND', `Expected an administration ${administration}, but there is none`);
  const said = wordsOf(words);
  if (said === null)
    throw new CaseworkError('INPUT_INVALID', 'Expected words that say what stood in the way, but none can be seen', {
      errors: [{ pointer: '/words', keyword: 'required' }],
    });
  await requireRoom(surroundings, administration);
  const at = clock.now();
  await insertReport(actingFor(surroundings, actor, 'reports').database, {
    id: random.id(),
    administration,
    words: said,
    page: wordsOf(page),
    email: wordsOf(email),
    language,
    at,
    eraseAt: at + KEPT_REPORT_DAYS.waiting * DAY_MS,
  });
};

const view = async (db: Queryable, administration: string, at: number): Promise<AccessibilityReports> => {
  const found = await listReports(db, { administration, at, limit: MOST_LISTED + 1 });
  return { reports: found.slice(0, MOST_LISTED), more: found.length > MOST_LISTED };
};

/** What was reported to my administration. */
export const listAccessibilityReports: UseCase<Record<string, never>, AccessibilityReports> = async (
  { database, clock },
  actor,
) => view(database, requireStaff(actor, ['administrator']).administration, clock.now());

export interface HandleReport {
  readonly reportId: string;
  readonly isHandled: boolean;
}

/** Says that a report is dealt with, or takes that back. Said twice it counts once. */
export const handleAccessibilityReport: UseCase<HandleReport, AccessibilityReports> = async (
  surroundings,
  actor,
  { reportId, isHandled },
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const at = clock.now();
    const report = await lockReport(tx, reportId, { administration, at });
    if (report === null)
      throw new CaseworkError('NOT_FOUND', `Expected a report ${reportId} to ${administration}, but there is none`);
    if ((report.handledAt !== null) === isHandled) return view(tx, administration, at);
    await noteHandling(tx, {
      id: reportId,
      handledAt: isHandled ? at : null,
      eraseAt: at + KEPT_REPORT_DAYS[isHandled ? 'handled' : 'waiting'] * DAY_MS,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: isHandled ? 'accessibilityReport.handled' : 'accessibilityReport.reopened',
      object: `accessibilityReport:${reportId}`,
      administration,
    });
    return view(tx, administration, at);
  });
};

/** Erases what was kept long enough. */
export const sweepReports: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  const { database, clock } = actingFor(surroundings, actor, 'reports');
  await deleteReportsToErase(database, clock.now());
};
