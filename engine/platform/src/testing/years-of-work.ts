import type { PersonActor } from '@irisflow/access';
import type { Database, Queryable } from '@irisflow/database';

export interface YearsOfWork {
  readonly parties: number;
  /** Each with an open task and a term. */
  readonly cases: number;
  /** Entries in timelines. */
  readonly timeline: number;
}

const groups = ['agent', 'supervisor', 'housing-north', 'housing-south', 'housing-claims', 'housing-archive'];
const groupsOfClerks = groups.slice(2);

/** The clerks who work at once; each belongs to every group that is not a role. */
export const clerksOfYears: readonly PersonActor[] = Array.from({ length: 8 }, (_value, n) => ({
  kind: 'person',
  person: {
    id: `clerk-${n}`,
    partyId: `clerk-${n}`,
    name: `Clerk ${n}`,
    email: null,
    isEmailVerified: false,
    language: 'fr',
    roles: ['agent'],
    groups: groupsOfClerks,
    administration: 'housing',
  },
  session: null,
}));

/** Somebody, and the account with which they sign in. */
const people = async (db: Queryable, { from, to, names }: { from: number; to: number; names: 'clerk' | 'party' }) => {
  await db.query(
    `insert into casework.party (id, kind, name, language, created_at)
     select $3::text || '-' || n, 'person', case $3::text when 'clerk' then 'Clerk ' || n else 'Person ' || md5(n::text) end,
            case when n % 3 = 0 then 'nl' else 'fr' end, now() from generate_series($1::integer, $2::integer) n`,
    [from, to, names],
  );
  await db.query(
    `insert into casework.person (id, party_id, issuer, subject, name, language, roles, groups, administration, created_at)
     select p.id, p.id, 'bench', p.id, p.name, p.language,
            case $3::text when 'clerk' then array['agent'] else array['citizen'] end,
            case $3::text when 'clerk' then $4::text[] else '{}' end, case $3::text when 'clerk' then 'housing' end, now()
       from generate_series($1::integer, $2::integer) n join casework.party p on p.id = $3::text || '-' || n`,
    [from, to, names, groupsOfClerks],
  );
};

const files = (db: Queryable, { first, cases, parties }: YearsOfWork & { first: string }) =>
  db.query(
    `insert into casework.case_file
     select r.* from (select * from casework.case_file where id = $1) f, generate_series(1, $2::integer) n,
       lateral (select 'R-' || lpad(n::text, 7, '0') as reference, 'Person ' || md5((1 + n % $3::integer)::text) as name) made,
       lateral jsonb_populate_record(null::casework.case_file, to_jsonb(f) || jsonb_build_object(
         'id', 'case-' || n, 'reference', made.reference, 'applicant', made.name, 'person_id', 'party-' || (1 + n % $3::integer),
         'search_text', lower(made.reference || ' ' || made.name), 'language', case when n % 3 = 0 then 'nl' else 'fr' end,
         'draft_id', null, 'process_instance_key', 'i' || n, 'submitted_at', now() - n * interval '5 minutes')) r`,
    [first, cases, parties],
  );

const terms = (db: Queryable, { first, cases }: YearsOfWork & { first: string }) =>
  db.query(
    `insert into casework.term
     select r.* from (select * from casework.term where case_id = $1 limit 1) t, generate_series(1, $2::integer) n,
       lateral jsonb_populate_record(null::casework.term, to_jsonb(t) || jsonb_build_object(
         'id', 'term-' || n, 'case_id', 'case-' || n, 'due_on', current_date - 20 + n % 200,
         'last_day', current_date - 20 + n % 200, 'state', case when n % 20 = 0 then 'suspended' else 'running' end,
         'days_left', case when n % 20 = 0 then n % 60 end)) r`,
    [first, cases],
  );

const tasks = async (db: Queryable, { cases }: YearsOfWork) => {
  await db.query(
    `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, assignee, candidate_groups,
       priority, created_at, due_on, days_left, procedure_key, language)
     select (4000000000000000 + n)::text, f.administration, f.id, f.process_instance_key, 'instruct', 'open',
            case when n % 400 < 8 then 'clerk-' || (n % 400) end, array[($2::text[])[1 + n % cardinality($2::text[])]],
            50, f.submitted_at, t.due_on, t.days_left, f.procedure_key, f.language
       from generate_series(1, $1::integer) n
       join casework.case_file f on f.id = 'case-' || n
       join casework.term t on t.id = 'term-' || n`,
    [cases, groups],
  );
  await db.query(
    `insert into casework.task_count (administration, queue, assigned, halted, due_rank, tasks)
     select administration, queue, assignee is not null, halted, due_rank, count(*) from casework.task
      where state = 'open' group by 1, 2, 3, 4, 5`,
  );
  await db.query(
    `insert into casework.task_kind_count (administration, procedure_key, language, queue, assigned, halted, due_rank, tasks)
     select administration, procedure_key, language, queue, assignee is not null, halted, due_rank, count(*) from casework.task
      where state = 'open' group by 1, 2, 3, 4, 5, 6, 7`,
  );
};

const entries = (db: Queryable, { first, cases, timeline }: YearsOfWork & { first: string }) =>
  db.query(
    `insert into casework.timeline_entry (case_id, administration, at, kind, text, actor, visible_to_applicant)
     select 'case-' || (1 + n % $2::integer), f.administration, now() - n * interval '1 second', 'taskCompleted',
            '{"fr": "Tâche terminée", "nl": "Taak voltooid", "en": "Task done"}', '{"fr": "x", "nl": "x", "en": "x"}', n % 2 = 0
       from casework.case_file f, generate_series(1, $3::integer) n where f.id = $1`,
    [first, cases, timeline],
  );

/**
 * Fills a store with an administration's years of work, set by set: what hangs on the case `first`, again and again. The store
 * is analyzed afterwards.
 */
export const seedYearsOfWork = async (database: Database, years: YearsOfWork & { first: string }): Promise<void> => {
  await database.transaction(async (tx) => {
    await tx.query("select set_config('irisflow.maintenance', 'on', true)");
    // What a row points to is there: looking for it a million times takes longer than all the rest.
    await tx.query('set local session_replication_role = replica');
    await people(tx, { from: 0, to: clerksOfYears.length - 1, names: 'clerk' });
    await people(tx, { from: 1, to: years.parties, names: 'party' });
    await files(tx, years);
    await terms(tx, years);
    await tasks(tx, years);
    await entries(tx, years);
  });
  await database.query('vacuum analyze');
};

/** The same open tasks in the engine, which the mirror compares them with. */
export const seedEngineTasks = async (database: Database, cases: number): Promise<void> => {
  await database.query(
    `insert into engine.user_task (key, root_key, process_instance_key, element_key, element_id, tenant_id, state, candidate_groups,
       candidate_users, priority, headers, created_at)
     select 4000000000000000 + n, n, n, n, 'instruct', '<default>', 'CREATED', '["agent"]', '[]', 50, '{}',
            (extract(epoch from now() - n * interval '5 minutes') * 1000)::bigint
       from generate_series(1, $1::integer) n`,
    [cases],
  );
  await database.query('analyze');
};
