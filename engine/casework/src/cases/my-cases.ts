import { type Applying, appendAudit, requireApplying } from '@irisflow/access';
import { numberIndexesOf, partsTakenBy } from '@irisflow/parties';
import { roleLabel } from '@irisflow/procedures';
import { findCases, listCasesOfPerson, listStatusChanges, type CaseRow } from '../storage/cases.ts';
import { instantOf } from '@irisflow/foundation';
import { listAccessOfPerson } from '../storage/file-access.ts';
import { listConsultationsOfSubject } from '../storage/consultations.ts';
import { listNews } from '../storage/timeline.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AccessView } from '../views/access.ts';
import type { CaseView, ConsultationView, MyCaseSummary } from '../views/case.ts';
import { accessPurposes } from './access-purposes.ts';
import { isOfApplying, requireSharedCase } from './case-access.ts';
import { stepsOf } from './case-steps.ts';
import { summarizeCases } from './case-summary.ts';
import { viewCase } from './case-view.ts';
import { viewConsultationForSubject } from './consultation-view.ts';

/** Where a case is on its way: an appeal on paper follows no steps. */
const standingOf = async (
  { database, library }: Surroundings,
  row: CaseRow,
): Promise<Pick<MyCaseSummary, 'step' | 'nextStep'>> => {
  if (row.appeal_of !== null) return { step: null, nextStep: null };
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const steps = stepsOf(description.steps, row.status, await listStatusChanges(database, row.id));
  const current = steps.findIndex(({ state }) => state === 'current');
  return { step: steps[current]?.label ?? null, nextStep: current === -1 ? null : (steps[current + 1]?.label ?? null) };
};

/** Cases of others in which I, or whom I act for, take part, each with the role. */
const sharedWith = async ({ database, clock }: Surroundings, applying: Applying) => {
  const parts = await partsTakenBy(database, applying, clock.now());
  const rows = await findCases(database, [...new Set(parts.map(({ case_id: id }) => id))]);
  const { acting } = applying;
  return rows
    .filter((row) => !isOfApplying(applying, row) && (acting?.procedures?.includes(row.procedure_key) ?? true))
    .map((row) => ({ row, role: parts.find(({ case_id: id }) => id === row.id)?.role ?? null }));
};

const roleOf = async ({ database, library }: Surroundings, row: CaseRow, role: string | null) => {
  if (role === null) return null;
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  return roleLabel(description, role);
};

/** The cases of whom I act for, or my own, and those in which they take part, with what comes next in each, the newest first. */
export const listMyCases: UseCase<Record<string, never>, MyCaseSummary[]> = async (surroundings, actor) => {
  const applying = requireApplying(actor);
  const { database } = surroundings;
  const own = (await listCasesOfPerson(database, applying.partyId)).filter((row) => isOfApplying(applying, row));
  const mine = [...own.map((row) => ({ row, role: null })), ...(await sharedWith(surroundings, applying))].toSorted(
    (one, other) => Date.parse(instantOf(other.row.submitted_at)) - Date.parse(instantOf(one.row.submitted_at)),
  );
  const rows = mine.map(({ row }) => row);
  const summaries = await summarizeCases(surroundings, database, rows, 'applicant');
  const ids = rows.map(({ id }) => id);
  const news = await listNews(database, ids);
  const views = mine.map(async ({ row, role }, index) => {
    const summary = summaries[index];
    if (summary === undefined) return [];
    const standing = await standingOf(surroundings, row);
    return [{ ...summary, ...standing, news: news.get(row.id) ?? null, role: await roleOf(surroundings, row, role) }];
  });
  return (await Promise.all(views)).flat();
};

/** My case as I may see it. */
export const getMyCase: UseCase<{ caseId: string }, CaseView> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { row, part } = await requireSharedCase(surroundings, tx, actor, caseId);
    const view = await viewCase(surroundings, tx, row, {
      audience: 'applicant',
      part,
      isApplicant: part === null,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'case.read',
      object: `case:${row.id}`,
      administration: row.administration,
    });
    return view;
  });

/**
 * Who consulted which source about me and why, in whosever case and under whichever of my numbers, the newest first. A mandate
 * shows nobody else's.
 */
export const listMyConsultations: UseCase<Record<string, never>, ConsultationView[]> = async ({ database }, actor) => {
  const { person, acting } = requireApplying(actor);
  if (acting !== null) return [];
  const numberIndexes = await numberIndexesOf(database, person.partyId);
  const rows = await listConsultationsOfSubject(database, { numberIndexes, personId: person.partyId });
  return rows.map((row) => viewConsultationForSubject(row, person));
};

/** Who opened my files, looked behind the masks or repaired my cases: the office and the function, never the clerk. */
export const listMyAccesses: UseCase<Record<string, never>, AccessView[]> = async ({ database }, actor) => {
  const { partyId } = requireApplying(actor);
  const rows = await listAccessOfPerson(database, partyId);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    firstAt: instantOf(row.first_at),
    lastAt: instantOf(row.last_at),
    by: row.office,
    actingAs: row.acting_as,
    field: row.field,
    purpose: accessPurposes[row.category],
    caseId: row.case_id,
    reference: row.reference,
  }));
};
