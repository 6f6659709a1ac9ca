/*
 * Whoever acts on lines waits for whoever does so already, the earliest year first: who meets a year that was carried over meanwhile
 * locks its line behind the earlier ones, and so does everybody else.
 */
create or replace function :schema.lock_budget_lines(lines text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from :schema.budget_line_balance b join :schema.budget_line l on l.id = b.line_id
    where b.line_id = any(lines) order by l.year, b.line_id for update of b;
end
$$;
