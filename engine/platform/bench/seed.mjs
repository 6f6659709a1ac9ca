// Fills a store with an administration's years of work, set by set.

const GROUPS = ['agent', 'supervisor', 'housing-north', 'housing-south', 'housing-claims', 'housing-archive'];

/** Statements that add parties, cases with their open tasks, terms and timelines to those of a first case. */
const statements = ({ parties, cases, timeline }) => [
  `insert into casework.person (id, issuer, subject, name, language, roles, groups, administration, created_at)
   select 'party-' || n, 'bench', 'party-' || n, 'Person ' || md5(n::text), case when n % 3 = 0 then 'nl' else 'fr' end,
          array['citizen'], '{}', null, now() from generate_series(1, ${parties}) n`,
  `insert into casework.case_file
   select r.* from casework.case_file f, generate_series(1, ${cases}) n,
     lateral (select 'R-' || lpad(n::text, 7, '0') as reference, 'Person ' || md5((1 + n % ${parties})::text) as name) made,
     lateral jsonb_populate_record(null::casework.case_file, to_jsonb(f) || jsonb_build_object(
       'id', 'case-' || n, 'reference', made.reference, 'applicant', made.name, 'person_id', 'party-' || (1 + n % ${parties}),
       'search_text', lower(made.reference || ' ' || made.name), 'language', case when n % 3 = 0 then 'nl' else 'fr' end,
       'draft_id', null, 'process_instance_key', 'i' || n,
       'submitted_at', now() - n * interval '5 minutes')) r`,
  `insert into casework.term
   select r.* from casework.term t, generate_series(1, ${cases}) n,
     lateral jsonb_populate_record(null::casework.term, to_jsonb(t) || jsonb_build_object(
       'id', 'term-' || n, 'case_id', 'case-' || n, 'due_on', current_date - 20 + n % 200, 'last_day', current_date - 20 + n % 200,
       'state', case when n % 20 = 0 then 'suspended' else 'running' end,
       'days_left', case when n % 20 = 0 then n % 60 end)) r`,
  `insert into casework.task (id, administration, case_id, process_instance_key, element_id, state, assignee, candidate_groups,
     priority, created_at, due_on, days_left, procedure_key, language)
   select (4000000000000000 + n)::text, f.administration, f.id, f.process_instance_key, 'instruct', 'open',
          case when n % 400 < 8 then 'clerk-' || (n % 400) end,
          array[('{${GROUPS.join(',')}}'::text[])[1 + n % ${GROUPS.length}]],
          50, f.submitted_at, t.due_on, t.days_left, f.procedure_key, f.language
     from generate_series(1, ${cases}) n
     join casework.case_file f on f.id = 'case-' || n
     join casework.term t on t.id = 'term-' || n`,
  `insert into casework.timeline_entry (case_id, administration, at, kind, text, actor, visible_to_applicant)
   select 'case-' || (1 + n % ${cases}), f.administration, now() - n * interval '1 second', 'taskCompleted',
          '{"fr": "Tâche terminée", "nl": "Taak voltooid", "en": "Task done"}', '{"fr": "x", "nl": "x", "en": "x"}', n % 2 = 0
     from casework.case_file f, generate_series(1, ${timeline}) n where f.id = $1`,
];

/** Copies what hangs on the case `first`; the store is analyzed afterwards. */
export const seed = async (database, { first, ...sizes }) => {
  await database.query(`insert into casework.person (id, issuer, subject, name, language, roles, groups, administration, created_at)
    select 'clerk-' || n, 'bench', 'clerk-' || n, 'Clerk ' || n, 'fr', array['agent'], '{${GROUPS.slice(2).join(',')}}', 'housing', now()
      from generate_series(0, 7) n`);
  await database.transaction(async (tx) => {
    await tx.query("select set_config('irisflow.maintenance', 'on', true)");
    // What a row points to is there: looking for it a million times takes longer than all the rest.
    await tx.query('set local session_replication_role = replica');
    const [person, files, terms, tasks, entries] = statements(sizes);
    await tx.query(person);
    await tx.query(
      files.replace('casework.case_file f,', `(select * from casework.case_file where id = '${first}') f,`),
    );
    await tx.query(
      terms.replace('casework.term t,', `(select * from casework.term where case_id = '${first}' limit 1) t,`),
    );
    await tx.query(tasks);
    await tx.query(entries, [first]);
    await tx.query(`insert into casework.task_count (administration, queue, assigned, halted, due_rank, tasks)
      select administration, queue, assignee is not null, halted, due_rank, count(*) from casework.task
       where state = 'open' group by 1, 2, 3, 4, 5`);
  });
  await database.query('vacuum analyze');
};

/** The same open tasks in the engine, which the mirror compares them with. */
export const seedEngine = async (database, { cases }) => {
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

/** The clerks who work at once; each belongs to every group that is not a role. */
export const clerks = Array.from({ length: 8 }, (_value, n) => ({
  kind: 'person',
  person: {
    id: `clerk-${n}`,
    name: `Clerk ${n}`,
    email: null,
    isEmailVerified: false,
    language: 'fr',
    roles: ['agent'],
    groups: GROUPS.slice(2),
    administration: 'housing',
  },
  session: null,
}));
