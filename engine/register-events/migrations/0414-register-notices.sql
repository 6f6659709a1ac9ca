-- That a register told of a person or a company of a case by itself, once an event: of an event that concerns no case nothing is
-- kept, and of one that does nothing but its kind and its day.
create table :schema.register_notice (
  id              text primary key,
  case_id         text not null references :schema.case_file (id),
  administration  text not null references :schema.administration (key),
  source_key      text not null,
  -- As the register calls it.
  event_id        text not null,
  kind            text not null check (kind in ('person.died', 'person.moved', 'enterprise.bankrupt')),
  happened_on     date not null,
  -- Whether it is about the applicant, and not about somebody else of the case.
  about_applicant boolean not null,
  -- The entry of the log in which whoever it is about reads it.
  consultation_id bigint not null,
  told_at         timestamptz not null,
  -- Who of the office has taken note of it, and when; null while it waits.
  seen_by         text references :schema.person (id),
  seen_at         timestamptz,
  check ((seen_by is null) = (seen_at is null)),
  unique (case_id, source_key, event_id)
);
