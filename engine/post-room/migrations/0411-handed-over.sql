-- That letters of an administration leave with somebody who carries them, and under which number that one knows it.
create table :schema.carrier_contract (
  administration text not null references :schema.administration (key),
  channel        text not null check (channel in ('registered', 'ebox')),
  account        text not null,
  is_on          boolean not null,
  revision       integer not null,
  primary key (administration, channel)
);

-- A letter that is handed over to a carrier, under the key of its notice and way: asked again, it is the same letter.
create table :schema.consignment (
  notice_id         text not null references :schema.notice (id),
  channel           text not null check (channel in ('registered', 'ebox')),
  case_id           text not null references :schema.case_file (id),
  administration    text not null references :schema.administration (key),
  account           text not null,
  -- To whom, as it was when it was written down: asked again, the carrier is told the same. Gone once it is carried or over.
  address           text[],
  number_sealed     text,
  enterprise_number text,
  state             text not null check (state in ('waiting', 'carried', 'over', 'rejected', 'withdrawn')),
  -- The carrier's key of it.
  carrier_id        text,
  -- Why the carrier does not take it.
  problem           text check (problem in ('noAddress', 'noNumber', 'unknownAddress', 'inactiveMailbox', 'notTaken')),
  at                timestamptz not null,
  -- When the carrier is asked next; null where nobody asks.
  ask_at            timestamptz,
  asks              integer not null default 0,
  primary key (notice_id, channel),
  unique (channel, carrier_id),
  check (state not in ('carried', 'over') or carrier_id is not null),
  check (state <> 'rejected' or problem is not null)
);
create index consignment_to_ask on :schema.consignment (ask_at) where ask_at is not null;
create index consignment_of_case on :schema.consignment (case_id);

create function :schema.keep_consignment() returns trigger language plpgsql as $$
begin
  if (new.notice_id, new.channel, new.case_id, new.administration, new.account, new.at)
       is distinct from (old.notice_id, old.channel, old.case_id, old.administration, old.account, old.at)
     or (old.carrier_id is not null and new.carrier_id is distinct from old.carrier_id) then
    raise exception 'Expected what was handed over to stay as it was, but somebody wants to change it';
  end if;
  if old.state not in ('waiting', 'carried') and new.state in ('waiting', 'carried') then
    raise exception 'Expected what is over to stay so, but somebody wants to hand it over again';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.consignment
  for each row execute function :schema.keep_consignment();

-- Letters that the post room prints together and posts.
create table :schema.print_batch (
  id             text primary key,
  administration text not null references :schema.administration (key),
  number         integer not null,
  way            text not null check (way in ('registered', 'post')),
  language       text check (language in ('fr', 'nl', 'en')),
  letters        integer not null check (letters > 0),
  made_at        timestamptz not null,
  made_by        text not null,
  -- How often it was printed, and when last.
  prints         integer not null default 0,
  printed_at     timestamptz,
  -- On which day its letters were posted; null as long as they were not.
  posted_on      date,
  ended_at       timestamptz,
  ended_by       text,
  unique (administration, number),
  check (posted_on is null or ended_at is not null),
  check ((ended_at is null) = (ended_by is null))
);
create index print_batch_latest on :schema.print_batch (administration, made_at);

create table :schema.print_batch_letter (
  batch_id       text not null references :schema.print_batch (id),
  notice_id      text not null references :schema.notice (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  position       integer not null,
  postcode       text,
  -- Left: it was not posted with the others, and waits again.
  state          text not null check (state in ('printed', 'posted', 'left')),
  primary key (batch_id, notice_id),
  unique (batch_id, position)
);
create index print_batch_letter_of_notice on :schema.print_batch_letter (notice_id);
create index print_batch_letter_of_case on :schema.print_batch_letter (case_id);

-- Who has a letter in hand: one batch or one carrier, and nobody beside them.
create table :schema.handover (
  notice_id      text not null references :schema.notice (id),
  channel        text not null check (channel in ('registered', 'ebox', 'post')),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  -- Null where a carrier has it.
  batch_id       text references :schema.print_batch (id),
  primary key (notice_id, channel)
);
create index handover_of_batch on :schema.handover (batch_id) where batch_id is not null;
create index handover_of_case on :schema.handover (case_id);

create function :schema.keep_print_batch() returns trigger language plpgsql as $$
begin
  if (new.id, new.administration, new.number, new.way, new.language, new.letters, new.made_at, new.made_by)
       is distinct from
     (old.id, old.administration, old.number, old.way, old.language, old.letters, old.made_at, old.made_by) then
    raise exception 'Expected a batch to stay as it was made, but somebody wants to change it';
  end if;
  if old.ended_at is not null and (new.ended_at, new.posted_on) is distinct from (old.ended_at, old.posted_on) then
    raise exception 'Expected a batch that ended to stay so, but somebody wants to change it';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.print_batch
  for each row execute function :schema.keep_print_batch();
