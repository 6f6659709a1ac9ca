import { sql, type Queryable, type Row } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import { casesWith } from './people-in-case.ts';
import { tables } from './tables.ts';

/** Days in Brussels, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const within = (column: string, from: string, to: string): string =>
  `${column} >= (${from}::date)::timestamp at time zone 'Europe/Brussels'
    and ${column} < (${to}::date + 1)::timestamp at time zone 'Europe/Brussels'`;

/** What an administration has of people, by the references under which its audit names it. */
export const referencesOf = async (
  db: Queryable,
  { administration, partyIds, numberIndexes }: Sought,
): Promise<readonly { readonly object: string; readonly case_id: string | null }[]> =>
  db.query<{ object: string; case_id: string | null }>(
    `with of_them as (
       select f.id, f.earlier_instances || f.process_instance_key
           || array(select r.process_instance_key from casework.right_instance r where r.case_id = f.id) as instances
         from casework.case_file f
        where f.id in (${casesWith('$1', '$2::text[]', '$3::text[]')}))
     select 'case:' || id as object, id as case_id from of_them
     union all select 'instance:' || e.key, o.id from of_them o cross join lateral unnest(o.instances) e (key) where e.key is not null
     union all select 'task:' || t.id, t.case_id from casework.task t join of_them o on o.id = t.case_id
     union all select 'document:' || d.id, d.case_id from casework.document d join of_them o on o.id = d.case_id
     union all select 'contact:' || k.id,
         (select min(c.case_id) from casework.contact_case c where c.contact_id = k.id) from casework.contact k
        where k.administration = $1 and k.person_id = any($2::text[])
     union all select 'party:' || p, null from unnest($2::text[]) p
     union all select 'number:' || n, null from unnest($3::text[]) n`,
    [administration, partyIds, numberIndexes],
  );

export interface Sought {
  readonly administration: string;
  readonly partyIds: readonly string[];
  /** Blind indexes of every number that is or was theirs. */
  readonly numberIndexes: readonly string[];
}

export interface ReadingRow extends Row {
  at: Date | string;
  actor: string;
  action: string;
  object: string;
  outcome: string;
  category: string | null;
  /** The restricted answer that was looked at, and why in words. */
  pointer: string | null;
  reason: string | null;
  /** Key of the administration in which it was read, where that is another one. */
  office: string | null;
}

/** Readings by people who work for the administration, not by the person themselves; the newest first. */
export const listReadings = (
  db: Queryable,
  {
    administration,
    objects,
    partyIds,
    period,
    limit,
  }: {
    readonly administration: string;
    readonly objects: readonly string[];
    readonly partyIds: readonly string[];
    readonly period: Period;
    readonly limit: number;
  },
): Promise<ReadingRow[]> =>
  db.query<ReadingRow>(
    `select a.at, a.actor, a.action, a.object, a.outcome, a.detail ->> 'category' as category, a.detail ->> 'office' as office,
            a.detail ->> 'field' as pointer, u.reason
       from casework.audit_entry a
       left join casework.answer_unmasking u on u.id = a.detail ->> 'unmasking'
      where a.chain = $1 and a.object = any($2::text[]) and ${within('a.at', '$4', '$5')}
        and a.actor like 'person:%'
        and (a.action like '%.read' or a.action like '%.searched' or a.action like '%.unmasked' or a.action like '%.printed')
        and a.actor not in (select 'person:' || p.id from casework.person p where p.party_id = any($3::text[]))
      order by a.sequence desc limit $6`,
    [administration, objects, partyIds, period.from, period.to, limit],
  );

export interface QuestionRow extends Row {
  at: Date | string;
  source: LocalizedText;
  purpose: LocalizedText;
  legal_basis: LocalizedText;
  outcome: string;
  case_id: string | null;
  office: LocalizedText;
}

/** What an administration asked of sources about numbers, the newest first. */
export const listQuestions = (
  db: Queryable,
  { administration, numberIndexes, period, limit }: Sought & { readonly period: Period; readonly limit: number },
): Promise<QuestionRow[]> =>
  db.query<QuestionRow>(
    `select c.at, c.source, c.purpose, c.legal_basis, c.outcome, c.case_id, a.name as office
       from casework.consultation c join casework.administration a on a.key = c.administration
      where c.administration = $1 and c.subject_index = any($2::text[]) and ${within('c.at', '$3', '$4')}
      order by c.id desc limit $5`,
    [administration, numberIndexes, period.from, period.to, limit],
  );

/** The name of a party as an administration knows it, and the language in which to write to them. */
export const findAddressee = (
  db: Queryable,
  partyIds: readonly string[],
): Promise<{ readonly name: string; readonly language: string | null } | undefined> =>
  tables(db)
    .selectFrom('party')
    .select(['name', 'language'])
    .where(sql<boolean>`id = any(${partyIds}::text[])`)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
