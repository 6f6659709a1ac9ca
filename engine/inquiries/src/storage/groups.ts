import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** So many that no country needs more, so few that a list of them can be read. */
const MANY = 500;

export interface GroupRow {
  readonly administration: string;
  readonly administration_name: LocalizedText;
  readonly key: string;
  readonly name: LocalizedText;
}

/** The groups of every administration. */
export const listAllGroups = async (db: Queryable): Promise<GroupRow[]> => {
  const rows = await tables(db)
    .selectFrom('staff_group as g')
    .innerJoin('administration as a', 'a.key', 'g.administration')
    .select(['g.administration', 'a.name as administration_name', 'g.key', 'g.name'])
    .orderBy('g.administration')
    .orderBy('g.key')
    .limit(MANY)
    .execute();
  return rows as GroupRow[];
};

/** What a group is called; undefined where no administrator has written it down. */
export const groupName = async (
  db: Queryable,
  { administration, key }: { readonly administration: string; readonly key: string },
): Promise<LocalizedText | undefined> => {
  const row = await tables(db)
    .selectFrom('staff_group')
    .select('name')
    .where('administration', '=', administration)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.name as LocalizedText | undefined;
};
