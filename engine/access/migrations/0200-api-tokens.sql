-- Other systems of an administration: what each may do, until when, and from where.
create table :schema.api_token (
  id             text primary key,
  administration text not null references :schema.administration (key),
  name           text not null,
  scopes         text[] not null,
  -- Null for every procedure of the administration.
  procedures     text[],
  -- Null for any address.
  addresses      text[],
  created_at     timestamptz not null,
  created_by     text not null,
  expires_at     timestamptz not null,
  renewed_at     timestamptz,
  last_used_at   timestamptz,
  last_used_from text,
  revoked_at     timestamptz,
  revoked_by     text
);
create index api_token_by_administration on :schema.api_token (administration);

-- Apart from the token, so that whoever lists tokens has no way to their hashes. A renewed token has two for a while.
create table :schema.api_token_secret (
  token_hash text primary key,
  token_id   text not null references :schema.api_token (id),
  expires_at timestamptz not null
);
create index api_token_secret_by_token on :schema.api_token_secret (token_id);
