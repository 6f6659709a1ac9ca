-- The id names a session without being worth anything; the identity token is sealed with the session's own token.
alter table :schema.session
  add column id              text not null default gen_random_uuid()::text,
  add column user_agent      text not null default '',
  add column id_token_sealed text;
create unique index session_by_id on :schema.session (id);
create index session_by_person on :schema.session (person_id);
