import type { Queryable, Row } from '@irisflow/database';
import type { StartRule, Suspension, Term, TermKind } from '@irisflow/calendar';
import { type LocalizedText, jsonOf, numberOrNull } from '@irisflow/foundation';
import type { CalendarName, ExpiryEffect } from '@irisflow/procedures';

/** One run of a term of a case, with what the law says about it. */
export interface CaseTerm extends Term {
  /** What messages about it are correlated on. */
  readonly id: string;
  readonly caseId: string;
  /** As the procedure calls the term; each start of it is a run of its own. */
  readonly key: string;
  readonly administration: string;
  readonly label: LocalizedText;
  readonly legalRef: LocalizedText;
  /** Who has to act within it. */
  readonly binds: 'administration' | 'applicant';
  /** What the office promises by itself, beside what the law demands. */
  readonly isServiceTarget: boolean;
  readonly calendar: CalendarName;
  readonly effect: ExpiryEffect;
  readonly endedOn: string | null;
}

interface TermRow extends Row {
  id: string;
  case_id: string;
  key: string;
  administration: string;
  label: LocalizedText;
  legal_ref: LocalizedText;
  kind: TermKind;
  length: number;
  starts_after: StartRule;
  warn_after: number | null;
  binds: CaseTerm['binds'];
  is_service_target: boolean;
  calendar: CalendarName;
  effect: ExpiryEffect;
  state: Term['state'];
  act_on: string;
  started_on: string;
  last_day: string;
  due_on: string;
  warn_on: string | null;
  warned_on: string | null;
  ended_on: string | null;
  days_left: number | null;
  suspensions: Suspension[];
}

/** Days come as text: drivers would make instants of them. */
const columns = `id, case_id, key, administration, label, legal_ref, kind, length, starts_after, warn_after, binds,
       is_service_target, calendar, effect, state, act_on::text as act_on, started_on::text as started_on, last_day::text as last_day, due_on::text as due_on,
       warn_on::text as warn_on, warned_on::text as warned_on, ended_on::text as ended_on, days_left, suspensions`;

const termOf = (row: TermRow): CaseTerm => ({
  id: row.id,
  caseId: row.case_id,
  key: row.key,
  administration: row.administration,
  label: row.label,
  legalRef: row.legal_ref,
  rule: {
    kind: row.kind,
    length: row.length,
    startsAfter: row.starts_after,
    warnAfter: numberOrNull(row.warn_after),
  },
  binds: row.binds,
  isServiceTarget: row.is_service_target,
  calendar: row.calendar,
  effect: row.effect,
  state: row.state,
  actOn: row.act_on,
  startedOn: row.started_on,
  lastDay: row.last_day,
  dueOn: row.due_on,
  warnOn: row.warn_on,
  warnedOn: row.warned_on,
  endedOn: row.ended_on,
  daysLeft: numberOrNull(row.days_left),
  suspensions: row.suspensions,
});

const open = "state in ('running', 'suspended', 'interrupted')";

/** Every run of the terms of cases, those that are due first before the others. */
export const listTerms = async (db: Queryable, caseIds: readonly string[]): Promise<CaseTerm[]> =>
  (
    await db.query<TermRow>(
      `select ${columns} from casework.term where case_id = any($1::text[]) order by due_on, started_on, id`,
      [caseIds],
    )
  ).map(termOf);

/** The open run of a term of a case, else its last one. */
export const findTerm = async (
  db: Queryable,
  { caseId, key }: { caseId: string; key: string },
): Promise<CaseTerm | undefined> => {
  const rows = await db.query<TermRow>(
    `select ${columns} from casework.term where case_id = $1 and key = $2
      order by (${open}) desc, started_on desc, id desc limit 1 for update`,
    [caseId, key],
  );
  return rows[0] === undefined ? undefined : termOf(rows[0]);
};

export const lockTerm = async (db: Queryable, id: string): Promise<CaseTerm | undefined> => {
  const rows = await db.query<TermRow>(`select ${columns} from casework.term where id = $1 for update`, [id]);
  return rows[0] === undefined ? undefined : termOf(rows[0]);
};

export interface TermPage {
  readonly after: string;
  readonly limit: number;
}

/** Terms whose last day or day of warning is over. */
export const listTermsToMove = (
  db: Queryable,
  { today, after, limit }: TermPage & { today: string },
): Promise<{ id: string; case_id: string }[]> =>
  db.query<{ id: string; case_id: string }>(
    `select id, case_id from (
       (select id, case_id from casework.term where state = 'running' and due_on < $1::date and id > $2 order by id limit $3)
       union
       (select id, case_id from casework.term
         where state = 'running' and warned_on is null and warn_on < $1::date and id > $2 order by id limit $3)
     ) as due order by id limit $3`,
    [today, after, limit],
  );

/** Open terms of an administration, a page at a time. */
export const listOpenTerms = async (
  db: Queryable,
  { administration, after, limit }: TermPage & { administration: string },
): Promise<CaseTerm[]> =>
  (
    await db.query<TermRow>(
      `select ${columns} from casework.term where administration = $1 and id > $2 and ${open} order by id limit $3`,
      [administration, after, limit],
    )
  ).map(termOf);

export const insertTerm = (db: Queryable, term: CaseTerm) =>
  db.query(
    `insert into casework.term (id, case_id, key, administration, label, legal_ref, kind, length, starts_after, warn_after,
       calendar, effect, state, act_on, started_on, last_day, due_on, warn_on, warned_on, days_left, suspensions, binds,
       is_service_target)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14::date, $15::date, $16::date, $17::date,
             $18::date, $19::date, $20, $21::jsonb, $22, $23)`,
    [
      term.id,
      term.caseId,
      term.key,
      term.administration,
      jsonOf(term.label),
      jsonOf(term.legalRef),
      term.rule.kind,
      term.rule.length,
      term.rule.startsAfter,
      term.rule.warnAfter,
      term.calendar,
      term.effect,
      term.state,
      term.actOn,
      term.startedOn,
      term.lastDay,
      term.dueOn,
      term.warnOn,
      term.warnedOn,
      term.daysLeft,
      jsonOf(term.suspensions),
      term.binds,
      term.isServiceTarget,
    ],
  );

/** Writes what changes in a term while it runs. What is due with it, tasks and questions of its case, follows by itself. */
export const updateTerm = (db: Queryable, term: CaseTerm) =>
  db.query(
    `update casework.term
        set kind = $2, length = $3, starts_after = $4, warn_after = $5, calendar = $6, effect = $7, state = $8,
            started_on = $9::date, last_day = $10::date, due_on = $11::date, warn_on = $12::date, warned_on = $13::date,
            ended_on = $14::date, days_left = $15, suspensions = $16::jsonb, legal_ref = $17::jsonb, label = $18::jsonb,
            act_on = $19::date
      where id = $1`,
    [
      term.id,
      term.rule.kind,
      term.rule.length,
      term.rule.startsAfter,
      term.rule.warnAfter,
      term.calendar,
      term.effect,
      term.state,
      term.startedOn,
      term.lastDay,
      term.dueOn,
      term.warnOn,
      term.warnedOn,
      term.endedOn,
      term.daysLeft,
      jsonOf(term.suspensions),
      jsonOf(term.legalRef),
      jsonOf(term.label),
      term.actOn,
    ],
  );
