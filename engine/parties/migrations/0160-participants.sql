/*
 * Who takes part in a case beside its applicant, in a role of its procedure. Whoever is noted by a number is nobody yet: who
 * proves to have the number sees the case as the role says, and is known to the office from then on.
 */
create table :schema.participant (
  id                text primary key,
  case_id           text not null references :schema.case_file (id),
  administration    text not null references :schema.administration (key),
  -- Key of a role of the procedure, and what the role lets them do at the portal.
  role              text not null,
  access            text not null check (access in ('none', 'read', 'act')),
  kind              text not null check (kind in ('person', 'organization')),
  name              text not null,
  -- Sealed for this row, and the blind index by which whoever has the number is found.
  number_sealed     text,
  number_index      text,
  enterprise_number text,
  party_id          text references :schema.party (id),
  language          text not null check (language in ('fr', 'nl', 'en')),
  email             text,
  phone             text,
  address           text,
  relation          text,
  birth_date        date,
  valid_from        date not null,
  -- The last day; null for until it is ended.
  valid_to          date,
  -- What it rests on, for whoever has to judge it later.
  proof             text not null,
  added_at          timestamptz not null,
  added_by          text not null references :schema.person (id),
  ended_at          timestamptz,
  ended_by          text references :schema.person (id),
  end_reason        text,
  check ((number_sealed is null) = (number_index is null)),
  check (kind = 'organization' or enterprise_number is null),
  check (kind = 'person' or number_index is null),
  check ((ended_at is null) = (end_reason is null)),
  check (valid_to >= valid_from)
);
create index participant_of_case on :schema.participant (case_id, added_at);
create index participant_by_number on :schema.participant (number_index) where number_index is not null;
create index participant_by_enterprise on :schema.participant (enterprise_number) where enterprise_number is not null;
create index participant_of_party on :schema.participant (party_id) where party_id is not null;
-- Nobody stands twice in one role of a case.
create unique index participant_number_once on :schema.participant (case_id, role, number_index)
  where ended_at is null and number_index is not null;
create unique index participant_enterprise_once on :schema.participant (case_id, role, enterprise_number)
  where ended_at is null and enterprise_number is not null;

-- Which cases whom somebody acts for may read, or act in, beside those that they applied for. The policies of cases ask it.
create function :schema.shared_cases(wanted text) returns setof text
  language plpgsql stable security definer rows 20
  set search_path = pg_catalog, pg_temp as $$
declare
  mine text := current_setting('irisflow.applicant', true);
  scope text := current_setting('irisflow.procedures', true);
begin
  if coalesce(mine, '') = '' then return; end if;
  return query
    select f.id from (
        select p.case_id, p.access from :schema.participant p
         where p.party_id = mine and p.ended_at is null
        union all
        select p.case_id, p.access from :schema.party_identifier i
          join :schema.participant p on p.number_index = i.number_index
         where i.party_id = mine and i.state <> 'canceled' and p.party_id is null and p.ended_at is null
        union all
        select p.case_id, p.access from :schema.party o
          join :schema.participant p on p.enterprise_number = o.enterprise_number
         where o.id = mine and p.party_id is null and p.ended_at is null) part
      join :schema.case_file f on f.id = part.case_id
     where (part.access = 'act' or (part.access = 'read' and wanted = 'read'))
       and (scope = '*' or f.procedure_key = any(string_to_array(scope, ' ')));
end
$$;
