-- What an applicant and the office of their case write to each other.
create table :schema.case_message (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  at             timestamptz not null,
  sender         text not null check (sender in ('applicant', 'office')),
  written_by     text not null references :schema.person (id),
  text           text not null,
  -- An answer is expected.
  asks           boolean not null,
  documents      text[] not null,
  -- When the other side first saw it.
  read_at        timestamptz,
  -- When its reader was told by mail that something waits.
  notified_at    timestamptz,
  check (not asks or sender = 'office')
);
create index case_message_of_case on :schema.case_message (case_id, at);
create index case_message_unread on :schema.case_message (administration, at) where sender = 'applicant' and read_at is null;
create index case_message_to_tell on :schema.case_message (at) where sender = 'office' and notified_at is null;
