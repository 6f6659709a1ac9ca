import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

const ofQuota = 'using (administration, procedure_key, quota)';

/** What must be true of quotas, as statements that answer what is not. */
const proofs: readonly string[] = [
  `select 'Expected quota ' || c.quota || ' of ' || c.procedure_key || ' to have the places that it counts, '
          || c.reserved || ' reserved, ' || c.held || ' held and ' || c.waiting || ' waited for, but found '
          || coalesce(p.reserved, 0) || ', ' || coalesce(p.held, 0) || ' and ' || coalesce(p.waiting, 0) as found
     from casework.quota_count c left join (
       select administration, procedure_key, quota, count(*) filter (where state = 'reserved') as reserved,
              count(*) filter (where state = 'held') as held, count(*) filter (where state = 'waiting') as waiting
         from casework.quota_place group by 1, 2, 3) p ${ofQuota}
    where (c.reserved, c.held, c.waiting) is distinct from (coalesce(p.reserved, 0), coalesce(p.held, 0), coalesce(p.waiting, 0))`,
  `select 'Expected events 1 to ' || c.events || ' of quota ' || c.quota || ' of ' || c.procedure_key || ', but '
          || count(e.sequence) || ' are there, the last of them ' || coalesce(max(e.sequence), 0) as found
     from casework.quota_count c left join casework.quota_event e ${ofQuota}
    group by c.procedure_key, c.quota, c.events having count(e.sequence) <> c.events or coalesce(max(e.sequence), 0) <> c.events`,
  `select 'Expected quota ' || c.quota || ' of ' || c.procedure_key || ' to stand as after its last event, but it does not' as found
     from casework.quota_count c join casework.quota_event e ${ofQuota}
    where e.sequence = c.events and (e.taken, e.waiting) is distinct from (c.reserved + c.held, c.waiting)`,
  `select 'Expected event ' || sequence || ' of quota ' || quota || ' of ' || procedure_key || ' to give a place that was free, but '
          || taken || ' were then taken of ' || coalesce(ceiling, 0) as found
     from casework.quota_event where act in ('reserved', 'offered') and (ceiling is null or taken > ceiling)`,
  `select 'Expected place ' || p.id || ' to stand as its last event says, but it is ' || p.state || coalesce(' after ' || e.act, '') as found
     from casework.quota_place p left join lateral (
       select act from casework.quota_event v where v.place_id = p.id order by v.sequence desc limit 1) e on true
    where p.state is distinct from case e.act when 'waiting' then 'waiting' when 'reserved' then 'reserved'
            when 'offered' then 'reserved' when 'confirmed' then 'held' else case when e.act is null then null else 'over' end end`,
  `select 'Expected whoever waits for quota ' || quota || ' of ' || procedure_key || ' at positions 1 to ' || count(*)
          || ', but found others' as found
     from (select p.administration, p.procedure_key, p.quota,
                  p.line - (select count(*) from casework.quota_event e
                             where e.administration = p.administration and e.procedure_key = p.procedure_key
                               and e.quota = p.quota and e.act in ('offered', 'left') and e.line < p.line) as position
             from casework.quota_place p where p.state = 'waiting') w
    group by administration, procedure_key, quota
   having min(position) <> 1 or max(position) <> count(*) or count(distinct position) <> count(*)`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.quota_count') is not null as found`,
  );
  return row?.found ?? false;
};

/** Counts every place anew and compares; answers what does not fit, nothing where there are no quotas. */
export const checkQuotas = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
