/* What is asked is due when the term of its answer is, whoever moves that: applicants, clerks, connectors and the clock of terms. */
create function :schema.move_requests_of_terms() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.information_request r set due_on = moved.due_on
    from moved
   where moved.binds = 'applicant' and r.term_id = moved.id and r.state = 'open' and r.due_on <> moved.due_on;
  return null;
end
$$;
create trigger term_moves_requests after update on :schema.term
  referencing new table as moved for each statement execute function :schema.move_requests_of_terms();

/* A term that starts again is another run: what was asked within the one before is due with this one. */
create function :schema.move_requests_to_new_runs() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.information_request r set term_id = started.id, due_on = started.due_on
    from started
    join :schema.term before on before.case_id = started.case_id and before.key = started.key and before.id <> started.id
   where r.term_id = before.id and r.state = 'open' and before.state = 'replaced';
  return null;
end
$$;
create trigger term_takes_requests_over after insert on :schema.term
  referencing new table as started for each statement execute function :schema.move_requests_to_new_runs();
