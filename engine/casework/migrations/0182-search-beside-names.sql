/*
 * Cases are found by every word that is looked for, in whatever order: in their reference and the name of their applicant, in the
 * name of one of their documents, or of somebody who takes part.
 */
create index document_by_fragments on :schema.document
  using gin (:schema.fragments_of(administration, :schema.folded(name))) where case_id is not null;
create index participant_by_fragments on :schema.participant
  using gin (:schema.fragments_of(administration, :schema.folded(name))) where ended_at is null;

create function :schema.words_of(wanted text) returns text[]
  language sql immutable strict parallel safe as $$
  select array(select distinct word from regexp_split_to_table(trim(wanted), '\s+') word)
$$;

-- What an index is asked for; words of fewer than three letters are looked for among what it brings.
create function :schema.fragments_of_words(owner text, words text[]) returns text[]
  language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct fragment), '{}')
    from unnest(words) word, unnest(:schema.fragments_of(owner, word)) fragment
$$;

create function :schema.has_words(said text, words text[]) returns boolean
  language sql immutable strict parallel safe as $$
  select not exists (select from unnest(words) word where strpos(said, word) = 0)
$$;

/*
 * Cases that are found by something beside their own text, up to as many of each as anybody looks through. Words of one or two
 * letters find nothing here: no index knows them.
 */
create function :schema.cases_beside(words text[]) returns text[]
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  fragments text[] := :schema.fragments_of_words(mine, words);
begin
  if coalesce(cardinality(fragments), 0) = 0 then return '{}'; end if;
  return array(
    (select d.case_id from :schema.document d
      where d.case_id is not null and d.administration = mine
        and :schema.fragments_of(d.administration, :schema.folded(d.name)) @> fragments
        and :schema.has_words(:schema.folded(d.name), words) limit 500)
    union
    (select p.case_id from :schema.participant p
      where p.ended_at is null and p.administration = mine
        and :schema.fragments_of(p.administration, :schema.folded(p.name)) @> fragments
        and :schema.has_words(:schema.folded(p.name), words) limit 500));
end
$$;

create or replace function :schema.cases_with(wanted text) returns table (id text)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.handles', true);
  words text[] := :schema.words_of(wanted);
  fragments text[] := :schema.fragments_of_words(mine, words);
begin
  return query
    select f.id from :schema.case_file f
     where f.administration = mine
       and (cardinality(fragments) = 0 or :schema.fragments_of(f.administration, f.search_text) @> fragments)
       and strpos(f.search_text, words[1]) > 0
       and (cardinality(words) = 1 or :schema.has_words(f.search_text, words))
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
          and (before_at is null or (f.submitted_at, f.id) < (before_at, before_id))
        order by f.submitted_at desc, f.id desc limit least(most, 101))
      union
      (select f.id, f.submitted_at from :schema.case_file f
        where f.id = any(beside) and f.administration = mine
          and (of_status is null or f.status = of_status)
          and (of_procedure is null or f.procedure_key = of_procedure)
          and (in_language is null or f.language = in_language)
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
     and (in_language is null or f.language = in_language);
  select count(*) into others from :schema.case_file f
   where f.id = any(:schema.cases_beside(words)) and f.administration = mine
     and not :schema.has_words(f.search_text, words)
     and (of_status is null or f.status = of_status)
     and (of_procedure is null or f.procedure_key = of_procedure)
     and (in_language is null or f.language = in_language);
  return own + others;
end
$$;
