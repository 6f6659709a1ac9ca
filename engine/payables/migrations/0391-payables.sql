-- From which account an administration pays, and under which name and number of the register of enterprises.
create table :schema.payer (
  administration    text primary key references :schema.administration (key),
  iban              text not null,
  name              text not null,
  enterprise_number text,
  revision          integer not null
);

-- Orders that leave together, in one file. Who gathered them does not release them.
create table :schema.payment_batch (
  id             text primary key,
  administration text not null references :schema.administration (key),
  -- MsgId and PmtInfId of its file; from its key, unique over the platform.
  message_id     text not null unique,
  execute_on     date not null,
  made_at        timestamptz not null,
  made_by        text not null references :schema.person (id),
  given_up_at    timestamptz,
  -- With the release: from which account, and the SHA-256 of the file, which is the same whenever it is written.
  released_at    timestamptz,
  released_by    text references :schema.person (id),
  payer_iban     text,
  payer_name     text,
  payer_number   text,
  file_hash      text,
  sent_at        timestamptz,
  sent_by        text references :schema.person (id),
  check (released_by <> made_by)
);
create index payment_batch_latest on :schema.payment_batch (administration, made_at desc, id);

-- What an administration pays somebody: a month of an allowance, a claim, a refund.
create table :schema.payable (
  id             text primary key,
  administration text not null references :schema.administration (key),
  -- By key alone: the case may be gone before what was booked for it; then it is null.
  case_id        text,
  procedure_key  text not null,
  -- Who gets it, where it is the applicant; somebody else is known by name alone.
  person_id      text references :schema.party (id),
  -- Name and account as they were ordered; null once the time to keep them is over.
  payee          text,
  iban           text,
  label          jsonb not null,
  -- What the payee reads on their statement; structured where its check digits fit.
  communication  text not null,
  amount         bigint not null check (amount > 0),
  due_on         date not null,
  -- What it gives back, where it is a refund.
  receivable_id  text references :schema.receivable (id),
  -- The right that it pays, by key alone.
  right_id       text,
  ordered_at     timestamptz not null,
  ordered_by     text not null,
  batch_id       text references :schema.payment_batch (id),
  -- When its batch was released; whoever gets the money does not see the batch.
  released_on    date,
  -- From its key; a bank names the order by it.
  end_to_end_id  text not null unique,
  -- The last word of the bank, as ISO 20022 has it, and what it found of the name of the payee.
  bank_status    text,
  verification   text check (verification in ('match', 'closeMatch', 'noMatch', 'notPossible')),
  outcome        text check (outcome in ('canceled', 'executed', 'rejected')),
  outcome_on     date,
  outcome_reason text
);
create index payable_waiting on :schema.payable (administration, due_on, id) where batch_id is null and outcome is null;
create index payable_all on :schema.payable (administration, due_on, id);
create index payable_of_batch on :schema.payable (batch_id, id) where batch_id is not null;
create index payable_of_case on :schema.payable (case_id) where case_id is not null;
create index payable_of_person on :schema.payable (person_id, ordered_at) where person_id is not null;
create index payable_of_receivable on :schema.payable (receivable_id) where receivable_id is not null;

alter table :schema.ledger_entry add constraint ledger_entry_payable_id_fkey
  foreign key (payable_id) references :schema.payable (id);
alter table :schema.ledger_entry add constraint ledger_entry_batch_id_fkey
  foreign key (batch_id) references :schema.payment_batch (id);

-- Sums over the orders of a batch, kept by the database as orders change: no role of the platform writes them.
create table :schema.payment_batch_balance (
  batch_id        text primary key references :schema.payment_batch (id),
  administration  text not null references :schema.administration (key),
  orders          bigint not null,
  total           bigint not null,
  executed_orders bigint not null,
  executed        bigint not null,
  rejected_orders bigint not null,
  rejected        bigint not null
);

-- What a bank answered: a file of which nothing is done twice.
create table :schema.bank_answer (
  id             text primary key,
  administration text not null references :schema.administration (key),
  batch_id       text not null references :schema.payment_batch (id),
  file_hash      text not null,
  executed       integer not null,
  rejected       integer not null,
  noted          integer not null,
  taken_at       timestamptz not null,
  taken_by       text not null references :schema.person (id),
  unique (administration, file_hash)
);
create index bank_answer_of_batch on :schema.bank_answer (batch_id, taken_at);

