-- Connectors that others run: who may do jobs of which types, and what they say of themselves.
-- Without an administration a token is the platform's: its types serve all of them.
create table :schema.connector_token (
  id             text primary key,
  administration text references :schema.administration (key),
  name           text not null,
  types          text[] not null,
  created_at     timestamptz not null,
  created_by     text not null,
  expires_at     timestamptz,
  last_used_at   timestamptz,
  revoked_at     timestamptz,
  revoked_by     text
);
create index connector_token_by_administration on :schema.connector_token (administration);

-- Apart from the token, so that whoever lists tokens has no way to their hashes.
create table :schema.connector_token_secret (
  token_hash text primary key,
  token_id   text not null references :schema.connector_token (id)
);
create unique index connector_token_secret_by_token on :schema.connector_token_secret (token_id);

-- A type has one owner, who says what it is: the template and the page of its connector, in each language.
create table :schema.connector_registration (
  type           text primary key,
  administration text references :schema.administration (key),
  token_id       text not null references :schema.connector_token (id),
  version        integer not null,
  title          jsonb not null,
  templates      jsonb not null,
  documentation  jsonb not null,
  registered_at  timestamptz not null
);
create index connector_registration_by_administration on :schema.connector_registration (administration);
create index connector_registration_by_token on :schema.connector_registration (token_id);
