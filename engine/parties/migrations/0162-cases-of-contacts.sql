-- Every case that a contact is about or that came of it: two procedures may be opened from one call.
create table :schema.contact_case (
  contact_id     text not null references :schema.contact (id) on delete cascade,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  at             timestamptz not null,
  primary key (contact_id, case_id)
);
create index contact_case_of_case on :schema.contact_case (case_id);
insert into :schema.contact_case (contact_id, case_id, administration, at)
  select c.id, c.case_id, c.administration, c.recorded_at
    from :schema.contact c join :schema.case_file f on f.id = c.case_id;
drop function :schema.search_contacts(text, text, text, text, timestamptz, text, integer);
drop function :schema.count_contacts(text, text, text, text);
alter table :schema.contact drop column case_id;
create index contact_to_follow on :schema.contact (administration, least(follow_up_on, due_on)) where state = 'open';

create function :schema.search_contacts(
  wanted text, of_state text, of_kind text, of_case text, waiting text, on_day date,
  before_at timestamptz, before_id text, most integer
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
       and (of_case is null
            or exists (select from :schema.contact_case k where k.contact_id = c.id and k.case_id = of_case))
       and (waiting is null or c.state = 'open' and case waiting
              when 'due' then least(c.follow_up_on, c.due_on) <= on_day
              else not exists (select from :schema.contact_case k where k.contact_id = c.id) end)
       and (before_at is null or (c.recorded_at, c.id) < (before_at, before_id))
     order by c.recorded_at desc, c.id desc limit least(most, 101);
end
$$;

create function :schema.count_contacts(
  wanted text, of_state text, of_kind text, of_case text, waiting text, on_day date
) returns bigint
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
     and (of_case is null
          or exists (select from :schema.contact_case k where k.contact_id = c.id and k.case_id = of_case))
     and (waiting is null or c.state = 'open' and case waiting
            when 'due' then least(c.follow_up_on, c.due_on) <= on_day
            else not exists (select from :schema.contact_case k where k.contact_id = c.id) end);
  return total;
end
$$;
