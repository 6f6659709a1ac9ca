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
