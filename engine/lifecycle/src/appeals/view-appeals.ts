import { dayOf } from '@irisflow/calendar';
import { type CaseRow, findCases, listDecisions, requireApplicantCase, requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { Remedy } from '@irisflow/letters';
import { type AppealRow, listAppealRows } from '../storage/appeal-rows.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { AppealView, CaseAppeals, MyAppeals } from '../views/appeal.ts';
import { openRemedies, remediesOf } from './remedies.ts';

interface Shown {
  readonly appeal: AppealRow;
  readonly reference: string;
  readonly remedies: readonly Remedy[];
  readonly decisions: Awaited<ReturnType<typeof listDecisions>>;
}

const viewDecision = (decisions: Shown['decisions'], wanted: string | null): AppealView['against'] => {
  const found = decisions.find(({ id }) => id === wanted);
  return found === undefined
    ? null
    : { id: found.id, outcome: found.outcome, decidedOn: dayOf(Date.parse(found.decidedAt)) };
};

const viewAppeal = ({ appeal, reference, remedies, decisions }: Shown): AppealView => ({
  caseId: appeal.case_id,
  reference,
  remedy: appeal.remedy === null ? null : (remedies[appeal.remedy]?.what ?? null),
  lodgedOn: appeal.since_on,
  suspends: [...appeal.suspends],
  suspendedSince: appeal.suspends.length === 0 ? null : appeal.since_on,
  endedOn: appeal.ended_on,
  outcome: appeal.outcome,
  ruling: appeal.ruling,
  against: viewDecision(decisions, appeal.decision_id),
  replacedBy: viewDecision(decisions, appeal.replaced_by),
  summary: appeal.summary,
});

const viewAll = async (tx: Queryable, row: CaseRow, remedies: readonly Remedy[]): Promise<AppealView[]> => {
  const rows = await listAppealRows(tx, row.id);
  const cases = await findCases(
    tx,
    rows.map(({ case_id: id }) => id),
  );
  const decisions = await listDecisions(tx, row.id);
  return rows.map((appeal) =>
    viewAppeal({
      appeal,
      remedies,
      decisions,
      reference: cases.find(({ id }) => id === appeal.case_id)?.reference ?? '',
    }),
  );
};

/** The appeals against the decisions of a case with what they suspend, and the remedies that its procedure declares. */
export const getCaseAppeals: UseCase<{ readonly caseId: string }, CaseAppeals> = async (
  surroundings,
  actor,
  { caseId },
) =>
  surroundings.database.transaction(async (tx) => {
    const { row } = await requireClerkCase(tx, actor, caseId);
    const remedies = await remediesOf(surroundings, tx, row);
    return {
      appeals: await viewAll(tx, row, remedies),
      remedies: remedies.map(({ what, body, suspends = [] }, remedy) => ({ remedy, what, body, suspends })),
    };
  });

export const viewMyAppeals = async (surroundings: Surroundings, tx: Queryable, row: CaseRow): Promise<MyAppeals> => {
  const remedies = await remediesOf(surroundings, tx, row);
  return {
    appeals: (await viewAll(tx, row, remedies)).map(({ summary: _summary, ...appeal }) => appeal),
    remedies: await openRemedies(surroundings, tx, row),
  };
};

/** What I or whom I act for lodged against the decisions of a case, and what can still be lodged here. */
export const getMyAppeals: UseCase<{ readonly caseId: string }, MyAppeals> = async (surroundings, actor, { caseId }) =>
  surroundings.database.transaction(async (tx) => {
    const { row } = await requireApplicantCase(tx, actor, caseId);
    return viewMyAppeals(surroundings, tx, row);
  });
