-- What a bank says that came to an account and left it, as an accountant brought it in. Never changed but for how far it is booked.
create table :schema.bank_statement (
  id             text primary key,
  administration text not null references :schema.administration (key),
  account        text not null,
  form           text not null check (form in ('coda', 'camt053')),
  -- By which the bank counts the statements of the account within a year; null where it does not.
  number         text,
  -- The same as a number to look for gaps with; 0 where it is none.
  sequence       bigint not null,
  -- The last day that it tells of, and the year within which it is counted.
  closed_on      date not null,
  year           integer not null,
  opening        bigint,
  closing        bigint not null,
  came           bigint not null,
  went           bigint not null,
  movements      integer not null,
  file_name      text not null,
  file_sha256    text not null,
  -- Which one of its file it is, from 1.
  place          integer not null,
  imported_at    timestamptz not null,
  imported_by    text not null references :schema.person (id),
  state          text not null check (state in ('booking', 'booked')),
  -- How many of its movements are booked.
  booked         integer not null,
  -- When it is gone on with at the earliest, after something failed.
  next_at        timestamptz not null,
  unique (administration, account, year, number),
  unique (administration, file_sha256, place),
  check (booked <= movements)
);
create index bank_statement_of_account on :schema.bank_statement (administration, account, closed_on, sequence, id);
create index bank_statement_by_day on :schema.bank_statement (administration, closed_on, id);
create index bank_statement_to_book on :schema.bank_statement (next_at, id) where state = 'booking';

-- What came to the account or left it, and what the books made of it.
create table :schema.bank_movement (
  statement_id         text not null references :schema.bank_statement (id),
  place                integer not null,
  administration       text not null references :schema.administration (key),
  account              text not null,
  -- Above zero what came, below zero what left.
  amount               bigint not null,
  booked_on            date not null,
  value_on             date,
  counterparty         text not null,
  counterparty_account text not null,
  communication_kind   text check (communication_kind in ('structured', 'creditorReference', 'free')),
  communication        text not null,
  bank_reference       text,
  end_to_end_id        text,
  return_reason        text,
  state                text not null check (state in ('waiting', 'matched', 'unmatched', 'tookBack', 'outgoing')),
  -- The payment that it is; for one that left, the payment that it took back.
  payment_id           text references :schema.payment (id),
  primary key (statement_id, place),
  check ((payment_id is not null) = (state in ('matched', 'unmatched', 'tookBack')))
);
create index bank_movement_to_book on :schema.bank_movement (statement_id, place) where state = 'waiting';
-- Nothing is booked twice, and nothing is taken back twice.
create unique index bank_movement_of_payment on :schema.bank_movement (payment_id) where payment_id is not null and amount > 0;
create unique index bank_movement_took_back on :schema.bank_movement (payment_id) where payment_id is not null and amount < 0;
create index bank_movement_by_state on :schema.bank_movement (statement_id, state, place);
-- By what a bank names again of a payment that it takes back.
create index bank_movement_by_end_to_end on :schema.bank_movement (administration, end_to_end_id)
  where end_to_end_id is not null and amount > 0;
create index bank_movement_by_reference on :schema.bank_movement (administration, bank_reference)
  where bank_reference is not null and amount > 0;
create index bank_movement_by_communication on :schema.bank_movement (administration, communication)
  where communication_kind = 'structured' and amount > 0;
create index bank_movement_old on :schema.bank_movement (booked_on) where counterparty <> '' or counterparty_account <> '' or communication <> '';
