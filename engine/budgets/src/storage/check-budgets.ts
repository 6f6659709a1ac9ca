import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

const added = ['engaged', 'carried_in', 'carried_out', 'liquidated', 'paid'];
const ofLine = ['engagement_credit', 'liquidation_credit', ...added];

const kept = (columns: readonly string[]): string => columns.map((column) => `b.${column}`).join(', ');
const counted = (columns: readonly string[]): string =>
  columns.map((column) => `coalesce(s.${column}, 0)::bigint`).join(', ');
const summed = (columns: readonly string[]): string =>
  columns.map((column) => `sum(${column}) as ${column}`).join(', ');

/** What must be true of a budget, as statements that answer what is not. They read every row. */
const proofs: readonly string[] = [
  `select 'Expected budget line ' || l.code || ' of ' || l.year || ' to stand as its movements say, but it does not' as found
     from casework.budget_line l left join casework.budget_line_balance b on b.line_id = l.id
     left join (select line_id, ${summed(ofLine)} from casework.budget_movement group by 1) s on s.line_id = l.id
    where (${kept(ofLine)}) is distinct from (${counted(ofLine)})`,
  `select 'Expected engagement ' || e.id || ' to stand as its movements say, but it does not' as found
     from casework.engagement e left join casework.engagement_balance b on b.engagement_id = e.id
     left join (select engagement_id, ${summed(added)} from casework.budget_movement group by 1) s on s.engagement_id = e.id
    where (${kept(added)}) is distinct from (${counted(added)})`,
  `select 'Expected budget line ' || l.code || ' of ' || l.year || ' to have the sums of its engagements, but they differ' as found
     from casework.budget_line l join casework.budget_line_balance b on b.line_id = l.id
     left join (select e.line_id, ${added.map((column) => `sum(g.${column}) as ${column}`).join(', ')}
                  from casework.engagement e join casework.engagement_balance g on g.engagement_id = e.id group by 1) s on s.line_id = l.id
    where (${kept(added)}) is distinct from (${counted(added)})`,
  `select 'Expected budget line ' || l.code || ' of ' || l.year || ' to stay within its credits, but it is over them' as found
     from casework.budget_line l join casework.budget_line_balance b on b.line_id = l.id
    where b.engaged > b.engagement_credit or b.liquidated > b.liquidation_credit`,
  `select 'Expected credits of budget line ' || l.code || ' of ' || l.year || ' to be what was approved, but they differ' as found
     from casework.budget_line l join casework.budget_line_balance b on b.line_id = l.id
     left join (select line_id, sum(engagement) as engagement, sum(liquidation) as liquidation
                  from casework.budget_credit where state = 'approved' group by 1) c on c.line_id = l.id
    where b.engagement_credit <> coalesce(c.engagement, 0) or b.liquidation_credit <> coalesce(c.liquidation, 0)`,
  `select 'Expected what engagement ' || o.id || ' gave to the next year to be there, but it is not' as found
     from casework.engagement o join casework.budget_line l on l.id = o.line_id
     join casework.engagement_balance b on b.engagement_id = o.id
    where b.carried_out <> coalesce((
      select sum(m.carried_in) from casework.engagement n join casework.budget_line y on y.id = n.line_id and y.year = l.year + 1
        join casework.budget_movement m on m.engagement_id = n.id and m.kind = 'carryIn'
       where n.root_id = o.root_id), 0)`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.budget_line') is not null as found`,
  );
  return row?.found ?? false;
};

/** Adds budgets up anew and compares; answers what does not fit, nothing where there are none. */
export const checkBudgets = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
