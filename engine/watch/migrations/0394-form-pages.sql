/*
 * How far applications on the portal come: of those that were begun on a day, how many reached a page for the first time, and
 * how many came no further yet. The empty page is the opened form. Those that came no further than anywhere are not filed.
 */
create table :schema.draft_count (
  administration text not null references :schema.administration (key),
  procedure_key  text not null references :schema.procedure (key),
  day            date not null,
  page           text not null,
  reached        integer not null,
  last_here      integer not null,
  primary key (procedure_key, day, page)
);

-- Which pages an application has reached, while it is not filed; it goes with the application.
create table :schema.draft_pages (
  draft_id text primary key references :schema.application_draft (id) on delete cascade,
  day      date not null,
  pages    text[] not null,
  page     text not null
);

create function :schema.count_draft(administration text, procedure_key text, day date, page text, reached integer, last_here integer)
  returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into :schema.draft_count as c (administration, procedure_key, day, page, reached, last_here)
    values ($1, $2, $3, $4, $5, $6)
    on conflict on constraint draft_count_pkey do update
      set reached = c.reached + excluded.reached, last_here = c.last_here + excluded.last_here
$$;
revoke all on function :schema.count_draft(text, text, date, text, integer, integer) from public;

-- What an office fills for somebody is not of the portal.
create function :schema.count_begun_draft() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (new.created_at at time zone 'Europe/Brussels')::date;
begin
  insert into :schema.draft_pages (draft_id, day, pages, page) values (new.id, today, '{}', '');
  perform :schema.count_draft(new.administration, new.procedure_key, today, '', 1, 1);
  return null;
end
$$;

create function :schema.count_moved_draft() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known :schema.draft_pages;
begin
  select * into known from :schema.draft_pages where draft_id = new.id;
  if not found then
    return null;
  end if;
  if new.case_id is not null then
    delete from :schema.draft_pages where draft_id = new.id;
    perform :schema.count_draft(new.administration, new.procedure_key, known.day, known.page, 0, -1);
  elsif new.page is not null and new.page <> '' and not new.page = any(known.pages) then
    update :schema.draft_pages set pages = pages || new.page, page = new.page where draft_id = new.id;
    perform :schema.count_draft(new.administration, new.procedure_key, known.day, known.page, 0, -1);
    perform :schema.count_draft(new.administration, new.procedure_key, known.day, new.page, 1, 1);
  end if;
  return null;
end
$$;

create trigger draft_is_counted after insert on :schema.application_draft
  for each row when (new.opened_by is null and new.case_id is null) execute function :schema.count_begun_draft();
create trigger draft_is_recounted after update on :schema.application_draft
  for each row when (new.opened_by is null and (new.page is distinct from old.page or new.case_id is distinct from old.case_id))
  execute function :schema.count_moved_draft();
