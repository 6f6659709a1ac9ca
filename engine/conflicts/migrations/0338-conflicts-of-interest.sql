/*
 * That somebody of an office must not work on a case, or on any case of a party. Whoever handles cases has one with their own
 * by themselves: of these nothing is written down.
 */
create table :schema.conflict_of_interest (
  id             text primary key,
  administration text not null references :schema.administration (key),
  -- Whose it is.
  person_id      text not null references :schema.person (id),
  -- With what: a case, or a party and with it every case of theirs.
  case_id        text references :schema.case_file (id),
  party_id       text references :schema.party (id),
  -- The reference or the name, for whoever does not see the case any more.
  about          text not null,
  reason         text not null,
  declared_by    text not null references :schema.person (id),
  declared_at    timestamptz not null,
  lifted_at      timestamptz,
  lifted_by      text references :schema.person (id),
  lift_reason    text,
  check ((case_id is null) <> (party_id is null)),
  check ((lifted_at is null) = (lift_reason is null))
);
create unique index conflict_with_case on :schema.conflict_of_interest (person_id, case_id)
  where lifted_at is null and case_id is not null;
create unique index conflict_with_party on :schema.conflict_of_interest (person_id, party_id)
  where lifted_at is null and party_id is not null;
create index conflict_standing on :schema.conflict_of_interest (administration, declared_at) where lifted_at is null;
create index conflict_of_case on :schema.conflict_of_interest (case_id) where case_id is not null;
create index conflict_of_party on :schema.conflict_of_interest (party_id) where party_id is not null;

-- Some parties, with the other records that an administration takes for the same ones.
create function :schema.parties_merged(place text, named text[]) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  heads text[] := array(
    select coalesce(m.into_party_id, n) from unnest(named) n
      left join :schema.party_merge m on m.administration = place and m.party_id = n and m.undone_at is null);
begin
  return array(
    select unnest(named) union select unnest(heads)
    union
    select m.party_id from :schema.party_merge m
     where m.administration = place and m.into_party_id = any(heads) and m.undone_at is null);
end
$$;

-- Whose cases somebody must not work on: their own, those of whom they act for, those of whom they have a conflict with.
create function :schema.apart_parties_of(who text) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  place text;
  mine text;
  today date := coalesce(nullif(current_setting('irisflow.now', true), '')::timestamptz, now())::date;
begin
  select p.administration, p.party_id into place, mine from :schema.person p where p.id = who;
  if place is null then return '{}'; end if;
  return :schema.parties_merged(place, array(
    select mine
    union
    select m.mandator_id from :schema.mandate m
     where m.mandatee_id = mine and m.revoked_at is null and (m.valid_to is null or m.valid_to >= today)
    union
    select m.mandator_id from :schema.party_identifier i join :schema.mandate m on m.mandatee_index = i.number_index
     where i.party_id = mine and i.state <> 'canceled'
       and m.revoked_at is null and (m.valid_to is null or m.valid_to >= today)
    union
    select c.party_id from :schema.conflict_of_interest c
     where c.person_id = who and c.lifted_at is null and c.administration = place and c.party_id is not null));
end
$$;

/*
 * Cases of an administration in which some parties have a part, and some others; each with those that are linked to it: an
 * appeal, a renewal and a duplicate are of the same matter.
 */
create function :schema.cases_about(place text, parties text[], cases text[]) returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with recursive matter (id) as (
      (select f.id from :schema.case_file f
        where f.person_id = any(parties)
          and (f.administration = place
            -- Others ask this office about it, or send it on.
            or exists (select from :schema.opinion o where o.case_id = f.id and o.asked_administration = place)
            or exists (select from :schema.inspection i where i.case_id = f.id and i.asked_administration = place)
            or exists (select from :schema.transfer t where t.case_id = f.id and t.to_administration = place))
       union
       select unnest(cases)
       union
       select p.case_id from :schema.participant p
        where p.party_id = any(parties) and p.ended_at is null and p.administration = place
       union
       select p.case_id from :schema.party_identifier i join :schema.participant p on p.number_index = i.number_index
        where i.party_id = any(parties) and i.state <> 'canceled'
          and p.party_id is null and p.ended_at is null and p.administration = place
       union
       select p.case_id from :schema.party o join :schema.participant p on p.enterprise_number = o.enterprise_number
        where o.id = any(parties) and p.party_id is null and p.ended_at is null and p.administration = place
       union
       select c.case_id from :schema.case_party c where c.person_id = any(parties) and c.administration = place
       union
       select c.case_id from :schema.party_identifier i
         join :schema.case_party c on c.administration = place and c.number_index = i.number_index
        where i.party_id = any(parties) and i.state <> 'canceled')
      union
      select beside.id from matter m cross join lateral (
        select f.appeal_of as id from :schema.case_file f where f.id = m.id and f.appeal_of is not null
        union all
        select f.id from :schema.case_file f where f.appeal_of = m.id
        union all
        select l.of_case_id from :schema.case_link l where l.case_id = m.id and l.removed_at is null
        union all
        select l.case_id from :schema.case_link l where l.of_case_id = m.id and l.removed_at is null) beside)
    select m.id from matter m where m.id is not null;
