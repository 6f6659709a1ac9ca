/* What words find is what whoever looks for them may see: no case with which they have a conflict of interest. */
create or replace function :schema.cases_with(wanted text) returns table (id text)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  kinds text[] := string_to_array(nullif(current_setting('irisflow.kinds', true), ''), ' ');
  apart text[] := case when current_setting('irisflow.apart', true) = 'yes' then array(select :schema.apart_cases()) end;
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
       and (apart is null or f.id <> all(apart))
    union
    select beside from unnest(:schema.cases_beside(words)) beside where apart is null or beside <> all(apart);
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
  apart text[] := case when current_setting('irisflow.apart', true) = 'yes' then array(select :schema.apart_cases()) end;
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
          and (apart is null or f.id <> all(apart))
          and (before_at is null or (f.submitted_at, f.id) < (before_at, before_id))
        order by f.submitted_at desc, f.id desc limit least(most, 101))
      union
      (select f.id, f.submitted_at from :schema.case_file f
        where f.id = any(beside) and f.administration = mine
          and (of_status is null or f.status = of_status)
          and (of_procedure is null or f.procedure_key = of_procedure)
          and (in_language is null or f.language = in_language)
          and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds)
          and (apart is null or f.id <> all(apart))
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
  apart text[] := case when current_setting('irisflow.apart', true) = 'yes' then array(select :schema.apart_cases()) end;
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
     and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds)
     and (apart is null or f.id <> all(apart));
  select count(*) into others from :schema.case_file f
   where f.id = any(:schema.cases_beside(words)) and f.administration = mine
     and not :schema.has_words(f.search_text, words)
     and (of_status is null or f.status = of_status)
     and (of_procedure is null or f.procedure_key = of_procedure)
     and (in_language is null or f.language = in_language)
     and (kinds is null or :schema.kinds_of(f.procedure_key, f.language, f.commune) && kinds)
     and (apart is null or f.id <> all(apart));
  return own + others;
end
$$;
