/* What words find is what whoever looks for them may see: nothing with whom they have a conflict of interest. */
create index contact_of_known_case on :schema.contact (known_case_id) where known_case_id is not null;

create or replace function :schema.search_contacts(
  wanted text, of_state text, of_kind text, of_case text, waiting text, on_day date,
  before_at timestamptz, before_id text, most integer
) returns table (id text)
  language plpgsql stable security definer rows 26
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  apart text[] := case when current_setting('irisflow.apart', true) = 'yes' then array(select :schema.apart_contacts()) end;
begin
  return query
    select c.id from :schema.contact c
     where c.administration = mine
       and (length(wanted) < 3
            or :schema.fragments_of(c.administration, c.search_text) @> :schema.fragments_of(mine, wanted))
       and strpos(c.search_text, wanted) > 0
       and (apart is null or c.id <> all(apart))
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

create or replace function :schema.count_contacts(
  wanted text, of_state text, of_kind text, of_case text, waiting text, on_day date
) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  apart text[] := case when current_setting('irisflow.apart', true) = 'yes' then array(select :schema.apart_contacts()) end;
  total bigint;
begin
  select count(*) into total from :schema.contact c
   where c.administration = mine
     and (length(wanted) < 3
          or :schema.fragments_of(c.administration, c.search_text) @> :schema.fragments_of(mine, wanted))
     and strpos(c.search_text, wanted) > 0
     and (apart is null or c.id <> all(apart))
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
