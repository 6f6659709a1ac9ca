-- That somebody went to the page of a payment provider to pay a receivable, and what the provider says of it.
create table :schema.online_payment (
  -- The provider gets it as the key under which it creates a payment only once.
  id             text primary key,
  administration text not null references :schema.administration (key),
  receivable_id  text not null references :schema.receivable (id),
  amount         bigint not null check (amount > 0),
  -- Language of whoever went there: asked again under its key, the provider is asked the same.
  locale         text not null check (locale in ('fr', 'nl', 'en')),
  -- Begun until the provider answered; replaced by another one while it may still be paid.
  state          text not null check (state in ('begun', 'open', 'replaced', 'paid', 'refused', 'abandoned', 'expired')),
  -- The provider's key of it.
  provider_id    text unique,
  -- Where one pays; null again once it is over.
  page           text,
  started_at     timestamptz not null,
  expires_at     timestamptz not null,
  -- When the provider is asked what became of it; null where nobody asks.
  ask_at         timestamptz,
  -- How often it was asked.
  asks           integer not null default 0,
  check (page is null or provider_id is not null),
  check (ask_at is null or provider_id is not null)
);
-- However often and wherever somebody clicks: one that can be paid is offered.
create unique index online_payment_offered on :schema.online_payment (receivable_id) where state in ('begun', 'open');
create index online_payment_of_receivable on :schema.online_payment (receivable_id, started_at);
create index online_payment_to_ask on :schema.online_payment (ask_at) where ask_at is not null;

-- Money that the provider took in, each booked once under the key that the provider gave it.
create table :schema.online_capture (
  online_payment_id text not null references :schema.online_payment (id),
  capture           text not null,
  payment_id        text not null unique references :schema.payment (id),
  primary key (online_payment_id, capture)
);

create function :schema.keep_online_payment() returns trigger language plpgsql as $$
begin
  if (new.id, new.administration, new.receivable_id, new.amount, new.locale, new.started_at, new.expires_at)
       is distinct from
     (old.id, old.administration, old.receivable_id, old.amount, old.locale, old.started_at, old.expires_at)
     or (old.provider_id is not null and new.provider_id is distinct from old.provider_id) then
    raise exception 'Expected what was offered to stay as it was, but somebody wants to change it';
  end if;
  if old.state in ('paid', 'refused', 'abandoned', 'expired') and new.state in ('begun', 'open', 'replaced') then
    raise exception 'Expected what is over to stay so, but somebody wants to open it again';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.online_payment
  for each row execute function :schema.keep_online_payment();
