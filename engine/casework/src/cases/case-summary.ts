import type { Queryable } from '@irisflow/database';
import { listAwaitingCases } from '../storage/case-parts.ts';
import type { CaseHead } from '../storage/cases.ts';
import { instantOf } from '@irisflow/foundation';
import { calendarsOf, type CaseTerm, listTerms, viewTerm, watchedTerm } from '@irisflow/terms';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { CaseSummary } from '../views/case.ts';
import { viewOwnStatus } from './own-status.ts';

const groupTerms = (terms: readonly CaseTerm[]): Map<string, CaseTerm[]> => {
  const groups = new Map<string, CaseTerm[]>();
  for (const term of terms) groups.set(term.caseId, [...(groups.get(term.caseId) ?? []), term]);
  return groups;
};

/** Cases as lists show them, with few queries for all. */
export const summarizeCases = async (
  { library, clock }: Surroundings,
  db: Queryable,
  rows: readonly CaseHead[],
  audience: 'applicant' | 'agent',
): Promise<CaseSummary[]> => {
  const ids = rows.map(({ id }) => id);
  const listed = await listTerms(db, ids);
  const terms = groupTerms(listed);
  const calendar = await calendarsOf(db, listed);
  const awaiting = await listAwaitingCases(db, ids);
  const today = dayOf(clock.now());
  return Promise.all(
    rows.map(async (row) => {
      const { description } = await library.version(db, row.procedure_key, row.procedure_version);
      const term = watchedTerm(terms.get(row.id) ?? []);
      return {
        id: row.id,
        reference: row.reference,
        procedureKey: row.procedure_key,
        procedureVersion: row.procedure_version,
        title: description.title,
        status: row.status,
        ownStatus: viewOwnStatus(description, row, audience),
        language: row.language,
        alsoIn: row.also_in,
        applicant: row.applicant,
        submittedAt: instantOf(row.submitted_at),
        updatedAt: instantOf(row.updated_at),
        term: term === null ? null : viewTerm(calendar(term), term, today),
        awaitsApplicant: awaiting.has(row.id),
      };
    }),
  );
};
