-- What an administration owes others, what that cost it, and what a bank was asked to pay and has not said anything of yet.
alter table :schema.ledger_line drop constraint ledger_line_account_check;
alter table :schema.ledger_line add constraint ledger_line_account_check
  check (account in ('receivable', 'revenue', 'bank', 'cash', 'suspense', 'refund', 'loss', 'payable', 'expense', 'transit'));
alter table :schema.ledger_entry drop constraint ledger_entry_kind_check;
alter table :schema.ledger_entry add constraint ledger_entry_kind_check
  check (kind in ('charge', 'payment', 'allotment', 'overpayment', 'writeOff', 'reversal',
                  'order', 'refund', 'release', 'execution', 'rejection'));

-- The order or the batch that an entry is about; both are of another room, which says what they point to.
alter table :schema.ledger_entry add column payable_id text;
alter table :schema.ledger_entry add column batch_id text;
create index ledger_entry_of_payable on :schema.ledger_entry (payable_id) where payable_id is not null;
create index ledger_entry_of_batch on :schema.ledger_entry (batch_id, number) where batch_id is not null;

-- Sums once a statement in place of once a line: an act of ten thousand lines changes each sum once.
drop trigger added_up on :schema.ledger_line;
drop function :schema.add_up_ledger_line();
create function :schema.add_up_ledger_lines() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.ledger_balance as b (administration, account, balance)
    select e.administration, l.account, sum(l.amount)
      from added l join :schema.ledger_entry e on e.id = l.entry_id
     group by e.administration, l.account order by e.administration, l.account
    on conflict (administration, account) do update set balance = b.balance + excluded.balance;
  insert into :schema.receivable_balance as b (receivable_id, administration, due_on, charged, rest, written_off, refund)
    select r.id, r.administration, r.due_on,
           coalesce(-sum(l.amount) filter (where l.account = 'revenue'), 0),
           coalesce(sum(l.amount) filter (where l.account = 'receivable'), 0),
           coalesce(sum(l.amount) filter (where l.account = 'loss'), 0),
           coalesce(-sum(l.amount) filter (where l.account = 'refund'), 0)
      from added l join :schema.receivable r on r.id = l.receivable_id
     where l.account in ('receivable', 'revenue', 'refund', 'loss')
     group by r.id order by r.id
    on conflict (receivable_id) do update
      set charged = b.charged + excluded.charged, rest = b.rest + excluded.rest,
          written_off = b.written_off + excluded.written_off, refund = b.refund + excluded.refund;
  insert into :schema.payment_balance as b (payment_id, administration, day, suspense)
    select p.id, p.administration, p.day, -sum(l.amount)
      from added l join :schema.payment p on p.id = l.payment_id
     where l.account = 'suspense'
     group by p.id order by p.id
    on conflict (payment_id) do update set suspense = b.suspense + excluded.suspense;
  return null;
end
$$;
create trigger added_up after insert on :schema.ledger_line
  referencing new table as added for each statement execute function :schema.add_up_ledger_lines();
