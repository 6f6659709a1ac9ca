/*
 * In which commune a case is, as its answers say where its procedure says where that stands: kept beside it, because rules of
 * access are compared with each row.
 */
alter table :schema.case_file add column commune text;

create function :schema.nis_of(written text) returns text
  language sql immutable strict parallel safe as $$
  select case :schema.folded(trim(written))
    when 'anderlecht' then '21001'
    when 'auderghem' then '21002' when 'oudergem' then '21002'
    when 'berchem-sainte-agathe' then '21003' when 'sint-agatha-berchem' then '21003'
    when 'bruxelles' then '21004' when 'brussel' then '21004'
    when 'etterbeek' then '21005'
    when 'evere' then '21006'
    when 'forest' then '21007' when 'vorst' then '21007'
    when 'ganshoren' then '21008'
    when 'ixelles' then '21009' when 'elsene' then '21009'
    when 'jette' then '21010'
    when 'koekelberg' then '21011'
    when 'molenbeek-saint-jean' then '21012' when 'sint-jans-molenbeek' then '21012'
    when 'saint-gilles' then '21013' when 'sint-gillis' then '21013'
    when 'saint-josse-ten-noode' then '21014' when 'sint-joost-ten-node' then '21014'
    when 'schaerbeek' then '21015' when 'schaarbeek' then '21015'
    when 'uccle' then '21016' when 'ukkel' then '21016'
    when 'watermael-boitsfort' then '21017' when 'watermaal-bosvoorde' then '21017'
    when 'woluwe-saint-lambert' then '21018' when 'sint-lambrechts-woluwe' then '21018'
    when 'woluwe-saint-pierre' then '21019' when 'sint-pieters-woluwe' then '21019'
  end
$$;

create function :schema.commune_in(of_procedure text, of_version integer, answers jsonb) returns text
  language sql stable as $$
  select :schema.nis_of(answers #>> string_to_array(substr(f.content::jsonb #>> '{statistics,commune}', 2), '/'))
    from :schema.procedure_version_file f
   where f.procedure_key = of_procedure and f.version = of_version and f.path = 'procedure.json'
$$;

-- What was not answered to an appeal was answered to what it is against.
create function :schema.note_commune() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.commune := case when new.appeal_of is null
    then :schema.commune_in(new.procedure_key, new.procedure_version, new.data)
    else (select f.commune from :schema.case_file f where f.id = new.appeal_of) end;
  return new;
end
$$;

update :schema.case_file f set commune = :schema.commune_in(f.procedure_key, f.procedure_version, f.data)
 where f.appeal_of is null;
update :schema.case_file f set commune = d.commune from :schema.case_file d where d.id = f.appeal_of;

create trigger case_is_in_commune before insert or update of data on :schema.case_file
  for each row execute function :schema.note_commune();

-- Whoever may see cases of some procedures alone finds them without looking through the others.
create index case_file_of_procedure on :schema.case_file (administration, procedure_key, submitted_at desc, id desc);

/* Whether a case is one of those that the rules of its reader name: in the setting `kinds`, or `papers` where files are meant. */
create function :schema.reaches_case(wanted text, setting text) returns boolean
  language plpgsql stable security definer cost 20 set search_path = pg_catalog, pg_temp as $$
begin
  return wanted is null
    or exists (select from :schema.case_file f where f.id = wanted
         and (f.person_id = current_setting('irisflow.applicant', true)
           or :schema.kinds_of(f.procedure_key, f.language, f.commune)
              && string_to_array(current_setting('irisflow.' || setting, true), ' ')))
    or wanted in (select :schema.shared_cases('read'));
end
$$;

/* What words find is what whoever looks for them may see. */
create or replace function :schema.cases_beside(words text[]) returns text[]
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  bound boolean := coalesce(current_setting('irisflow.kinds', true), '') <> '';
  fragments text[] := :schema.fragments_of_words(mine, words);
begin
  if coalesce(cardinality(fragments), 0) = 0 then return '{}'; end if;
  return array(
    (select d.case_id from :schema.document d
      where d.case_id is not null and d.administration = mine
        and :schema.fragments_of(d.administration, :schema.folded(d.name)) @> fragments
        and :schema.has_words(:schema.folded(d.name), words)
        and (not bound or :schema.reaches_case(d.case_id, 'papers')) limit 500)
    union
    (select p.case_id from :schema.participant p
      where p.ended_at is null and p.administration = mine
        and :schema.fragments_of(p.administration, :schema.folded(p.name)) @> fragments
        and :schema.has_words(:schema.folded(p.name), words)
        and (not bound or :schema.reaches_case(p.case_id, 'kinds')) limit 500));
end
$$;

create or replace function :schema.cases_with(wanted text) returns table (id text)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  kinds text[] := string_to_array(nullif(current_setting('irisflow.kinds', true), ''), ' ');
  words text[] := :schema.words_of(wanted);
  fragments text[] := :schema.fragments_of_words(mine, words);
begin
  return query
    select f.id from :schema.case_file f
     where f.administration = mine
       and (cardinality(fragments) = 0 or :schema.fragments_of(f.administration, f.search_text) @> fragments)
       and strpos(f.search_text, words[1]) > 0
       and (cardinality(words) = 1 or :schema.has_words(f.search_text, words))
       and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds)
    union
    select beside from unnest(:schema.cases_beside(words)) beside;
