import type { Database } from '@irisflow/database';
import { SCHEMA } from '../row-statement.ts';
import { bucketRowId } from '../rows/state-rows.ts';

const asPairs = (rows: readonly { id: string; state: string }[]) => new Map(rows.map(({ id, state }) => [id, state]));

/** Texts of the trees that are stored, by root key. */
export const loadTrees = async (database: Database, rootKeys: readonly string[]): Promise<Map<string, string>> =>
  asPairs(
    await database.run<{ id: string; state: string }>({
      name: 'load_trees',
      text: `select root_key as id, state from ${SCHEMA}.instance_state where root_key = any($1::bigint[])`,
      values: [rootKeys],
    }),
  );

/** Texts of the buckets that are stored, by bucket id. */
export const loadBuckets = async (database: Database, ids: readonly string[]): Promise<Map<string, string>> => {
  const idOf = new Map(ids.map((id) => [bucketRowId(id), id]));
  const rows = await database.run<{ id: string; state: string }>({
    name: 'load_buckets',
    text: `select id, state from ${SCHEMA}.bucket_state where id = any($1::text[])`,
    values: [[...idOf.keys()]],
  });
  return asPairs(rows.map(({ id, state }) => ({ id: idOf.get(id) ?? id, state })));
};

/** Roots of the trees that stopped in the middle of their work: their budget was used up when the program ended. */
export const loadUnfinishedRoots = async (database: Database): Promise<string[]> =>
  (await database.query<{ root_key: string }>(`select root_key from ${SCHEMA}.instance_state where has_steps`)).map(
    (row) => row.root_key,
  );
