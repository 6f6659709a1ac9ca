import { job, scopeOf } from '@irisflow/access';
import type { Database, Row } from '@irisflow/database';

interface Finding extends Row {
  readonly found: string;
}

/** What must be true of letters that leave, as statements that answer what is not. */
const proofs: readonly string[] = [
  `select 'Expected letter ' || (o.message ->> 'key') || ' to tell ' || (o.message ->> 'name') || ' once, but it did '
          || count(*) || ' times' as found
     from casework.outbox o
    where o.kind = 'publishMessage' and o.message ->> 'name' like 'notice.%'
    group by o.case_id, o.message ->> 'key', o.message ->> 'name' having count(*) > 1`,
  // Whoever dies right after the carrier took it writes so the next time that it is asked.
  `select 'Expected letter ' || c.notice_id || ', which its carrier has, to say so, but it does not' as found
     from casework.consignment c
    where c.state in ('carried', 'over') and (c.state = 'over' or c.asks > 0)
      and not exists (select from casework.notice_fate f
                       where f.notice_id = c.notice_id and f.channel = c.channel and f.kind = 'handedOver')`,
  `select 'Expected letter ' || c.notice_id || ' in one hand, but its carrier has it and so has print batch ' || b.number as found
     from casework.consignment c
     join casework.handover h on h.notice_id = c.notice_id and h.channel = c.channel
     join casework.print_batch b on b.id = h.batch_id
    where c.state in ('carried', 'over') and b.ended_at is null`,
];

const isThere = async (database: Database): Promise<boolean> => {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('casework.consignment') is not null as found`,
  );
  return row?.found ?? false;
};

/** Compares who has letters with what their files say and what processes were told; answers what does not fit. */
export const checkLetters = async (database: Database): Promise<string[]> => {
  if (!(await isThere(database))) return [];
  const db = database.as(scopeOf(job('operator')));
  const findings: string[] = [];
  for (const proof of proofs) findings.push(...(await db.query<Finding>(proof)).map(({ found }) => found));
  return findings;
};