-- What the process of a case is still to be told of what it ordered; the clock hands it to the outbox.
create table :schema.payable_news (
  id             bigint generated always as identity primary key,
  payable_id     text not null references :schema.payable (id),
  administration text not null references :schema.administration (key),
  case_id        text not null,
  name           text not null check (name in ('payment.executed', 'payment.rejected')),
  payment        jsonb not null,
  at             timestamptz not null,
  told_at        timestamptz
);
create index payable_news_to_tell on :schema.payable_news (id) where told_at is null;
-- An order ends once, whoever says so.
create unique index payable_news_once on :schema.payable_news (payable_id);

-- Of an order what it says stays; where it stands moves on, and what is known of people is forgotten in time.
create function :schema.keep_payable() returns trigger language plpgsql as $$
declare
  moving text[] := array['case_id', 'person_id', 'payee', 'iban', 'communication', 'batch_id', 'released_on', 'bank_status',
                         'verification', 'outcome', 'outcome_on', 'outcome_reason'];
begin
  if (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'Expected a payable to stay as it was ordered, but somebody wants to change it';
  end if;
  if old.outcome is not null and (new.outcome is distinct from old.outcome or new.outcome_on is distinct from old.outcome_on
      or new.batch_id is distinct from old.batch_id) then
    raise exception 'Expected a payable that is % to stay so, but somebody wants to change it', old.outcome;
  end if;
  if old.outcome is null and new.outcome is not null and (new.outcome = 'canceled') <> (new.batch_id is null) then
    raise exception 'Expected a payable to be canceled without a batch or to end in one, but found %', new.outcome;
  end if;
  if new.outcome in ('executed', 'rejected') and new.released_on is null then
    raise exception 'Expected a payable to be released before it is %, but it is not', new.outcome;
  end if;
  if old.released_on is not null and new.batch_id is distinct from old.batch_id then
    raise exception 'Expected a released payable to stay in its batch, but somebody wants to take it out';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.payable for each row execute function :schema.keep_payable();

-- An order is released when its batch is and not before: none enters a released batch.
create function :schema.keep_released_batch() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from after_change n left join :schema.payment_batch b on b.id = n.batch_id
     where (n.released_on is null) <> (b.released_at is null)) then
    raise exception 'Expected orders to be released as their batch is, but they are not';
  end if;
  return null;
end
$$;
create trigger kept_released after update on :schema.payable
  referencing new table as after_change for each statement execute function :schema.keep_released_batch();

create function :schema.add_up_payment_batches() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.payment_batch_balance as b
      (batch_id, administration, orders, total, executed_orders, executed, rejected_orders, rejected)
    select c.batch_id, c.administration, sum(c.sign), sum(c.sign * c.amount),
           coalesce(sum(c.sign) filter (where c.outcome = 'executed'), 0),
           coalesce(sum(c.sign * c.amount) filter (where c.outcome = 'executed'), 0),
           coalesce(sum(c.sign) filter (where c.outcome = 'rejected'), 0),
           coalesce(sum(c.sign * c.amount) filter (where c.outcome = 'rejected'), 0)
      from (select 1 as sign, n.batch_id, n.administration, n.amount, n.outcome from after_change n
            union all
            select -1, o.batch_id, o.administration, o.amount, o.outcome from before_change o) c
     where c.batch_id is not null
     group by c.batch_id, c.administration order by c.batch_id
    on conflict (batch_id) do update
      set orders = b.orders + excluded.orders, total = b.total + excluded.total,
          executed_orders = b.executed_orders + excluded.executed_orders, executed = b.executed + excluded.executed,
          rejected_orders = b.rejected_orders + excluded.rejected_orders, rejected = b.rejected + excluded.rejected;
  return null;
end
$$;
create trigger added_up after update on :schema.payable
  referencing old table as before_change new table as after_change
  for each statement execute function :schema.add_up_payment_batches();

-- What a released batch says never changes: who released it, from which account, and what its file says.
create function :schema.keep_payment_batch() returns trigger language plpgsql as $$
begin
  if old.released_at is not null and (to_jsonb(new) - 'sent_at' - 'sent_by') is distinct from (to_jsonb(old) - 'sent_at' - 'sent_by') then
    raise exception 'Expected a released batch to stay as it is, but somebody wants to change it';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.payment_batch for each row execute function :schema.keep_payment_batch();
