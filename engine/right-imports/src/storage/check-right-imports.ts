import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of rights that were taken over, as statements that answer what is not. */
const proofs: readonly string[] = [
  `select 'Expected row ' || r.position || ' of ' || r.import_id || ' to have become a right, but there is none' as found
     from casework.right_import_row r where r.state in ('imported', 'changed') and r.right_id is null`,
  `select 'Expected right ' || r.right_id || ' to come of one row, but it came of ' || count(*) as found
     from casework.right_import_row r where r.state = 'imported' group by r.right_id having count(*) > 1`,
  `select 'Expected right ' || r.right_id || ' to keep the number ' || r.number || ', but it is ' || g.number as found
     from casework.right_import_row r join casework.granted_right g on g.id = r.right_id
    where r.state in ('imported', 'changed') and r.number is not null and g.number <> r.number`,
  `select 'Expected numbers of ' || c.prefix || '-' || c.year || ' to go on above ' || g.number || ', but the last is ' || c.last as found
     from casework.granted_right g
     cross join lateral regexp_match(g.number, '^([A-Z][A-Z0-9]{0,9})-([0-9]{4})-([0-9]{1,9})$') as m (part)
     join casework.right_counter c
       on c.administration = g.administration and c.prefix = m.part[1] and c.year = m.part[2]::integer
    where m.part[3]::integer > c.last`,
  `select 'Expected ' || i.id || ' to be confirmed by somebody else than who took it over, but they are the same' as found
     from casework.right_import i where i.state = 'confirmed' and i.confirmed_by = i.started_by`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.right_import') is not null as found`,
  );
  return row?.found ?? false;
};

/** Compares what files were taken over with the rights that came of them; answers what does not fit. */
export const checkRightImports = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
