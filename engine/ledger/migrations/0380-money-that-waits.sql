-- Money comes in by statements of banks as well.
alter table :schema.payment drop constraint payment_channel_check;
alter table :schema.payment add constraint payment_channel_check check (channel in ('counter', 'bank', 'statement'));

-- What accountants write beside money of which nobody knows yet what it is for.
create table :schema.payment_note (
  id             text primary key,
  administration text not null references :schema.administration (key),
  payment_id     text not null references :schema.payment (id),
  text           text not null,
  at             timestamptz not null,
  made_by        text not null references :schema.person (id)
);
create index payment_note_of_payment on :schema.payment_note (payment_id, at);

-- What of a payment is to be given back because it is for nothing that the administration asked.
alter table :schema.payment_balance add column refund bigint not null default 0;
create index payment_balance_refund on :schema.payment_balance (administration, day, payment_id) where refund > 0;

create function :schema.add_up_payment_refund() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.payment_balance as b (payment_id, administration, day, suspense, refund)
    select p.id, p.administration, p.day, 0, -new.amount from :schema.payment p where p.id = new.payment_id
    on conflict (payment_id) do update set refund = b.refund + excluded.refund;
  return null;
end
$$;
create trigger refund_added_up after insert on :schema.ledger_line
  for each row when (new.account = 'refund' and new.payment_id is not null and new.receivable_id is null)
  execute function :schema.add_up_payment_refund();

-- How many receivables fall due on a day and what is left of them, kept as their sums change: a list of a hundred thousand says
-- how long it is without counting them.
create table :schema.receivable_tally (
  administration text not null references :schema.administration (key),
  due_on         date not null,
  receivables    bigint not null,
  open           bigint not null,
  rest           bigint not null,
  refunds        bigint not null,
  primary key (administration, due_on)
);
insert into :schema.receivable_tally (administration, due_on, receivables, open, rest, refunds)
  select administration, due_on, count(*), count(*) filter (where rest > 0), coalesce(sum(rest) filter (where rest > 0), 0),
         count(*) filter (where refund > 0)
    from :schema.receivable_balance group by administration, due_on;

create function :schema.tally_receivable() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  is_new boolean := tg_op = 'INSERT';
begin
  insert into :schema.receivable_tally as t (administration, due_on, receivables, open, rest, refunds)
    values (
      new.administration, new.due_on, is_new::integer,
      (new.rest > 0)::integer - case when is_new then 0 else (old.rest > 0)::integer end,
      greatest(new.rest, 0) - case when is_new then 0 else greatest(old.rest, 0) end,
      (new.refund > 0)::integer - case when is_new then 0 else (old.refund > 0)::integer end)
    on conflict (administration, due_on) do update
      set receivables = t.receivables + excluded.receivables, open = t.open + excluded.open,
          rest = t.rest + excluded.rest, refunds = t.refunds + excluded.refunds;
  return null;
end
$$;
create trigger tallied after insert or update on :schema.receivable_balance
  for each row execute function :schema.tally_receivable();

-- Whose name has these words, by an index that the walls would keep from whoever asks.
create index receivable_by_fragments on :schema.receivable
  using gin (:schema.fragments_of(administration, :schema.folded(debtor))) where debtor is not null;
create function :schema.receivables_of_debtor(wanted text) returns table (id text)
  language plpgsql stable security definer rows 50
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  mine text := current_setting('irisflow.accounts', true);
  words text[] := :schema.words_of(wanted);
  fragments text[] := :schema.fragments_of_words(mine, words);
begin
  return query
    select r.id from :schema.receivable r
     where r.debtor is not null and r.administration = mine
       and (cardinality(fragments) = 0 or :schema.fragments_of(r.administration, :schema.folded(r.debtor)) @> fragments)
       and :schema.has_words(:schema.folded(r.debtor), words);
end
$$;

-- What is open to the cent, for money that came in without saying what it is for.
create index receivable_balance_by_rest on :schema.receivable_balance (administration, rest, receivable_id) where rest > 0;
