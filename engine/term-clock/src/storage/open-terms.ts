import type { Queryable } from '@irisflow/database';
import { isOpenTerm } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import { type CaseTerm, listOpenTerms, lockTerm } from '@irisflow/terms';

/** An open term with what people know its case by. */
export interface OpenTerm extends CaseTerm {
  readonly procedureKey: string;
  readonly reference: string;
  readonly applicant: string;
}

type KnownCase = Pick<CaseRow, 'id' | 'procedure_key' | 'reference' | 'applicant'>;

const openTermOf = (term: CaseTerm, { procedure_key: procedureKey, reference, applicant }: KnownCase): OpenTerm => ({
  ...term,
  procedureKey,
  reference,
  applicant,
});

const listKnownCases = (db: Queryable, ids: readonly string[]): Promise<KnownCase[]> =>
  db.query<KnownCase>(
    'select id, procedure_key, reference, applicant from casework.case_file where id = any($1::text[])',
    [ids],
  );

interface OpenTermsAsked {
  readonly administration: string;
  /** Every procedure of the administration where it is left out. */
  readonly procedureKey?: string;
  readonly after: string;
  readonly limit: number;
}

/** Open terms of an administration out of a page of at most `limit`; `next` is where to go on, null at the end. */
export const listOpenTermsOfCases = async (
  db: Queryable,
  { procedureKey, ...page }: OpenTermsAsked,
): Promise<{ terms: OpenTerm[]; next: string | null }> => {
  const found = await listOpenTerms(db, page);
  const cases = new Map(
    (
      await listKnownCases(
        db,
        found.map(({ caseId }) => caseId),
      )
    ).map((row) => [row.id, row]),
  );
  const terms = found.flatMap((term) => {
    const row = cases.get(term.caseId);
    return row === undefined || (procedureKey ?? row.procedure_key) !== row.procedure_key
      ? []
      : [openTermOf(term, row)];
  });
  return { terms, next: found.length < page.limit ? null : (found.at(-1)?.id ?? null) };
};

/** A term of a locked case, locked until the transaction ends; undefined when it is no longer open. */
export const lockOpenTerm = async (tx: Queryable, id: string, row: KnownCase): Promise<OpenTerm | undefined> => {
  const term = await lockTerm(tx, id);
  return term === undefined || !isOpenTerm(term) ? undefined : openTermOf(term, row);
};