end
$$;

-- The cases on which somebody must not work.
create function :schema.apart_cases_of(who text) returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
declare
  place text := (select p.administration from :schema.person p where p.id = who);
begin
  if place is null then return; end if;
  return query select :schema.cases_about(place, :schema.apart_parties_of(who), array(
    select c.case_id from :schema.conflict_of_interest c
     where c.person_id = who and c.lifted_at is null and c.administration = place and c.case_id is not null));
end
$$;

-- Whether there is any. Everybody who lets somebody in asks here.
create function :schema.is_apart(who text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from :schema.conflict_of_interest c where c.person_id = who and c.lifted_at is null)
      or exists (select from :schema.apart_cases_of(who));
end
$$;

-- The same of who reads; nothing for whoever has no conflict.
create function :schema.apart_cases() returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('irisflow.apart', true) is distinct from 'yes' then return; end if;
  return query select :schema.apart_cases_of(current_setting('irisflow.person', true));
end
$$;

create function :schema.apart_parties() returns setof text
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('irisflow.apart', true) is distinct from 'yes' then return; end if;
  return query select unnest(:schema.apart_parties_of(current_setting('irisflow.person', true)));
end
$$;

-- What was said and written with these parties, or about these cases.
create function :schema.apart_contacts() returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
declare
  parties text[] := array(select :schema.apart_parties());
  cases text[] := array(select :schema.apart_cases());
begin
  return query
    select c.id from :schema.contact c where c.person_id = any(parties)
    union
    select c.id from :schema.contact c where c.known_case_id = any(cases)
    union
    select k.contact_id from :schema.contact_case k where k.case_id = any(cases);
end
$$;

-- The processes of these cases.
create function :schema.apart_instances() returns setof text
  language plpgsql stable security definer rows 20 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select unnest(f.process_instance_key || f.earlier_instances) from :schema.case_file f
     where f.id = any(array(select :schema.apart_cases()));
end
$$;

-- Who of the office of who asks must not work on which of some cases.
create function :schema.people_apart(wanted text[]) returns table (person_id text, case_id text)
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select p.id, found.id from :schema.person p
      cross join lateral :schema.apart_cases_of(p.id) found (id)
     where p.administration = current_setting('irisflow.handles', true) and p.administration <> ''
       and p.roles && array['agent', 'supervisor'] and found.id = any(wanted);
end
$$;

-- What somebody of the office of who asks has at hand in a case, or in the cases of a party.
create function :schema.tasks_at_hand(who text, in_case text, of_party text) returns setof text
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
declare
  mine text := current_setting('irisflow.handles', true);
begin
  return query
    select t.id from :schema.task t
     where t.administration = mine and t.assignee = who and t.state = 'open'
       and t.case_id in (select :schema.cases_about(mine, :schema.parties_merged(mine, array_remove(array[of_party], null)),
                                array_remove(array[in_case], null)));
end
$$;

-- What kept counts of tasks hold of these cases.
create function :schema.apart_tasks() returns table (
    queue text, procedure_key text, language text, commune text, assigned boolean, halted boolean, due_rank integer, tasks integer)
  language plpgsql stable security definer rows 5 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select t.queue, t.procedure_key, t.language, t.commune, t.assignee is not null, t.halted, t.due_rank, count(*)::integer
      from :schema.task t
     where t.case_id = any(array(select :schema.apart_cases())) and t.state = 'open'
       and t.administration = current_setting('irisflow.handles', true)
     group by 1, 2, 3, 4, 5, 6, 7;
end
$$;
