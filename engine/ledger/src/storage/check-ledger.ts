import { job, scopeOf } from '@irisflow/access';
import type { Database, Queryable, Row } from '@irisflow/database';
import { structuredCommunication } from '@irisflow/identifiers';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of the books, as statements that answer what is not. They read every line: a stopped platform has the time. */
const proofs: readonly string[] = [
  `select 'Expected ledger entry ' || e.id || ' to balance, but its ' || count(l.entry_id) || ' lines sum up to ' || coalesce(sum(l.amount), 0) as found
     from casework.ledger_entry e left join casework.ledger_line l on l.entry_id = e.id
    group by e.id having count(l.entry_id) < 2 or coalesce(sum(l.amount), 0) <> 0`,
  `select 'Expected entries 1 to ' || b.last || ' of ' || b.administration || ', but ' || count(e.id) || ' are there, the last of them ' || coalesce(max(e.number), 0) as found
     from casework.ledger_book b left join casework.ledger_entry e on e.administration = b.administration
    group by b.administration, b.last having count(e.id) <> b.last or coalesce(max(e.number), 0) <> b.last`,
  `select 'Expected account ' || coalesce(b.account, s.account) || ' of ' || coalesce(b.administration, s.administration) || ' to stand at ' || coalesce(s.total, 0) || ', but found ' || coalesce(b.balance, 0) as found
     from casework.ledger_balance b full join (
       select e.administration, l.account, sum(l.amount) as total
         from casework.ledger_line l join casework.ledger_entry e on e.id = l.entry_id group by 1, 2) s
       on s.administration = b.administration and s.account = b.account
    where coalesce(s.total, 0) <> coalesce(b.balance, 0)`,
  `select 'Expected receivable ' || r.id || ' to have the sums of its lines, but they differ' as found
     from casework.receivable r
     left join casework.receivable_balance b on b.receivable_id = r.id
     left join (
       select receivable_id,
              coalesce(sum(amount) filter (where account = 'receivable'), 0) as rest,
              -coalesce(sum(amount) filter (where account = 'revenue'), 0) as charged,
              coalesce(sum(amount) filter (where account = 'loss'), 0) as written_off,
              -coalesce(sum(amount) filter (where account = 'refund'), 0) as refund
         from casework.ledger_line where receivable_id is not null group by 1) s on s.receivable_id = r.id
    where b.receivable_id is null or s.receivable_id is null or b.due_on <> greatest(r.due_on, (select max(d.due_on) from casework.receivable_dispute d where d.receivable_id = r.id)) or b.administration <> r.administration
       or (b.rest, b.charged, b.written_off, b.refund) is distinct from (s.rest::bigint, s.charged::bigint, s.written_off::bigint, s.refund::bigint)`,
  `select 'Expected receivable ' || receivable_id || ' to have something left or something to give back, but it has ' || rest || ' and ' || refund as found
     from casework.receivable_balance where rest < 0 or refund < 0 or (rest > 0 and refund > 0)`,
  `select 'Expected payment ' || p.id || ' to have in suspense what its lines say, but it has ' || coalesce(b.suspense, 0) as found
     from casework.payment p left join casework.payment_balance b on b.payment_id = p.id
     left join (select payment_id, -sum(amount) as suspense from casework.ledger_line
                 where account = 'suspense' group by 1) s on s.payment_id = p.id
    where coalesce(b.suspense, 0) <> coalesce(s.suspense, 0) or coalesce(b.suspense, 0) < 0`,
  `select 'Expected payment ' || p.id || ' to have to be given back what its lines say, but it has ' || coalesce(b.refund, 0) as found
     from casework.payment p left join casework.payment_balance b on b.payment_id = p.id
     left join (select payment_id, -sum(amount) as refund from casework.ledger_line
                 where account = 'refund' and receivable_id is null group by 1) s on s.payment_id = p.id
    where coalesce(b.refund, 0) <> coalesce(s.refund, 0) or coalesce(b.refund, 0) < 0`,
  `select 'Expected as many receivables of ' || coalesce(t.administration, s.administration) || ' to fall due on ' || coalesce(t.due_on, s.due_on) || ' as are tallied, but they differ' as found
     from casework.receivable_tally t full join (
       select administration, due_on, count(*) as receivables, count(*) filter (where rest > 0) as open,
              coalesce(sum(rest) filter (where rest > 0), 0) as rest, count(*) filter (where refund > 0) as refunds
         from casework.receivable_balance group by 1, 2) s on s.administration = t.administration and s.due_on = t.due_on
    where (coalesce(t.receivables, 0), coalesce(t.open, 0), coalesce(t.rest, 0), coalesce(t.refunds, 0)) is distinct from
          (coalesce(s.receivables, 0), coalesce(s.open, 0), coalesce(s.rest, 0)::bigint, coalesce(s.refunds, 0))`,
  `select 'Expected receivable ' || b.receivable_id || ' to be disputed since ' || coalesce(min(d.since_on)::text, 'never') || ', but found ' || coalesce(b.disputed_on::text, 'never') as found
     from casework.receivable_balance b
     left join casework.receivable_dispute d on d.receivable_id = b.receivable_id and d.ended_on is null
    group by b.receivable_id, b.disputed_on having (b.disputed_on is null) <> (count(d.receivable_id) = 0)`,
  `select 'Expected entry ' || e.id || ' to mirror entry ' || e.reverses || ', but it does not' as found
     from casework.ledger_entry e
    where e.reverses is not null
      and exists (select from casework.ledger_line a
                    full join (select * from casework.ledger_line where entry_id = e.reverses) o on o.place = a.place
                   where coalesce(a.entry_id, e.id) = e.id and (a.account is distinct from o.account or a.amount is distinct from -o.amount))`,
];

const miscopied = async (db: Queryable): Promise<string[]> => {
  const rows = await db.query<{ id: string; communication: string }>(
    'select id, communication from casework.receivable',
  );
  return rows
    .filter(({ communication }) => !structuredCommunication.check(communication).ok)
    .map(
      ({ id, communication }) =>
        `Expected receivable ${id} to have a communication that checks, but found ${communication}`,
    );
};

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.ledger_entry') is not null as found`,
  );
  return row?.found ?? false;
};

/** Adds the books up anew and compares; answers what does not fit, nothing where there are no books. */
export const checkLedger = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return [...findings, ...(await miscopied(db))];
};
