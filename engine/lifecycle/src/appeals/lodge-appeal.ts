import { type Actor, actingFor, requireApplying } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, isOfApplying, lockCase, requireApplicantCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { requireAssuranceOf } from '@irisflow/procedures';
import { listAppealRows } from '../storage/appeal-rows.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { MyAppeals } from '../views/appeal.ts';
import { fileAppeal, requireAppealable, requireSummary } from './file-appeal.ts';
import { openRemedies, remediesOf, requireRemedy } from './remedies.ts';
import { viewMyAppeals } from './view-appeals.ts';

export interface LodgedAppeal {
  readonly caseId: string;
  /** Which one of those that the procedure declares and the portal takes. */
  readonly remedy: number;
  /** What I say against the decision. */
  readonly summary: string;
}

/** Whoever appeals is known as well as whoever files. */
const requireMine = (database: Surroundings['database'], actor: Actor, caseId: string): Promise<void> =>
  database.transaction(async (tx) => {
    const { row } = await requireApplicantCase(tx, actor, caseId);
    const { procedure_key: key, procedure_version: version } = row;
    await requireAssuranceOf(tx, actor, { key, version, act: 'file' });
  });

const lockMine = async (tx: Queryable, actor: Actor, caseId: string): Promise<CaseRow> => {
  const row = await lockCase(tx, caseId);
  if (row !== undefined && isOfApplying(requireApplying(actor), row)) return row;
  throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId.slice(0, 80)}, but there is none`);
};

interface Wanted extends LodgedAppeal {
  readonly row: CaseRow;
}

/** Whoever presses twice has it once; something else of the same remedy waits until the first is over. */
const isLodged = async (tx: Queryable, { row, remedy, summary }: Wanted): Promise<boolean> => {
  const running = (await listAppealRows(tx, row.id)).find((one) => one.remedy === remedy && one.ended_on === null);
  if (running === undefined) return false;
  if (running.summary === summary) return true;
  throw new CaseworkError('APPEAL_RUNS', `Expected no appeal of this kind that runs, but ${running.case_id} does`);
};

const requireOpen = async (surroundings: Surroundings, tx: Queryable, { row, remedy }: Wanted): Promise<void> => {
  const open = await openRemedies(surroundings, tx, row);
  if (open.some((one) => one.remedy === remedy)) return;
  throw new CaseworkError('APPEAL_CLOSED', `Expected a remedy that the portal takes today, but found ${remedy}`);
};

const lodge = async (surroundings: Surroundings, tx: Queryable, actor: Actor, wanted: Wanted): Promise<void> => {
  const { row, summary } = wanted;
  const { id: decisionId } = await requireAppealable(tx, row);
  if (await isLodged(tx, wanted)) return;
  await requireOpen(surroundings, tx, wanted);
  await fileAppeal(surroundings, tx, {
    actor,
    clerk: null,
    row,
    decisionId,
    remedy: requireRemedy(await remediesOf(surroundings, tx, row), wanted.remedy),
    channel: 'portal',
    receivedOn: dayOf(surroundings.clock.now()),
    summary,
  });
};

/**
 * Lodges an appeal against the decision of my case, within its term. What it suspends does not count from now on: a job of the
 * platform sees to that, within the bounds of who asks, since nobody says themselves that they need not pay.
 */
export const lodgeAppeal: UseCase<LodgedAppeal, MyAppeals> = async (surroundings, actor, appeal) => {
  const summary = requireSummary(appeal.summary);
  await requireMine(surroundings.database, actor, appeal.caseId);
  const own = actingFor(surroundings, actor, 'appeals');
  await own.database.transaction(async (tx) => {
    const row = await lockMine(tx, actor, appeal.caseId);
    await lodge(own, tx, actor, { ...appeal, summary, row });
  });
  surroundings.outboxBell.ring();
  return surroundings.database.transaction(async (tx) => {
    const { row } = await requireApplicantCase(tx, actor, appeal.caseId);
    return viewMyAppeals(surroundings, tx, row);
  });
};
