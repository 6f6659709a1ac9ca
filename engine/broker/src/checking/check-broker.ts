import type { Database } from '@irisflow/database';
import { SCHEMA } from '../storage/row-statement.ts';
import { checkTree, type StoredTree } from './check-tree.ts';

/** Trees that are read at a time. */
const PAGE = 200;

const checkDiary = async (database: Database): Promise<string[]> => {
  const gaps = await database.query<{ position: string; expected: string }>(
    `select position, expected from (
       select position, lag(position + event_count) over (order by position) as expected from ${SCHEMA}.engine_record
     ) ordered where expected is not null and expected <> position limit 10`,
  );
  return gaps.map(({ position, expected }) => `diary: expected position ${expected}, but found ${position}`);
};

const checkOrphans = async (database: Database): Promise<string[]> => {
  const orphans = await database.query<{ key: string }>(
    `select p.key from ${SCHEMA}.process_instance p
      where p.ended_at is null and not exists (select from ${SCHEMA}.instance_state s where s.root_key = p.root_key) limit 100`,
  );
  return orphans.map(({ key }) => `instance ${key}: is active in the read model but has no state`);
};

const checkPartition = async (database: Database): Promise<string[]> => {
  const [row] = await database.query<{ next_position: string; last: string | null }>(
    `select next_position, (select max(position + event_count) from ${SCHEMA}.engine_record) as last from ${SCHEMA}.partition`,
  );
  if (row === undefined) return ['partition: expected one row, but there is none'];
  return row.last === null || row.last === row.next_position
    ? []
    : [`partition: expected the next position to be ${row.last}, but it is ${row.next_position}`];
};

/** Proves that state, read model and diary of a stopped store agree; one sentence a finding, none when all is well. */
export const checkBroker = async (database: Database): Promise<string[]> => {
  const findings = [
    ...(await checkPartition(database)),
    ...(await checkDiary(database)),
    ...(await checkOrphans(database)),
  ];
  let after = '0';
  for (;;) {
    const page = await database.query<{ root_key: string; state: string }>(
      `select root_key, state from ${SCHEMA}.instance_state where root_key > $1 order by root_key limit ${PAGE}`,
      [after],
    );
    for (const { root_key: rootKey, state } of page) {
      const stored: StoredTree = { rootKey, state };
      findings.push(...(await checkTree(database, stored)));
      after = rootKey;
    }
    if (page.length < PAGE) return findings;
  }
};

/** Proves the same of one root process instance that nobody moves now; nothing is wrong with one that has ended. */
export const checkInstance = async (database: Database, rootKey: string): Promise<string[]> => {
  const [row] = await database.query<{ state: string }>(
    `select state from ${SCHEMA}.instance_state where root_key = $1`,
    [rootKey],
  );
  return row === undefined ? [] : checkTree(database, { rootKey, state: row.state });
};
