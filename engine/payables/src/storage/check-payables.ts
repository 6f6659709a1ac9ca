import { job, scopeOf } from '@irisflow/access';
import type { Database, Queryable, Row } from '@irisflow/database';
import { endToEndIdOf, messageIdOf } from '../ids.ts';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of orders and batches, as statements that answer what is not. They read every row: a stopped platform has the time. */
const proofs: readonly string[] = [
  // The control accounts: what the books say in one sum is what the orders say each.
  `select 'Expected account payable of ' || a.key || ' to stand at ' || -coalesce(p.total, 0) || ', which its orders are, but found ' || coalesce(b.balance, 0) as found
     from casework.administration a
     left join casework.ledger_balance b on b.administration = a.key and b.account = 'payable'
     left join (select p.administration, sum(p.amount) as total from casework.payable p
                  left join casework.payment_batch g on g.id = p.batch_id
                 where p.outcome is null and g.released_at is null group by 1) p on p.administration = a.key
    where coalesce(b.balance, 0) <> -coalesce(p.total, 0)`,
  `select 'Expected account transit of ' || a.key || ' to stand at ' || -coalesce(p.total, 0) || ', which banks were asked for, but found ' || coalesce(b.balance, 0) as found
     from casework.administration a
     left join casework.ledger_balance b on b.administration = a.key and b.account = 'transit'
     left join (select p.administration, sum(p.amount) as total from casework.payable p
                  join casework.payment_batch g on g.id = p.batch_id
                 where p.outcome is null and g.released_at is not null group by 1) p on p.administration = a.key
    where coalesce(b.balance, 0) <> -coalesce(p.total, 0)`,
  `select 'Expected batch ' || g.id || ' to have the sums of its orders, but they differ' as found
     from casework.payment_batch g
     left join casework.payment_batch_balance b on b.batch_id = g.id
     left join (select batch_id, count(*) as orders, sum(amount) as total,
                       count(*) filter (where outcome = 'executed') as executed_orders,
                       coalesce(sum(amount) filter (where outcome = 'executed'), 0) as executed,
                       count(*) filter (where outcome = 'rejected') as rejected_orders,
                       coalesce(sum(amount) filter (where outcome = 'rejected'), 0) as rejected
                  from casework.payable where batch_id is not null group by 1) s on s.batch_id = g.id
    where (coalesce(b.orders, 0), coalesce(b.total, 0), coalesce(b.executed_orders, 0), coalesce(b.executed, 0), coalesce(b.rejected_orders, 0), coalesce(b.rejected, 0))
          is distinct from
          (coalesce(s.orders, 0)::bigint, coalesce(s.total, 0)::bigint, coalesce(s.executed_orders, 0)::bigint, coalesce(s.executed, 0)::bigint, coalesce(s.rejected_orders, 0)::bigint, coalesce(s.rejected, 0)::bigint)`,
  `select 'Expected payable ' || p.id || ' to be released as its batch is, but it is not' as found
     from casework.payable p left join casework.payment_batch g on g.id = p.batch_id
    where (p.released_on is null) <> (g.released_at is null)`,
  `select 'Expected payable ' || p.id || ' to stand on one entry of ' || p.amount || ', reversed where it is ' || coalesce(p.outcome, 'open') || ', but it does not' as found
     from casework.payable p
     left join (select e.payable_id, count(*) as entries, sum(l.amount) as amount,
                       count(r.id) as reversals
                  from casework.ledger_entry e
                  join casework.ledger_line l on l.entry_id = e.id and l.account = 'payable'
                  left join casework.ledger_entry r on r.reverses = e.id
                 where e.kind in ('order', 'refund') group by 1) s on s.payable_id = p.id
    where s.entries is distinct from 1 or s.amount is distinct from -p.amount
       or (s.reversals = 1) is distinct from (coalesce(p.outcome, '') in ('canceled', 'rejected'))`,
  `select 'Expected payable ' || p.id || ' to take ' || p.amount || ' of its budget, given back or paid as it is ' || coalesce(p.outcome, 'open') || ', but it does not' as found
     from casework.payable p
     join (select payable_id, sum(liquidated) as liquidated, sum(paid) as paid, max(liquidated) as taken
             from casework.budget_movement where payable_id is not null group by 1) m on m.payable_id = p.id
    where m.taken <> p.amount or (m.liquidated, m.paid) is distinct from (
      case when coalesce(p.outcome, '') in ('canceled', 'rejected') then 0 else p.amount end,
      case when p.outcome = 'executed' then p.amount else 0 end)`,
];

/** Keys by which banks name what they were sent: they follow from ours. */
const misnamed = async (db: Queryable): Promise<string[]> => {
  const orders = await db.query<{ id: string; named: string }>(
    'select id, end_to_end_id as named from casework.payable',
  );
  const batches = await db.query<{ id: string; named: string }>(
    'select id, message_id as named from casework.payment_batch',
  );
  return [
    ...orders.filter(({ id, named }) => named !== endToEndIdOf(id)),
    ...batches.filter(({ id, named }) => named !== messageIdOf(id)),
  ].map(({ id, named }) => `Expected what banks call ${id} to follow from it, but found ${named}`);
};

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(`select to_regclass('casework.payable') is not null as found`);
  return row?.found ?? false;
};

/** Adds orders and batches up anew and compares them with the books; answers what does not fit. */
export const checkPayables = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return [...findings, ...(await misnamed(db))];
};
