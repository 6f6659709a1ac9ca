import type { Database, Queryable } from '@irisflow/database';
import type { Installed } from './installed.ts';

/** A corruption of one kind, and the words by which the check has to find it. */
interface Planted {
  readonly what: string;
  plant(store: Queryable): Promise<unknown>;
  readonly finding: RegExp;
}

const sql =
  (...statements: readonly string[]) =>
  async (store: Queryable): Promise<void> => {
    for (const statement of statements) await store.query(statement);
  };

/** One of each room that is proved; every other kind is planted in the tests of its room. */
const planted: readonly Planted[] = [
  {
    what: 'an instance without its state',
    plant: sql(
      `delete from engine.instance_state where root_key =
         (select root_key from engine.process_instance where ended_at is null order by key limit 1)`,
    ),
    finding: /is active in the read model but has no state/,
  },
  {
    what: 'a page of the diary that is gone',
    plant: sql(
      `delete from engine.engine_record where position =
         (select position from engine.engine_record order by position offset 3 limit 1)`,
    ),
    finding: /^diary: expected position/m,
  },
  {
    what: 'a line of the books that somebody changed',
    plant: sql(
      'alter table casework.ledger_line disable trigger final',
      `update casework.ledger_line set amount = amount + 1
        where place = 0 and entry_id = (select id from casework.ledger_entry where number = 1)`,
      'alter table casework.ledger_line enable trigger final',
    ),
    finding: /Expected ledger entry \S+ to balance/,
  },
  {
    what: 'an order that banks would take for another one',
    plant: sql(
      'alter table casework.payable disable trigger user',
      `update casework.payable set end_to_end_id = 'X' where id = (select min(id) from casework.payable)`,
      'alter table casework.payable enable trigger user',
    ),
    finding: /Expected what banks call/,
  },
  {
    what: 'a place that was taken twice',
    plant: sql(`update casework.quota_count set held = held + 1 where quota = 'flagey'`),
    finding: /Expected quota flagey of market-stall to have the places that it counts/,
  },
  {
    what: 'the end of a term, told twice',
    plant: sql(
      `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
         select case_id, 'publishMessage', jsonb_build_object('kind', 'publishMessage', 'name', 'term.expired', 'key', id),
                'done', now(), now()
           from casework.term where key = 'appeal' and state in ('running', 'expired') limit 1`,
    ),
    finding: /Expected (that term \S+ ran out to be told once|term \S+, which goes on)/,
  },
  {
    what: 'news of a letter, told twice',
    plant: sql(
      `insert into casework.outbox (case_id, kind, message, state, next_at, created_at)
         select case_id, kind, message, state, next_at, created_at from casework.outbox
          where message ->> 'name' like 'notice.%' limit 1`,
    ),
    finding: /Expected letter \S+ to tell notice\.\w+ once/,
  },
  {
    what: 'an obligation that was told once more than it says',
    plant: sql(
      `update casework.obligation_occurrence set told = told + 1
        where id = (select min(id) from casework.obligation_occurrence)`,
    ),
    finding: /Expected as many things to be told of occurrence/,
  },
];

/** Damages the store in each way, and answers what `check --deep` did not find. */
export const plantEach = async (installed: Installed): Promise<string[]> => {
  await installed.inStore((store: Database) =>
    store.transaction(async (tx) => {
      for (const one of planted) await one.plant(tx);
    }),
  );
  const found = (await installed.check()).join('\n');
  return planted.filter(({ finding }) => !finding.test(found)).map(({ what }) => what);
};
