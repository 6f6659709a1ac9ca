/*
 * Three letters of a text at a time, each with its owner in front: an index over them finds a text by any part of it, and
 * reads nothing of other owners. It is costly on purpose: the planner then asks the index, and not each row.
 */
create function :schema.fragments_of(owner text, words text) returns text[]
  language sql immutable strict parallel safe cost 1000 as $$
  select coalesce(array_agg(distinct owner || ' ' || substr(words, place, 3)), '{}')
    from generate_series(1, length(words) - 2) as place
$$;

-- Whom administrators of the platform look for, by name, among many who only apply for something.
create index person_of_staff on :schema.person (name, id) where administration is not null or 'administrator' = any(roles);
-- What somebody did and what was done to something, the newest first.
create index audit_entry_of_actor on :schema.audit_entry (chain, actor, sequence);
create index audit_entry_of_object on :schema.audit_entry (chain, object, sequence);
create index audit_entry_of_action on :schema.audit_entry (chain, action, sequence);
