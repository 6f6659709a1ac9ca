/*
 * By which ways somebody wants to be reached. A choice belongs to the person and to no administration; one that was taken back
 * stays, with both its days. Paper needs no consent: whoever chose nothing is written to by post.
 */
create table :schema.channel_choice (
  id           text primary key,
  party_id     text not null references :schema.party (id),
  -- `portal` letters and messages; `mail` notices that say that something waits; `ebox`; `post` paper beside what is electronic.
  channel      text not null check (channel in ('portal', 'mail', 'ebox', 'post')),
  chosen_at    timestamptz not null,
  chosen_by    text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index channel_choice_standing on :schema.channel_choice (party_id, channel) where withdrawn_at is null;
create index channel_choice_of_party on :schema.channel_choice (party_id, chosen_at);

-- That whoever said it reads what is sent there; another value has to be proven anew.
alter table :schema.contact_point add column verified_at timestamptz;

/* The code that was sent to a contact point, until it is shown or too old; the last one alone counts. */
create table :schema.contact_code (
  party_id   text not null references :schema.party (id),
  kind       text not null check (kind in ('email')),
  value      text not null,
  code_hash  text not null,
  sent_at    timestamptz not null,
  expires_at timestamptz not null,
  tries      integer not null default 0,
  primary key (party_id, kind)
);
