import type { Queryable, Row } from '@irisflow/database';
import { jsonOf } from '@irisflow/foundation';
import type { EndStatus } from '@irisflow/procedures';
import { peopleInCase } from './people-in-case.ts';

/** How long cases of a procedure that ended so are kept. */
export interface KeepingRule {
  readonly procedureKey: string;
  readonly outcome: EndStatus;
  readonly years: number;
}

export interface DueRow extends Row {
  id: string;
  reference: string;
  procedure_key: string;
  outcome: EndStatus;
  closed_on: string;
  /** Last day on which it is kept. */
  kept_until: string;
  process_instance_key: string | null;
  /** Those that it had before it was reopened. */
  earlier_instances: string[];
  held: boolean;
  appealed: boolean;
  /** What it left behind, or changed, is not over. */
  right_lives: boolean;
  /** Whether something is left to pay for it, or to give back. */
  owed: boolean;
  running: boolean;
}

/** Of the rights that case `f` granted or changed the versions of the last day of which something is said: nothing follows an end. */
const latestRights = `casework.right_version v
  where (v.case_id = f.id or v.cause_case_id = f.id)
    and not exists (select from casework.right_version l
      where l.right_id = v.right_id and (l.effective_on, l.sequence) > (v.effective_on, v.sequence))`;

/** Whether one of them is not over on day `$2`: neither ended by then, nor past its last day. */
const rightLives = `exists (select from ${latestRights}
    and (v.effect <> 'ended' or v.effective_on > $2::date) and (v.valid_to is null or v.valid_to >= $2::date))`;

/** The last day of those that have one. */
const rightsOverOn = `(select max(least(case when v.effect = 'ended' then v.effective_on end, v.valid_to)) from ${latestRights})`;

/** What keeps case `f` on day `$2`, whatever its rule says. */
const obstacles = `
  exists (select from casework.legal_hold h
    where h.lifted_at is null and (h.until is null or h.until >= $2::date)
      and (h.case_id = f.id or h.party_id in (${peopleInCase('f.id')}))) as held,
  exists (select from casework.case_file a where a.appeal_of = f.id) as appealed,
  ${rightLives} as right_lives,
  (exists (select from casework.receivable m join casework.receivable_balance b on b.receivable_id = m.id
    where m.case_id = f.id and (b.rest > 0 or b.refund > 0))
    or exists (select from casework.payable o where o.case_id = f.id and o.outcome is null)) as owed,
  (exists (select from casework.task t where t.case_id = f.id and t.state = 'open')
    or exists (select from casework.reopening r where r.case_id = f.id and r.state = 'proposed')
    or exists (select from casework.outbox o where o.case_id = f.id and o.state = 'waiting')) as running`;

const closedOn = `(f.closed_at at time zone 'Europe/Brussels')::date`;
const ruled = `join jsonb_to_recordset($1::jsonb) as r ("procedureKey" text, outcome text, years integer)
  on r."procedureKey" = f.procedure_key and r.outcome = f.status`;
/** A case is kept as long after what it left behind is over as after it was closed. */
const restsSince = `greatest(${closedOn}, ${rightsOverOn})`;
const keptUntil = `(${restsSince} + make_interval(years => r.years))::date`;

const select = `select f.id, f.reference, f.procedure_key, f.status as outcome, ${closedOn}::text as closed_on,
    ${keptUntil}::text as kept_until, f.process_instance_key,
    f.earlier_instances || array(select r.process_instance_key from casework.right_instance r where r.case_id = f.id) as earlier_instances,
    ${obstacles}
  from casework.case_file f ${ruled}`;

/** Closed cases whose time to be kept is over, the eldest first. */
export const listDueCases = (
  db: Queryable,
  {
    administration,
    rules,
    today,
    limit,
  }: {
    readonly administration: string;
    readonly rules: readonly KeepingRule[];
    readonly today: string;
    readonly limit: number;
  },
): Promise<DueRow[]> =>
  db.query<DueRow>(
    `${select} where f.administration = $3 and f.closed_at is not null and ${keptUntil} < $2::date
      order by f.closed_at, f.id limit $4`,
    [jsonOf(rules), today, administration, limit],
  );

/** One case as the rule under which it was proposed judges it today; undefined when it is no longer closed so, or gone. */
export const findDueCase = async (
  db: Queryable,
  { caseId, rule, today }: { readonly caseId: string; readonly rule: KeepingRule; readonly today: string },
): Promise<DueRow | undefined> =>
  (await db.query<DueRow>(`${select} where f.id = $3 and f.closed_at is not null`, [jsonOf([rule]), today, caseId]))[0];

/** The last day on which a closed case is kept; undefined as long as it goes on. */
export const findKeptUntil = async (
  db: Queryable,
  { caseId, years }: { readonly caseId: string; readonly years: number },
): Promise<string | undefined> => {
  const [row] = await db.query<{ kept_until: string }>(
    `select (${restsSince} + make_interval(years => $2))::date::text as kept_until
       from casework.case_file f where f.id = $1 and f.closed_at is not null`,
    [caseId, years],
  );
  return row?.kept_until;
};

/** Closed cases for whose outcome no rule says how long to keep them. */
export const countWithoutRule = async (
  db: Queryable,
  { administration, rules }: { readonly administration: string; readonly rules: readonly KeepingRule[] },
): Promise<number> => {
  const [row] = await db.query<{ total: number }>(
    `select count(*)::int as total from casework.case_file f left ${ruled}
      where f.administration = $2 and f.closed_at is not null and r.years is null`,
    [jsonOf(rules), administration],
  );
  return row?.total ?? 0;
};
