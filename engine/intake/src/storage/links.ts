import { sql, type Queryable, type Selectable } from '@irisflow/database';
import type { CaseLinkKind } from '../views/link.ts';
import type { IntakeTables } from './tables.gen.ts';
import { tables } from './tables.ts';

export type LinkRow = Omit<Selectable<IntakeTables['case_link']>, 'kind'> & { readonly kind: CaseLinkKind };

export interface NewLink {
  readonly id: string;
  readonly administration: string;
  readonly kind: CaseLinkKind;
  readonly caseId: string;
  readonly ofCaseId: string;
  readonly reason: string;
  readonly madeBy: string | null;
  readonly at: string;
}

/** Answers false where the two are linked like that already. */
export const insertLink = async (db: Queryable, link: NewLink): Promise<boolean> => {
  const row = await tables(db)
    .insertInto('case_link')
    .values({
      id: link.id,
      administration: link.administration,
      kind: link.kind,
      case_id: link.caseId,
      of_case_id: link.ofCaseId,
      reason: link.reason,
      made_by: link.madeBy,
      made_at: link.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Links that stand, of a case in either direction, the newest first. */
export const listLinks = (db: Queryable, caseId: string): Promise<LinkRow[]> =>
  tables(db)
    .selectFrom('case_link')
    .selectAll()
    .where((is) => is.or([is('case_id', '=', caseId), is('of_case_id', '=', caseId)]))
    .where('removed_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .$castTo<LinkRow>()
    .execute();

export const lockLink = (db: Queryable, id: string): Promise<LinkRow | undefined> =>
  tables(db).selectFrom('case_link').selectAll().where('id', '=', id).forUpdate().$castTo<LinkRow>().executeTakeFirst();

export const removeLinkRow = (
  db: Queryable,
  { id, by, at, reason }: { id: string; by: string; at: string; reason: string },
) =>
  tables(db)
    .updateTable('case_link')
    .set({ removed_by: by, removed_at: at, removed_reason: reason })
    .where('id', '=', id)
    .execute();

interface Suspected {
  readonly caseId: string;
  /** Statuses after which nothing is expected of anybody. */
  readonly ended: readonly string[];
}

/** Open cases of the same person, known by account or by number, under the same procedure, that no link calls a duplicate. */
export const listSuspects = async (db: Queryable, { caseId, ended }: Suspected): Promise<string[]> => {
  const rows = await db.query<{ id: string }>(
    `select other.id from casework.case_file f
       join casework.case_party p on p.case_id = f.id and p.role = 'applicant'
       join casework.case_file other
         on other.administration = f.administration and other.procedure_key = f.procedure_key and other.id <> f.id
        and (other.person_id = f.person_id
             or other.id in (select q.case_id from casework.case_party q
                              where q.administration = f.administration and q.number_index = p.number_index
                                and q.role = 'applicant'))
      where f.id = $1 and other.closed_at is null and not other.status = any($2::text[])
        and other.appeal_of is null and f.appeal_of is null
        and not exists (select from casework.case_link l
                         where l.kind = 'duplicateOf' and l.removed_at is null
                           and ((l.case_id = f.id and l.of_case_id = other.id)
                                or (l.case_id = other.id and l.of_case_id = f.id)))
      order by other.submitted_at, other.id limit 20`,
    [caseId, ended],
  );
  return rows.map(({ id }) => id);
};

/** Decided cases whose renewal opens in the days that are given, and that nobody opened one of yet. */
export const listDueRenewals = async (
  db: Queryable,
  due: {
    readonly procedureKey: string;
    readonly everyMonths: number;
    readonly daysBefore: number;
    readonly today: string;
  },
): Promise<string[]> => {
  const rows = await sql<{ id: string }>`
    select f.id from casework.case_file f
      join lateral (
        select coalesce(d.valid_to,
                        (coalesce(d.valid_from, (d.decided_at at time zone 'Europe/Brussels')::date)
                          + make_interval(months => ${due.everyMonths}::int))::date) as ends
          from casework.decision d where d.case_id = f.id order by d.decided_at desc limit 1
      ) last on true
     where f.procedure_key = ${due.procedureKey} and f.status = 'granted'
       and last.ends > ${due.today}::date and last.ends - ${due.daysBefore}::int <= ${due.today}::date
       and not exists (select from casework.external_reference r
                        where r.administration = f.administration and r.reference = 'renewal/' || f.id)
     order by f.id limit 200`.execute(tables(db));
  return rows.rows.map(({ id }) => id);
};
