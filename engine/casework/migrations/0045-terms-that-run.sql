-- A row is one run of a time limit: when the same one is started again, the one before stays with its history.
alter table :schema.term drop constraint term_pkey;
alter table :schema.term drop constraint term_state_check;
alter table :schema.term
  add constraint term_state_check check (state in ('running', 'suspended', 'interrupted', 'met', 'expired', 'replaced')),
  -- What messages about it are correlated on.
  add column id           text,
  add column length       integer,
  add column starts_after text not null default 'receipt'
    check (starts_after in ('receipt', 'completion', 'presentation', 'posting')),
  -- Percent of the term after which to warn; null for no warning.
  add column warn_after   integer check (warn_after between 1 and 99),
  add column calendar     text not null default 'legal' check (calendar in ('legal', 'administration')),
  add column effect       text not null default 'none' check (effect in ('none', 'tacitGrant', 'tacitRefusal', 'escalate')),
  -- Who has to act within it.
  add column binds        text not null default 'administration' check (binds in ('administration', 'applicant')),
  add column act_on       date,
  -- Before it moves to a working day; what is left is counted up to this day.
  add column last_day     date,
  add column warn_on      date,
  add column warned_on    date,
  add column ended_on     date;

-- Terms from before kept neither their length nor their unrolled last day: they go on from the day that people were told.
update :schema.term t
   set id = md5(t.case_id || '/' || t.key),
       length = greatest(
         t.due_on - t.started_on
         - (select coalesce(sum((halt ->> 'to')::date - (halt ->> 'from')::date), 0)::integer
              from jsonb_array_elements(t.suspensions) halt),
         1),
       act_on = t.started_on,
       last_day = t.due_on,
       kind = case when t.kind = 'months' then 'calendarDays' else t.kind end,
       days_left = case when t.kind = 'workingDays' then ceil(t.days_left * 5.0 / 7) else t.days_left end,
       suspensions = coalesce(
         (select jsonb_agg(
                   halt || jsonb_build_object('kind', 'suspension')
                   || case when r.id is null then jsonb_build_object('requestId', null)
                           else jsonb_build_object('requestId', r.id, 'reason', '') end
                   order by place)
            from jsonb_array_elements(t.suspensions) with ordinality as halts (halt, place)
            left join :schema.information_request r on r.id = halt ->> 'reason'),
         '[]'::jsonb);
update :schema.term set length = greatest(ceil(length * 5.0 / 7), 1) where kind = 'workingDays';

alter table :schema.term
  alter column id set not null,
  alter column length set not null,
  alter column act_on set not null,
  alter column last_day set not null,
  add primary key (id);
create index term_of_case on :schema.term (case_id, due_on);
create unique index term_open on :schema.term (case_id, key) where state in ('running', 'suspended', 'interrupted');
-- What the clock looks for.
create index term_due on :schema.term (due_on, id) where state = 'running';
create index term_to_warn on :schema.term (warn_on, id) where state = 'running' and warned_on is null;
create index term_of_administration on :schema.term (administration, id) where state in ('running', 'suspended', 'interrupted');

-- The term within which the answer is due; null where somebody named the day by hand.
alter table :schema.information_request add column term_id text references :schema.term (id);
create index information_request_of_term on :schema.information_request (term_id) where term_id is not null;
