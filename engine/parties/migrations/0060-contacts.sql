-- Every time that somebody gets in touch: who, by which way, about what, what was said and answered.
create table :schema.contact (
  id             text primary key,
  administration text not null references :schema.administration (key),
  revision       integer not null,
  channel        text not null check (channel in ('call', 'visit', 'mail', 'message')),
  kind           text not null check (kind in ('question', 'complaint', 'documents')),
  state          text not null check (state in ('open', 'answered')),
  -- Known through one of their cases; null where nobody knows them here.
  person_id      text references :schema.person (id),
  known_case_id  text,
  first_name     text not null,
  last_name      text not null,
  phone          text,
  email          text,
  language       text not null check (language in ('fr', 'nl', 'en')),
  subject        text not null,
  said           text not null,
  answer         text not null,
  follow_up      text not null,
  follow_up_on   date,
  received_on    date not null,
  -- Until when a complaint or a request for documents must be answered.
  due_on         date,
  answered_on    date,
  -- What it is about, or what came of it.
  case_id        text,
  recorded_by    text not null references :schema.person (id),
  recorded_at    timestamptz not null,
  -- Names, subject, phone and address without case and accents.
  search_text    text not null
);
create index contact_list on :schema.contact (administration, recorded_at desc, id desc);
create index contact_due on :schema.contact (administration, due_on, id) where state = 'open' and due_on is not null;
create index contact_of_case on :schema.contact (case_id, recorded_at desc) where case_id is not null;
create index contact_by_fragments on :schema.contact using gin (:schema.fragments_of(administration, search_text));

-- As for cases: the keeper asks the index and answers keys; the rows are then read through the policies.
create function :schema.search_contacts(
  wanted text, of_state text, of_kind text, of_case text, before_at timestamptz, before_id text, most integer
) returns table (id text)
  language plpgsql stable security definer rows 26
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare mine text := current_setting('irisflow.handles', true);
begin
  return query
    select c.id from :schema.contact c
     where c.administration = mine
       and (length(wanted) < 3
            or :schema.fragments_of(c.administration, c.search_text) @> :schema.fragments_of(mine, wanted))
       and strpos(c.search_text, wanted) > 0
       and (of_state is null or c.state = of_state)
       and (of_kind is null or c.kind = of_kind)
       and (of_case is null or c.case_id = of_case)
       and (before_at is null or (c.recorded_at, c.id) < (before_at, before_id))
     order by c.recorded_at desc, c.id desc limit least(most, 101);
end
$$;

create function :schema.count_contacts(wanted text, of_state text, of_kind text, of_case text) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  total bigint;
begin
  select count(*) into total from :schema.contact c
   where c.administration = mine
     and (length(wanted) < 3
          or :schema.fragments_of(c.administration, c.search_text) @> :schema.fragments_of(mine, wanted))
     and strpos(c.search_text, wanted) > 0
     and (of_state is null or c.state = of_state)
     and (of_kind is null or c.kind = of_kind)
     and (of_case is null or c.case_id = of_case);
  return total;
end
$$;
