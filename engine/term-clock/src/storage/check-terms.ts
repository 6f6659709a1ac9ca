import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of terms, as statements that answer what is not. */
const proofs: readonly string[] = [
  `select 'Expected that term ' || t.id || ' ran out to be told once, but it was ' || count(o.id) || ' times' as found
     from casework.term t
     left join casework.outbox o on o.case_id = t.case_id and o.kind = 'publishMessage'
      and o.message ->> 'name' = 'term.expired' and o.message ->> 'key' = t.id
    where t.state = 'expired' group by t.id having count(o.id) <> 1`,
  `select 'Expected term ' || t.id || ', which goes on, not to be told as over, but it was' as found
     from casework.term t
    where t.state in ('running', 'suspended', 'interrupted')
      and exists (select from casework.outbox o
                   where o.case_id = t.case_id and o.kind = 'publishMessage'
                     and o.message ->> 'name' = 'term.expired' and o.message ->> 'key' = t.id)`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(`select to_regclass('casework.term') is not null as found`);
  return row?.found ?? false;
};

/** Compares which terms ran out with what processes were told; answers what does not fit. */
export const checkTerms = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
