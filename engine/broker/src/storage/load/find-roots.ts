import type { EntityNoun } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import { SCHEMA } from '../row-statement.ts';

const from = (table: string) => `select key, root_key from ${SCHEMA}.${table} where key = any($1::bigint[])`;

/** Where each noun's root is written down. */
const QUERIES: { readonly [Noun in EntityNoun]: string } = {
  job: from('job'),
  userTask: from('user_task'),
  incident: from('incident'),
  subscription: from('timer'),
  elementInstance: `${from('element_instance')} union all ${from('process_instance')}`,
};

/** Roots of entities that no loaded tree holds, by entity key; unknown keys are absent. */
export const findRoots = async (
  database: Database,
  noun: EntityNoun,
  keys: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await database.run<{ key: string; root_key: string }>({
    name: `find_root_of_${noun}`,
    text: QUERIES[noun],
    values: [keys],
  });
  return new Map(rows.map((row) => [row.key, row.root_key]));
};
