-- What a statement says of an order: the day on which it left the account, and the day on which it came back.
alter table :schema.payable add column debited_on date;
alter table :schema.payable add column returned_on date;
alter table :schema.payable add constraint payable_returned_check
  check (returned_on is null or outcome = 'rejected');

-- An order ends once; what was executed may come back, and is told then as rejected.
drop index :schema.payable_news_once;
create unique index payable_news_once on :schema.payable_news (payable_id, name);

create or replace function :schema.keep_payable() returns trigger language plpgsql as $$
declare
  moving text[] := array['case_id', 'person_id', 'payee', 'iban', 'communication', 'batch_id', 'released_on', 'bank_status',
                         'verification', 'outcome', 'outcome_on', 'outcome_reason', 'debited_on', 'returned_on'];
  comes_back boolean := old.outcome = 'executed' and new.outcome = 'rejected' and old.returned_on is null
                        and new.returned_on is not null and new.batch_id is not distinct from old.batch_id;
begin
  if (to_jsonb(new) - moving) is distinct from (to_jsonb(old) - moving) then
    raise exception 'Expected a payable to stay as it was ordered, but somebody wants to change it';
  end if;
  if (old.debited_on is not null and new.debited_on is distinct from old.debited_on)
      or (old.returned_on is not null and new.returned_on is distinct from old.returned_on) then
    raise exception 'Expected what a statement said of a payable to stay, but somebody wants to change it';
  end if;
  if old.outcome is not null and not coalesce(comes_back, false) and (new.outcome is distinct from old.outcome
      or new.outcome_on is distinct from old.outcome_on or new.batch_id is distinct from old.batch_id) then
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
