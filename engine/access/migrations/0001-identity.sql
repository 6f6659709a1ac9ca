create table :schema.administration (
  key  text primary key,
  name jsonb not null
);

create table :schema.person (
  id                     text primary key,
  issuer                 text not null,
  subject                text not null,
  name                   text not null,
  email                  text,
  language               text not null check (language in ('fr', 'nl', 'en')),
  roles                  text[] not null,
  groups                 text[] not null,
  administration         text references :schema.administration (key),
  national_number_sealed text,
  national_number_index  text,
  demo_story             jsonb,
  created_at             timestamptz not null,
  unique (issuer, subject)
);
create index person_by_national_number on :schema.person (national_number_index) where national_number_index is not null;
create index person_by_administration on :schema.person (administration) where administration is not null;

-- Only the hash of a session token is stored: whoever reads this table cannot sign in with it.
create table :schema.session (
  token_hash   text primary key,
  person_id    text not null references :schema.person (id) on delete cascade,
  csrf_token   text not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  idle_seconds integer not null
);
create index session_by_expiry on :schema.session (expires_at);
