-- To which account payments to an administration go, and under which name.
create table :schema.payee (
  administration text primary key references :schema.administration (key),
  iban           text not null,
  name           text not null,
  revision       integer not null
);

-- What somebody owes an administration: a fee, a fine, something paid to them in error. Its sums stand in the ledger alone.
create table :schema.receivable (
  id              text primary key,
  administration  text not null references :schema.administration (key),
  -- By key alone: the case may be gone before what was booked for it; then it is null.
  case_id         text,
  procedure_key   text not null,
  -- Who owes it, and by which name they were known then. A party that goes leaves the name, which the books keep ten years.
  person_id       text references :schema.party (id),
  debtor          text,
  kind            text not null check (kind in ('fee', 'fine', 'recovery')),
  label           jsonb not null,
  legal_reference text not null,
  -- Twelve digits, of which the last two check the others.
  communication   text not null unique,
  due_on          date not null,
  asked_at        timestamptz not null,
  asked_by        text not null
);
create index receivable_of_case on :schema.receivable (case_id);
create index receivable_of_person on :schema.receivable (person_id, asked_at);

-- Money that came in. What it was for is said by the ledger; what nobody recognized waits on the account of suspense.
create table :schema.payment (
  id             text primary key,
  administration text not null references :schema.administration (key),
  receivable_id  text references :schema.receivable (id),
  channel        text not null check (channel in ('counter', 'bank')),
  amount         bigint not null check (amount > 0),
  day            date not null,
  -- What the payer wrote, and who they said they are.
  reference      text not null,
  payer          text not null,
  recorded_at    timestamptz not null,
  recorded_by    text not null
);
create index payment_of_receivable on :schema.payment (receivable_id) where receivable_id is not null;

-- How many entries each administration has; whoever writes one waits for whoever writes another.
create table :schema.ledger_book (
  administration text primary key references :schema.administration (key),
  last           bigint not null
);

-- One act of the books. Never changed and never taken out: another entry reverses it, by name.
create table :schema.ledger_entry (
  id             text primary key,
  administration text not null references :schema.administration (key),
  -- Without a gap, from 1, within the administration.
  number         bigint not null,
  kind           text not null check (kind in ('charge', 'payment', 'allotment', 'overpayment', 'writeOff', 'reversal')),
  day            date not null,
  at             timestamptz not null,
  made_by        text not null,
  receivable_id  text references :schema.receivable (id),
  payment_id     text references :schema.payment (id),
  reverses       text unique references :schema.ledger_entry (id),
  reason         text,
  unique (administration, number),
  check ((kind = 'reversal') = (reverses is not null))
);
create index ledger_entry_of_receivable on :schema.ledger_entry (receivable_id, number);
create index ledger_entry_of_payment on :schema.ledger_entry (payment_id) where payment_id is not null;

-- What an entry does to one account: cents of euros, above zero on its left side, below zero on its right one.
create table :schema.ledger_line (
  entry_id      text not null references :schema.ledger_entry (id),
  place         integer not null,
  account       text not null check (account in ('receivable', 'revenue', 'bank', 'cash', 'suspense', 'refund', 'loss')),
  amount        bigint not null,
  receivable_id text references :schema.receivable (id),
  payment_id    text references :schema.payment (id),
  primary key (entry_id, place)
);

-- Sums over lines, kept by the database as each line is written: no role of the platform writes them.
create table :schema.ledger_balance (
  administration text not null references :schema.administration (key),
  account        text not null,
  balance        bigint not null,
  primary key (administration, account)
);
create table :schema.receivable_balance (
  receivable_id  text primary key references :schema.receivable (id),
  administration text not null references :schema.administration (key),
  due_on         date not null,
  charged        bigint not null,
  rest           bigint not null,
  written_off    bigint not null,
  refund         bigint not null
);
create index receivable_balance_open on :schema.receivable_balance (administration, due_on, receivable_id) where rest > 0;
create index receivable_balance_all on :schema.receivable_balance (administration, due_on, receivable_id);
create index receivable_balance_due on :schema.receivable_balance (due_on, receivable_id) where rest > 0;
create index receivable_balance_refund on :schema.receivable_balance (administration, due_on, receivable_id) where refund > 0;
create table :schema.payment_balance (
  payment_id     text primary key references :schema.payment (id),
  administration text not null references :schema.administration (key),
  day            date not null,
  suspense       bigint not null
);
create index payment_balance_open on :schema.payment_balance (administration, day, payment_id) where suspense > 0;

-- That somebody may pay in parts.
create table :schema.installment_plan (
  id             text primary key,
  administration text not null references :schema.administration (key),
  receivable_id  text not null references :schema.receivable (id),
  granted_on     date not null,
  granted_by     text not null,
  -- When a missed part made it fall; null as long as it holds.
  fallen_on      date
);
create unique index installment_plan_that_holds on :schema.installment_plan (receivable_id) where fallen_on is null;
create table :schema.installment (
  plan_id    text not null references :schema.installment_plan (id),
  number     integer not null,
  due_on     date not null,
  amount     bigint not null check (amount > 0),
  -- What has to be paid by then in all, with what was paid before the plan.
  paid_by_then bigint not null,
  primary key (plan_id, number)
);
create index installment_due on :schema.installment (due_on);

-- That somebody wants to give up what is left of a receivable; somebody else decides it.
create table :schema.write_off (
  id             text primary key,
  administration text not null references :schema.administration (key),
  receivable_id  text not null references :schema.receivable (id),
  reason         text not null,
  asked_at       timestamptz not null,
  asked_by       text not null references :schema.person (id),
  state          text not null check (state in ('asked', 'approved', 'refused')),
  decided_at     timestamptz,
  decided_by     text references :schema.person (id),
  check (decided_by <> asked_by)
);
create unique index write_off_asked on :schema.write_off (receivable_id) where state = 'asked';
create index write_off_waiting on :schema.write_off (administration, asked_at) where state = 'asked';

