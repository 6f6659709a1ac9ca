-- Whom letters that go to many people name for questions; an administration without one has no row.
create table :schema.contact_unit (
  administration text primary key references :schema.administration (key),
  -- Counts its edits, so that two who write at once do not undo each other.
  revision       integer not null check (revision >= 1),
  -- In every language.
  name           jsonb not null,
  person         text,
  address        jsonb not null,
  phone          text not null,
  email          text not null,
  hours          jsonb not null
);
