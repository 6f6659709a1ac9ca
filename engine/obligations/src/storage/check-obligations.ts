import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of obligations, as statements that answer what is not. */
const proofs: readonly string[] = [
  `select 'Expected occurrence ' || c.id || ' to have opened once, but it did ' || count(e.id) || ' times' as found
     from casework.obligation_occurrence c
     left join casework.obligation_event e on e.occurrence_id = c.id and e.act = 'opened'
    group by c.id having count(e.id) <> 1`,
  `select 'Expected as many things to be told of occurrence ' || c.id || ' as it says, ' || c.told || ', but found ' || count(e.id) as found
     from casework.obligation_occurrence c
     left join casework.obligation_event e on e.occurrence_id = c.id and e.act in ('due', 'overdue')
    group by c.id, c.told having count(e.id) <> c.told`,
  `select 'Expected the next window of obligation ' || o.id || ' after all that opened, but ' || o.next_day || ' is none' as found
     from casework.obligation o
    where o.next_day <= (select max(c.day) from casework.obligation_occurrence c where c.obligation_id = o.id)`,
  `select 'Expected nothing to come of obligation ' || o.id || ', which has ended, but ' || o.next_day || ' does' as found
     from casework.obligation o where o.state = 'ended' and o.next_day is not null`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.obligation') is not null as found`,
  );
  return row?.found ?? false;
};

/** Compares what was opened and told with what obligations say of it; answers what does not fit. */
export const checkObligations = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
