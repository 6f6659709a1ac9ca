-- That an administration asked for rights of another one: a row of whoever holds the rights, beside the log of whoever asked.
create table :schema.right_question (
  consultation_id bigint primary key references :schema.consultation (id) on delete cascade,
  -- Whose rights they are.
  administration  text not null references :schema.administration (key),
  source_key      text not null references :schema.right_source (key),
  asked_by        text not null references :schema.administration (key),
  purpose         jsonb not null,
  legal_basis     jsonb not null,
  at              timestamptz not null,
  -- As on which day; null for the day on which it was asked.
  on_day          date,
  answer          text not null check (answer in ('found', 'none', 'unknown')),
  unknown_because text check (unknown_because in ('several', 'laterDay', 'canceledNumber')),
  -- The right that was told, with the case that granted it, as long as they are there.
  right_id        text references :schema.granted_right (id),
  case_id         text references :schema.case_file (id),
  -- What was told of it.
  fields          text[] not null,
  -- Of whom, for what changes: the blind index of the number, and a keyed digest of what was told.
  subject_index   text,
  right_number    text,
  told_digest     text not null,
  -- Whether the case that asked is told of changes, and the day on which the answer may be another one.
  followed        boolean not null,
  look_on         date,
  check ((answer = 'unknown') = (unknown_because is not null)),
  check (right_id is null or answer = 'found')
);
create index right_question_of on :schema.right_question (administration, consultation_id desc);
create index right_question_of_right on :schema.right_question (right_id, consultation_id desc) where right_id is not null;
create index right_question_of_case on :schema.right_question (case_id) where case_id is not null;
create index right_question_about on :schema.right_question (subject_index) where followed;
create index right_question_due on :schema.right_question (look_on) where followed and look_on is not null;

-- What becomes of a right is looked at for every case that asked for rights of its kind of the same person, from its day on.
create function :schema.mark_right_questions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.right_question q
     set look_on = least(coalesce(q.look_on, new.effective_on), new.effective_on)
   where q.followed
     and q.subject_index in (select i.number_index from :schema.party_identifier i where i.party_id = new.person_id)
     and q.source_key = (select s.key from :schema.right_source s
                           join :schema.granted_right r on r.procedure_key = s.procedure_key and r.kind = s.kind
                          where r.id = new.right_id);
  return null;
end $$;
create trigger right_questions_are_marked after insert on :schema.right_version
  for each row execute function :schema.mark_right_questions();
