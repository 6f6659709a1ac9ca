/* Words by which an administration marks people and companies for itself; it alone sees which. */
create table :schema.party_label (
  id             text primary key,
  administration text not null references :schema.administration (key),
  name_fr        text not null,
  name_nl        text not null,
  color          text not null check (color in ('grey', 'blue', 'green', 'yellow', 'orange', 'red', 'purple', 'brown')),
  made_at        timestamptz not null,
  made_by        text not null references :schema.person (id),
  -- It stays where it was put, and is put nowhere any more.
  retired_at     timestamptz
);
create unique index party_label_fr on :schema.party_label (administration, lower(name_fr)) where retired_at is null;
create unique index party_label_nl on :schema.party_label (administration, lower(name_nl)) where retired_at is null;

create table :schema.party_label_use (
  id             text primary key,
  label_id       text not null references :schema.party_label (id),
  administration text not null references :schema.administration (key),
  party_id       text not null references :schema.party (id),
  put_at         timestamptz not null,
  put_by         text not null references :schema.person (id),
  taken_at       timestamptz,
  taken_by       text references :schema.person (id),
  check ((taken_at is null) = (taken_by is null))
);
create unique index party_label_use_once on :schema.party_label_use (label_id, party_id) where taken_at is null;
create index party_label_use_of_party on :schema.party_label_use (administration, party_id);

/* What an administration notes about somebody. They may ask to read it, unless the law lets it out: then they read that it does. */
create table :schema.party_note (
  id             text primary key,
  administration text not null references :schema.administration (key),
  party_id       text not null references :schema.party (id),
  audience       text not null check (audience in ('clerks', 'supervisors')),
  written_by     text not null references :schema.person (id),
  written_at     timestamptz not null,
  revision       integer not null,
  -- The ground of law for which the person does not get the words.
  withheld       text,
  deleted_at     timestamptz,
  deleted_by     text references :schema.person (id),
  delete_reason  text,
  check ((deleted_at is null) = (delete_reason is null))
);
create index party_note_of_party on :schema.party_note (party_id, administration);
create index party_note_of_office on :schema.party_note (administration);

-- The words, each time that they were changed; of a note that was deleted there are none.
create table :schema.party_note_version (
  note_id     text not null references :schema.party_note (id) on delete cascade,
  revision    integer not null,
  text        text not null,
  at          timestamptz not null,
  by          text not null references :schema.person (id),
  search_text text not null,
  primary key (note_id, revision)
);
