-- Why a number counts no more, where a person said it or a register did, and in which administration.
alter table :schema.party_identifier
  add column ended_because text,
  add column ended_by text,
  add column ended_in text references :schema.administration (key);

/* Whether a number was canceled and nobody has it: then no case begins with it. It says nothing of whose it was. */
create function :schema.is_canceled_number(wanted text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from :schema.party_identifier i where i.number_index = wanted and i.state = 'canceled')
     and not exists (select from :schema.party_identifier i where i.number_index = wanted and i.state <> 'canceled')
$$;
