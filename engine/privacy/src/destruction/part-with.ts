import type { Queryable } from '@irisflow/database';
import { peopleInCase } from '../storage/people-in-case.ts';
import { remains, type Parting, type TableName } from './remains.ts';

const statementOf = (table: TableName, { rows, set }: Parting): string => {
  const change =
    set === undefined
      ? `delete from casework.${table} where ${rows}`
      : `update casework.${table} set ${set} where ${rows}`;
  return `with gone as (${change} returning 1) select count(*)::int as rows from gone`;
};

const partings: readonly (readonly [TableName, Parting])[] = (
  Object.entries(remains) as [TableName, readonly Parting[]][]
).flatMap(([table, ofTable]) => ofTable.map((parting) => [table, parting] as const));

/** Takes away what is kept of a case or of a party, in the order of `remains`; answers how many rows went, by table. */
export const partWith = async (db: Queryable, of: Parting['of'], key: string): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [table, parting] of partings) {
    if (parting.of !== of) continue;
    const [gone] = await db.query<{ rows: number }>(statementOf(table, parting), [key]);
    // What only lost its tie to the case did not go.
    if (parting.set === undefined && gone !== undefined && gone.rows > 0)
      counts[table] = (counts[table] ?? 0) + gone.rows;
  }
  return counts;
};

/** People of a case of whom nobody has anything else: no account, case, application, contact, appointment or mandate. */
export const leftParties = async (
  db: Queryable,
  { partyIds, administration }: { readonly partyIds: readonly string[]; readonly administration: string },
): Promise<string[]> => {
  const rows = await db.query<{ id: string }>(
    `select p.id from casework.party p
      where p.id = any($1::text[]) and (p.noted_by is null or p.noted_by = $2)
        and not exists (select from casework.person a where a.party_id = p.id)
        and not exists (select from casework.case_file f where f.person_id = p.id)
        and not exists (select from casework.case_party c where c.person_id = p.id)
        and not exists (select from casework.participant o where o.party_id = p.id)
        and not exists (select from casework.application_draft d where d.person_id = p.id)
        and not exists (select from casework.contact t where t.person_id = p.id)
        and not exists (select from casework.appointment b where b.person_id = p.id)
        and not exists (select from casework.mandate m where m.mandator_id = p.id or m.mandatee_id = p.id)
      order by p.id for update of p`,
    [partyIds, administration],
  );
  return rows.map(({ id }) => id);
};

/** Who is in a case. */
export const partiesIn = async (db: Queryable, caseId: string): Promise<string[]> => {
  const rows = await db.query<{ person_id: string }>(peopleInCase('$1'), [caseId]);
  return [...new Set(rows.map(({ person_id: id }) => id))];
};

/** A case with whoever is in it, locked: a hold on either waits until it is known whether the case goes. */
export const lockMatter = async (db: Queryable, caseId: string): Promise<void> => {
  await db.query('select id from casework.case_file where id = $1 for update', [caseId]);
  await db.query('select id from casework.party where id = any($1::text[]) order by id for update', [
    await partiesIn(db, caseId),
  ]);
};
