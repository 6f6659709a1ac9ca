-- What the applicant of a case that runs declares: that answers are others by now, or that they no longer ask for a part of it.
create table :schema.declared_change (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  -- Key of the part of the procedure that is withdrawn; null where answers change.
  part           text,
  -- The answers as they should be: pointer and value of each. None where a part is withdrawn.
  answers        jsonb not null,
  -- What that changes, in the words of the form, as it was when it was declared.
  told           jsonb not null,
  since          date not null,
  reason         text not null,
  documents      text[] not null,
  state          text not null check (state in ('waiting', 'accepted', 'refused', 'retracted')),
  declared_by    text not null references :schema.person (id),
  declared_at    timestamptz not null,
  settled_by     text references :schema.person (id),
  settled_at     timestamptz,
  -- Why it was refused; its applicant reads it.
  refusal        text,
  check ((state = 'waiting') = (settled_at is null)),
  check ((state = 'refused') = (refusal is not null))
);
-- One of each waits at a time, and a part is withdrawn once.
create unique index declared_change_waiting on :schema.declared_change (case_id, coalesce(part, '')) where state = 'waiting';
create unique index declared_change_withdrawn on :schema.declared_change (case_id, part) where state = 'accepted' and part is not null;
create index declared_change_of_case on :schema.declared_change (case_id, declared_at);
create index declared_change_to_settle on :schema.declared_change (administration, declared_at) where state = 'waiting';