-- What the process of a case is still to be told of its money; the clock hands it to the outbox.
create table :schema.receivable_news (
  id             bigint generated always as identity primary key,
  receivable_id  text not null references :schema.receivable (id),
  administration text not null references :schema.administration (key),
  case_id        text not null,
  name           text not null check (name in ('payment.received', 'payment.overdue')),
  -- The plan that fell, where that is why it is overdue.
  plan_id        text references :schema.installment_plan (id),
  payment        jsonb not null,
  at             timestamptz not null,
  told_at        timestamptz
);
create index receivable_news_to_tell on :schema.receivable_news (id) where told_at is null;
-- However many clocks run: once of the receivable, and once of each plan that falls.
create unique index receivable_overdue_once on :schema.receivable_news (receivable_id, coalesce(plan_id, ''))
  where name = 'payment.overdue';

-- Whoever acts on the books of an administration waits for whoever does so already.
create function :schema.lock_ledger(place text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.ledger_book (administration, last) values (place, 0) on conflict do nothing;
  perform from :schema.ledger_book b where b.administration = place for update;
end
$$;

create function :schema.number_ledger_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.ledger_book as b (administration, last) values (new.administration, 1)
    on conflict (administration) do update set last = b.last + 1
    returning b.last into new.number;
  return new;
end
$$;
create trigger numbered before insert on :schema.ledger_entry
  for each row execute function :schema.number_ledger_entry();

create function :schema.add_up_ledger_line() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  entry :schema.ledger_entry;
begin
  select * into entry from :schema.ledger_entry e where e.id = new.entry_id;
  insert into :schema.ledger_balance as b (administration, account, balance)
    values (entry.administration, new.account, new.amount)
    on conflict (administration, account) do update set balance = b.balance + excluded.balance;
  if new.receivable_id is not null and new.account in ('receivable', 'revenue', 'refund', 'loss') then
    insert into :schema.receivable_balance as b (receivable_id, administration, due_on, charged, rest, written_off, refund)
      select r.id, r.administration, r.due_on,
             case when new.account = 'revenue' then -new.amount else 0 end,
             case when new.account = 'receivable' then new.amount else 0 end,
             case when new.account = 'loss' then new.amount else 0 end,
             case when new.account = 'refund' then -new.amount else 0 end
        from :schema.receivable r where r.id = new.receivable_id
      on conflict (receivable_id) do update
        set charged = b.charged + excluded.charged, rest = b.rest + excluded.rest,
            written_off = b.written_off + excluded.written_off, refund = b.refund + excluded.refund;
  end if;
  if new.payment_id is not null and new.account = 'suspense' then
    insert into :schema.payment_balance as b (payment_id, administration, day, suspense)
      select p.id, p.administration, p.day, -new.amount from :schema.payment p where p.id = new.payment_id
      on conflict (payment_id) do update set suspense = b.suspense + excluded.suspense;
  end if;
  return null;
end
$$;
create trigger added_up after insert on :schema.ledger_line
  for each row execute function :schema.add_up_ledger_line();

-- Asked once more when everything of a transaction is written: what does not balance is not written at all.
create function :schema.balance_ledger_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text := case tg_table_name when 'ledger_entry' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'entry_id' end;
  found record;
begin
  select count(*) as lines, coalesce(sum(l.amount), 0) as total, count(*) filter (where l.amount = 0) as empty,
         count(*) filter (where r.administration <> e.administration or p.administration <> e.administration) as foreign_lines
    into found
    from :schema.ledger_entry e
    join :schema.ledger_line l on l.entry_id = e.id
    left join :schema.receivable r on r.id = l.receivable_id
    left join :schema.payment p on p.id = l.payment_id
   where e.id = wanted;
  if found.lines < 2 or found.total <> 0 or found.empty > 0 or found.foreign_lines > 0 then
    raise exception 'Expected ledger entry % to have lines of its administration that balance, but found % lines with a sum of %',
      wanted, found.lines, found.total using errcode = '23514';
  end if;
  return null;
end
$$;
create constraint trigger balanced after insert on :schema.ledger_entry
  deferrable initially deferred for each row execute function :schema.balance_ledger_entry();
create constraint trigger balanced after insert on :schema.ledger_line
  deferrable initially deferred for each row execute function :schema.balance_ledger_entry();

create function :schema.refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected % to stay as it was written, but somebody wants to % it', tg_table_name, lower(tg_op);
end
$$;
create trigger final before update or delete on :schema.ledger_entry
  for each row execute function :schema.refuse_ledger_change();
create trigger final before update or delete on :schema.ledger_line
  for each row execute function :schema.refuse_ledger_change();
create trigger never_emptied before truncate on :schema.ledger_entry
  for each statement execute function :schema.refuse_ledger_change();
create trigger never_emptied before truncate on :schema.ledger_line
  for each statement execute function :schema.refuse_ledger_change();
-- Of a payment and of a receivable names are forgotten in time, and nothing else changes.
create function :schema.keep_payment() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'reference' - 'payer') is distinct from (to_jsonb(old) - 'reference' - 'payer') then
    raise exception 'Expected a payment to stay as it was written, but somebody wants to change it';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.payment for each row execute function :schema.keep_payment();
create function :schema.keep_receivable() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'case_id' - 'person_id' - 'debtor') is distinct from
     (to_jsonb(old) - 'case_id' - 'person_id' - 'debtor') then
    raise exception 'Expected a receivable to stay as it was asked, but somebody wants to change it';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.receivable for each row execute function :schema.keep_receivable();
