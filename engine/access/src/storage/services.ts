import type { Queryable } from '@irisflow/database';
import type { GroupView, ServiceView } from '../views/people.ts';
import { type LocalizedText, jsonOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export const listServices = async (db: Queryable, administration: string): Promise<ServiceView[]> => {
  const rows = await tables(db)
    .selectFrom('service')
    .select(['key', 'name'])
    .where('administration', '=', administration)
    .orderBy('key')
    .execute();
  return rows.map(({ key, name }) => ({ key, name: name as LocalizedText }));
};

export const listGroups = async (db: Queryable, administration: string): Promise<GroupView[]> => {
  const rows = await tables(db)
    .selectFrom('staff_group')
    .select(['key', 'name', 'service'])
    .where('administration', '=', administration)
    .orderBy('key')
    .execute();
  return rows.map(({ key, name, service }) => ({ key, name: name as LocalizedText, service }));
};

/** Where a service or a group is. */
export interface Place {
  readonly administration: string;
  readonly key: string;
}

export const upsertService = (db: Queryable, { administration, key, name }: Place & ServiceView) =>
  tables(db)
    .insertInto('service')
    .values({ administration, key, name: jsonOf(name) })
    .onConflict((conflict) => conflict.columns(['administration', 'key']).doUpdateSet({ name: jsonOf(name) }))
    .execute();

export const upsertGroup = (db: Queryable, { administration, key, name, service }: Place & GroupView) =>
  tables(db)
    .insertInto('staff_group')
    .values({ administration, key, service, name: jsonOf(name) })
    .onConflict((conflict) => conflict.columns(['administration', 'key']).doUpdateSet({ name: jsonOf(name), service }))
    .execute();

export const deleteServiceRow = (db: Queryable, { administration, key }: Place) =>
  tables(db)
    .deleteFrom('service')
    .where('administration', '=', administration)
    .where('key', '=', key)
    .returning('key')
    .execute();

export const deleteGroupRow = (db: Queryable, { administration, key }: Place) =>
  tables(db)
    .deleteFrom('staff_group')
    .where('administration', '=', administration)
    .where('key', '=', key)
    .returning('key')
    .execute();

export const isServiceUsed = async (db: Queryable, { administration, key }: Place): Promise<boolean> => {
  const row = await tables(db)
    .selectFrom('staff_group')
    .select('key')
    .where('administration', '=', administration)
    .where('service', '=', key)
    .executeTakeFirst();
  return row !== undefined;
};

/** Whether somebody is in the group or invited to it. */
export const isGroupUsed = async (db: Queryable, { administration, key }: Place): Promise<boolean> => {
  const holders = (table: 'person' | 'invitation') =>
    tables(db)
      .selectFrom(table)
      .select('id')
      .where('administration', '=', administration)
      .where((one) => one(one.val(key), '=', one.fn.any(`${table}.groups`)))
      .executeTakeFirst();
  return (await holders('person')) !== undefined || (await holders('invitation')) !== undefined;
};
