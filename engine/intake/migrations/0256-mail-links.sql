/*
 * A link that was sent to an address: whoever opens it, once, soon and in the browser in which it was asked for, is let in to one
 * application without an identity. Only hashes of what opens it are kept.
 */
create table :schema.mail_link (
  token_hash    text primary key,
  browser_hash  text not null,
  email         text not null,
  procedure_key text not null references :schema.procedure (key),
  -- The account that it opens; each application has one of its own.
  subject       text not null,
  language      text not null check (language in ('fr', 'nl', 'en')),
  asked_at      timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz
);
create index mail_link_by_end on :schema.mail_link (expires_at);
create index person_by_mail on :schema.person (email) where issuer = 'urn:irisflow:mail';