end
$$;

create or replace function :schema.search_cases(
  wanted text, of_status text, of_procedure text, in_language text, before_at timestamptz, before_id text, most integer
) returns table (id text)
  language plpgsql stable security definer rows 26
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  kinds text[] := string_to_array(nullif(current_setting('irisflow.kinds', true), ''), ' ');
  words text[] := :schema.words_of(wanted);
  fragments text[] := :schema.fragments_of_words(mine, words);
  beside text[] := :schema.cases_beside(words);
begin
  return query
    select found.id from (
      (select f.id, f.submitted_at from :schema.case_file f
        where f.administration = mine
          and (cardinality(fragments) = 0 or :schema.fragments_of(f.administration, f.search_text) @> fragments)
          and strpos(f.search_text, words[1]) > 0
          and (cardinality(words) = 1 or :schema.has_words(f.search_text, words))
          and (of_status is null or f.status = of_status)
          and (of_procedure is null or f.procedure_key = of_procedure)
          and (in_language is null or f.language = in_language)
          and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds)
          and (before_at is null or (f.submitted_at, f.id) < (before_at, before_id))
        order by f.submitted_at desc, f.id desc limit least(most, 101))
      union
      (select f.id, f.submitted_at from :schema.case_file f
        where f.id = any(beside) and f.administration = mine
          and (of_status is null or f.status = of_status)
          and (of_procedure is null or f.procedure_key = of_procedure)
          and (in_language is null or f.language = in_language)
          and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds)
          and (before_at is null or (f.submitted_at, f.id) < (before_at, before_id))
        order by f.submitted_at desc, f.id desc limit least(most, 101))) found
     order by found.submitted_at desc, found.id desc limit least(most, 101);
end
$$;

create or replace function :schema.count_cases(wanted text, of_status text, of_procedure text, in_language text) returns bigint
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  kinds text[] := string_to_array(nullif(current_setting('irisflow.kinds', true), ''), ' ');
  words text[] := :schema.words_of(wanted);
  fragments text[] := :schema.fragments_of_words(mine, words);
  own bigint;
  others bigint;
begin
  select count(*) into own from :schema.case_file f
   where f.administration = mine
     and (cardinality(fragments) = 0 or :schema.fragments_of(f.administration, f.search_text) @> fragments)
     and strpos(f.search_text, words[1]) > 0
     and (cardinality(words) = 1 or :schema.has_words(f.search_text, words))
     and (of_status is null or f.status = of_status)
     and (of_procedure is null or f.procedure_key = of_procedure)
     and (in_language is null or f.language = in_language)
     and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds);
  select count(*) into others from :schema.case_file f
   where f.id = any(:schema.cases_beside(words)) and f.administration = mine
     and not :schema.has_words(f.search_text, words)
     and (of_status is null or f.status = of_status)
     and (of_procedure is null or f.procedure_key = of_procedure)
     and (in_language is null or f.language = in_language)
     and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds);
  return own + others;
end
$$;
