import { namesOf, requireStaff } from '@irisflow/access';
import {
  type CaseRow,
  hasEnded,
  listCaseDocuments,
  listCorrections,
  requireApplicantCase,
  requireClerkCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf, instantOrNull } from '@irisflow/foundation';
import { type ChangeRow, listChanges, listWaitingChanges } from '../storage/changes.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseChanges, DeclaredChange, MyChanges, ToldChange, WaitingChange } from '../views/change.ts';
import { offeredOf, partLabel, procedureOf, subjectOf } from './offered-changes.ts';

const MAX_WAITING = 200;

/** Nobody looks any more at what waits in a case that ended. */
const stateOf = ({ state }: ChangeRow, row: CaseRow): DeclaredChange['state'] =>
  state === 'waiting' && hasEnded(row) ? 'lapsed' : state;

const viewChanges = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, rows, isOffice }: { readonly row: CaseRow; readonly rows: readonly ChangeRow[]; readonly isOffice: boolean },
): Promise<DeclaredChange[]> => {
  if (rows.length === 0) return [];
  const { description } = await procedureOf(surroundings, db, row);
  const documents = await listCaseDocuments(db, row.id);
  // Applicants read that the administration did it.
  const names = await namesOf(db, isOffice ? rows.flatMap(({ settled_by: by }) => by ?? []) : []);
  return rows.map((one) => ({
    id: one.id,
    part: one.part === null ? null : { key: one.part, label: partLabel(description, one.part) },
    told: [...one.told],
    since: one.since,
    reason: one.reason,
    documents: documents.filter(({ id }) => one.documents.includes(id)).map(({ id, name }) => ({ id, name })),
    state: stateOf(one, row),
    declaredAt: instantOf(one.declared_at),
    settledAt: instantOrNull(one.settled_at),
    settledBy: one.settled_by === null ? null : (names.get(one.settled_by) ?? null),
    refusal: one.refusal,
  }));
};

/** What was declared of a case, and what can be now. */
export const viewMyChanges = async (surroundings: Surroundings, db: Queryable, row: CaseRow): Promise<MyChanges> => {
  const rows = await listChanges(db, row.id);
  const { fields = [], parts = [] } = offeredOf(await procedureOf(surroundings, db, row), row);
  const isTaken = (key: string | null) =>
    rows.some(({ part, state }) => part === key && (state === 'waiting' || (key !== null && state === 'accepted')));
  return {
    fields: isTaken(null) ? [] : [...fields],
    parts: parts.filter(({ key }) => !isTaken(key)).map(({ key, label }) => ({ key, label })),
    changes: await viewChanges(surroundings, db, { row, rows, isOffice: false }),
  };
};

/** What I declared of my case. */
export const getMyChanges: UseCase<{ caseId: string }, MyChanges> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireApplicantCase(database, actor, caseId);
  return viewMyChanges(surroundings, database, row);
};

export const viewCaseChanges = async (
  surroundings: Surroundings,
  db: Queryable,
  row: CaseRow,
): Promise<CaseChanges> => ({
  seen: (await listCorrections(db, row.id)).length,
  // What was taken back before anybody looked is nobody's business.
  changes: await viewChanges(surroundings, db, {
    row,
    rows: (await listChanges(db, row.id)).filter(({ state }) => state !== 'retracted'),
    isOffice: true,
  }),
});

/** What the applicant of a case declared, for whoever handles it. */
export const getCaseChanges: UseCase<{ caseId: string }, CaseChanges> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireClerkCase(database, actor, caseId);
  return viewCaseChanges(surroundings, database, row);
};

/** What waits in the cases of my office, the longest waiting first. */
export const listWaiting: UseCase<Record<string, never>, WaitingChange[]> = async (surroundings, actor) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor']);
  const { database, library } = surroundings;
  const views: WaitingChange[] = [];
  for (const one of await listWaitingChanges(database, { administration, limit: MAX_WAITING })) {
    const { description } = await library.version(database, one.procedure_key, one.procedure_version);
    views.push({
      id: one.id,
      caseId: one.case_id,
      reference: one.reference,
      applicant: one.applicant,
      procedure: description.title,
      what: [...subjectOf(description, { part: one.part, told: one.told as ToldChange[] })],
      isWithdrawal: one.part !== null,
      since: one.since,
      declaredAt: instantOf(one.declared_at),
    });
  }
  return views;
};
