/*
 * A conflict of interest is one of somebody, with somebody: under whatever account they sign in, and under whatever record an
 * administration has of whom it is with, which a number that a desk was told ties together as well.
 */
create or replace function :schema.parties_merged(place text, named text[]) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text[] := array(
    select unnest(named)
    union
    select i.party_id from :schema.case_party c join :schema.party_identifier i on i.number_index = c.number_index
     where c.person_id = any(named) and c.administration = place and i.state <> 'canceled'
    union
    select c.person_id from :schema.party_identifier i
      join :schema.case_party c on c.administration = place and c.number_index = i.number_index
     where i.party_id = any(named) and i.state <> 'canceled' and c.person_id is not null);
  heads text[] := array(
    select coalesce(m.into_party_id, n) from unnest(known) n
      left join :schema.party_merge m on m.administration = place and m.party_id = n and m.undone_at is null);
begin
  return array(
    select unnest(known) union select unnest(heads)
    union
    select m.party_id from :schema.party_merge m
     where m.administration = place and m.into_party_id = any(heads) and m.undone_at is null);
end
$$;

create or replace function :schema.apart_parties_of(who text) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  place text;
  mine text;
  selves text[];
  today date := (coalesce(nullif(current_setting('irisflow.now', true), '')::timestamptz, now()) at time zone 'Europe/Brussels')::date;
begin
  select p.administration, p.party_id into place, mine from :schema.person p where p.id = who;
  if place is null then return '{}'; end if;
  selves := :schema.parties_merged(place, array[mine]);
  return :schema.parties_merged(place, array(
    select unnest(selves)
    union
    select m.mandator_id from :schema.mandate m
     where m.mandatee_id = mine and m.revoked_at is null and (m.valid_to is null or m.valid_to >= today)
    union
    select m.mandator_id from :schema.party_identifier i join :schema.mandate m on m.mandatee_index = i.number_index
     where i.party_id = mine and i.state <> 'canceled'
       and m.revoked_at is null and (m.valid_to is null or m.valid_to >= today)
    union
    select c.party_id from :schema.person p join :schema.conflict_of_interest c on c.person_id = p.id
     where p.party_id = any(selves) and c.lifted_at is null and c.administration = place and c.party_id is not null));
end
$$;

create or replace function :schema.apart_cases_of(who text) returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
declare
  place text;
  mine text;
begin
  select p.administration, p.party_id into place, mine from :schema.person p where p.id = who;
  if place is null then return; end if;
  return query select :schema.cases_about(place, :schema.apart_parties_of(who), array(
    select c.case_id from :schema.person p join :schema.conflict_of_interest c on c.person_id = p.id
     where p.party_id = any(:schema.parties_merged(place, array[mine]))
       and c.lifted_at is null and c.administration = place and c.case_id is not null));
end
$$;
