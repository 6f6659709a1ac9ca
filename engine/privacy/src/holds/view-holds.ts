import { actingFor, namesOf, requireStaff } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { findCase, findCases, requireClerkCase, type CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import { requireGuardian, rulesOf } from '../destruction/preview.ts';
import { findKeptUntil } from '../storage/due-cases.ts';
import { listHolds, listHoldsOfCase, newestCasesOf, type HoldRow } from '../storage/holds.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseRetention, HoldView } from '../views/retention.ts';

const isOver = ({ lifted_at: liftedAt, until }: HoldRow, today: string): boolean =>
  liftedAt !== null || (until !== null && until < today);

const viewHolds = async (
  { clock }: Surroundings,
  db: Queryable,
  rows: readonly HoldRow[],
  caseOf: (hold: HoldRow) => Pick<CaseRow, 'id' | 'reference'> | undefined,
): Promise<HoldView[]> => {
  const today = dayOf(clock.now());
  const names = await namesOf(
    db,
    rows.flatMap((row) => [row.placed_by, ...(row.lifted_by === null ? [] : [row.lifted_by])]),
  );
  const nameOf = (id: string): string => names.get(id) ?? id;
  return rows.map((row) => ({
    id: row.id,
    on: row.case_id === null ? 'party' : 'case',
    caseId: caseOf(row)?.id ?? null,
    reference: caseOf(row)?.reference ?? null,
    reason: row.reason,
    placedBy: nameOf(row.placed_by),
    placedAt: instantOf(row.placed_at),
    until: row.until,
    isOver: isOver(row, today),
    liftedBy: row.lifted_by === null ? null : nameOf(row.lifted_by),
    liftedAt: instantOrNull(row.lifted_at),
    liftedReason: row.lifted_reason,
  }));
};

/** The holds of my administration, those that are over too. */
export const listPlaced: UseCase<Record<string, never>, HoldView[]> = async (given, actor) => {
  const { administration } = requireGuardian(actor);
  const surroundings = actingFor(given, actor, 'privacy');
  const { database } = surroundings;
  const rows = await listHolds(database, administration);
  const partyIds = rows.flatMap(({ party_id: id }) => (id === null ? [] : [id]));
  const newest = await newestCasesOf(database, { administration, partyIds });
  const caseIdOf = (hold: HoldRow): string => hold.case_id ?? newest.get(hold.party_id ?? '') ?? '';
  const cases = new Map((await findCases(database, rows.map(caseIdOf))).map((row) => [row.id, row]));
  return viewHolds(surroundings, database, rows, (hold) => cases.get(caseIdOf(hold)));
};

/** How long a case is kept, read by the rules that whoever asks may see. */
export const viewCaseRetention = async (
  surroundings: Surroundings,
  readable: Queryable,
  caseId: string,
): Promise<CaseRetention> => {
  const { database } = surroundings;
  const row = await findCase(database, caseId);
  if (row === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a case ${caseId} to be seen, but there is none`);
  const rules = await rulesOf(surroundings, readable, row.administration);
  const rule = rules.find(({ procedureKey, outcome }) => procedureKey === row.procedure_key && outcome === row.status);
  const keptUntil = rule === undefined ? undefined : await findKeptUntil(database, { caseId, years: rule.years });
  return {
    holds: await viewHolds(surroundings, database, await listHoldsOfCase(database, caseId), () => row),
    rule:
      rule === undefined || keptUntil === undefined
        ? null
        : { keptUntil, years: rule.years, fate: rule.fate, legalRef: rule.legalRef },
  };
};

/** How long a case of my administration is kept, and what stops its destruction. */
export const getCaseRetention: UseCase<{ caseId: string }, CaseRetention> = async (surroundings, actor, { caseId }) => {
  requireStaff(actor, ['agent', 'supervisor']);
  const { row } = await requireClerkCase(surroundings.database, actor, caseId);
  return viewCaseRetention(surroundings, surroundings.database, row.id);
};
