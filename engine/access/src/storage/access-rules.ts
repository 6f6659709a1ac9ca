import type { Queryable } from '@irisflow/database';
import { jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { AccessRuleDraft } from '../views/access-rule.ts';
import { tables } from './tables.ts';

const columns = [
  'id',
  'administration',
  'name',
  'groups',
  'people',
  'procedures',
  'languages',
  'communes',
  'shows_documents',
] as const;

export type AccessRuleRow = Awaited<ReturnType<typeof listRuleRows>>[number];

export const listRuleRows = (db: Queryable, administration: string) =>
  tables(db)
    .selectFrom('access_rule')
    .select(columns)
    .where('administration', '=', administration)
    .orderBy('id')
    .execute();

export interface RuleToWrite {
  readonly id: string;
  readonly administration: string;
  readonly rule: AccessRuleDraft;
  readonly at: string;
  readonly by: string;
}

/** Writes a rule; one of another administration with the same id stays as it is, and nothing is answered. */
export const writeRule = ({ id, administration, rule, at, by }: RuleToWrite, db: Queryable) => {
  const values = {
    name: jsonOf(rule.name),
    groups: rule.groups,
    people: rule.people,
    procedures: rule.procedures,
    languages: rule.languages,
    communes: rule.communes,
    shows_documents: rule.showsDocuments,
    saved_at: at,
    saved_by: by,
  };
  return tables(db)
    .insertInto('access_rule')
    .values({ id, administration, ...values })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(values).where('access_rule.administration', '=', administration),
    )
    .returning(columns)
    .executeTakeFirst();
};

export const deleteRuleRow = (db: Queryable, { administration, id }: { administration: string; id: string }) =>
  tables(db)
    .deleteFrom('access_rule')
    .where('administration', '=', administration)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();

/** Who administers an administration, and whether a rule bounds them. */
export const listAdministrators = (db: Queryable, administration: string) =>
  db.query<{ id: string; bound: boolean }>(
    `select p.id, casework.reach_of(p.id) is not null as bound from casework.person p
      where p.administration = $1 and 'administrator' = any(p.roles)`,
    [administration],
  );

export const nameOfRule = ({ name }: Pick<AccessRuleRow, 'name'>): LocalizedText => name as LocalizedText;
