-- One chain an administration: each entry carries the hash of the one before it.
create table :schema.audit_entry (
  chain         text not null,
  sequence      bigint not null,
  at            timestamptz not null,
  actor         text not null,
  action        text not null,
  object        text not null,
  outcome       text not null,
  detail        jsonb not null,
  previous_hash text not null,
  hash          text not null,
  primary key (chain, sequence)
);

create table :schema.audit_head (
  chain    text primary key,
  sequence bigint not null,
  hash     text not null
);

create trigger audit_entry_is_final before update or delete on :schema.audit_entry
  for each row execute function :schema.refuse_change();
create trigger audit_entry_is_not_emptied before truncate on :schema.audit_entry
  for each statement execute function :schema.refuse_change();
