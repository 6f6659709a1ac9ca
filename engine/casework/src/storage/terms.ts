import type { Queryable, Row } from '@irisflow/database';
import type { Suspension, Term, TermKind } from '@irisflow/calendar';
import { type LocalizedText, jsonOf, numberOrNull } from '@irisflow/foundation';

/** A term of a case with what the law says about it. */
export interface CaseTerm extends Term {
  readonly caseId: string;
  readonly key: string;
  readonly administration: string;
  readonly label: LocalizedText;
  readonly kind: TermKind;
  readonly legalRef: string;
}

interface TermRow extends Row {
  case_id: string;
  key: string;
  administration: string;
  label: LocalizedText;
  kind: TermKind;
  legal_ref: string;
  state: Term['state'];
  started_on: string;
  due_on: string;
  days_left: number | null;
  suspensions: Suspension[];
}

/** Days come as text: drivers would make instants of them. */
const columns = `case_id, key, administration, label, kind, legal_ref, state, started_on::text as started_on,
       due_on::text as due_on, days_left, suspensions`;

const termOf = (row: TermRow): CaseTerm => ({
  caseId: row.case_id,
  key: row.key,
  administration: row.administration,
  label: row.label,
  kind: row.kind,
  legalRef: row.legal_ref,
  state: row.state,
  startedOn: row.started_on,
  dueOn: row.due_on,
  daysLeft: numberOrNull(row.days_left),
  suspensions: row.suspensions,
});

export const listTerms = async (db: Queryable, caseIds: readonly string[]): Promise<CaseTerm[]> =>
  (
    await db.query<TermRow>(
      `select ${columns} from casework.term where case_id = any($1::text[]) order by due_on, key`,
      [caseIds],
    )
  ).map(termOf);

export const findTerm = async (
  db: Queryable,
  { caseId, key }: { caseId: string; key: string },
): Promise<CaseTerm | undefined> => {
  const rows = await db.query<TermRow>(
    `select ${columns} from casework.term where case_id = $1 and key = $2 for update`,
    [caseId, key],
  );
  return rows[0] === undefined ? undefined : termOf(rows[0]);
};

export const upsertTerm = (db: Queryable, term: CaseTerm) =>
  db.query(
    `insert into casework.term (case_id, key, administration, label, kind, legal_ref, state, started_on, due_on, days_left,
       suspensions)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8::date, $9::date, $10, $11::jsonb)
     on conflict (case_id, key) do update
        set state = excluded.state, started_on = excluded.started_on, due_on = excluded.due_on,
            days_left = excluded.days_left, suspensions = excluded.suspensions`,
    [
      term.caseId,
      term.key,
      term.administration,
      jsonOf(term.label),
      term.kind,
      term.legalRef,
      term.state,
      term.startedOn,
      term.dueOn,
      term.daysLeft,
      jsonOf(term.suspensions),
    ],
  );
