-- That a receivable is in dispute, since whoever owes it attacks what asked for it. By key alone: the books know no appeal.
create table :schema.receivable_dispute (
  receivable_id  text not null references :schema.receivable (id),
  cause          text not null,
  administration text not null references :schema.administration (key),
  since_on       date not null,
  ended_on       date,
  -- On which day it falls due from the end on, where it had not fallen due before.
  due_on         date,
  primary key (receivable_id, cause),
  check (ended_on >= since_on)
);

create index receivable_dispute_of_cause on :schema.receivable_dispute (cause) where ended_on is null;

-- Since when; null where nobody disputes it.
alter table :schema.receivable_balance add column disputed_on date;
create index receivable_balance_disputed on :schema.receivable_balance (administration, due_on, receivable_id)
  where disputed_on is not null;

-- That a word which nobody was told waits for the end of the dispute.
alter table :schema.receivable_news add column is_held boolean not null default false;

-- For how many days after a missed part a plan holds on, and when somebody was warned of which part.
alter table :schema.installment_plan add column grace_days integer check (grace_days > 0);
alter table :schema.installment add column warned_on date;
alter table :schema.receivable_news drop constraint receivable_news_name_check;
alter table :schema.receivable_news add constraint receivable_news_name_check
  check (name in ('payment.received', 'payment.reversed', 'payment.overdue', 'payment.missed'));

create function :schema.begin_dispute() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.receivable_balance b set disputed_on = least(b.disputed_on, new.since_on)
   where b.receivable_id = new.receivable_id;
  update :schema.receivable_news n set is_held = true
   where n.receivable_id = new.receivable_id and n.told_at is null and n.name in ('payment.overdue', 'payment.missed');
  return null;
end
$$;
create trigger begun after insert on :schema.receivable_dispute
  for each row execute function :schema.begin_dispute();

-- With the last dispute every clock goes on with the days that it had left: those of the debt, of its steps and of its parts.
create function :schema.end_dispute() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  balance :schema.receivable_balance;
begin
  if old.ended_on is not null then
    raise exception 'Expected a dispute that ended to stay as it is, but somebody wants to change it';
  end if;
  select * into balance from :schema.receivable_balance b where b.receivable_id = new.receivable_id for update;
  if new.ended_on is null or exists (select from :schema.receivable_dispute d
     where d.receivable_id = new.receivable_id and d.cause <> new.cause and d.ended_on is null) then
    return new;
  end if;
  if balance.due_on >= balance.disputed_on then
    new.due_on := new.ended_on + (balance.due_on - balance.disputed_on);
  end if;
  update :schema.receivable_balance b set disputed_on = null, due_on = coalesce(new.due_on, b.due_on)
   where b.receivable_id = new.receivable_id;
  update :schema.receivable_news n
     set next_on = new.ended_on + greatest(n.next_on - greatest(balance.disputed_on, n.day), 1)
   where n.receivable_id = new.receivable_id and n.next_on is not null;
  update :schema.installment i set due_on = new.ended_on + (i.due_on - balance.disputed_on)
    from :schema.installment_plan p
   where p.id = i.plan_id and p.receivable_id = new.receivable_id and p.fallen_on is null
     and i.due_on >= balance.disputed_on;
  update :schema.installment i set warned_on = new.ended_on - greatest(balance.disputed_on - i.warned_on, 0)
    from :schema.installment_plan p
   where p.id = i.plan_id and p.receivable_id = new.receivable_id and p.fallen_on is null and i.warned_on is not null;
  -- What waited is told with what is left now, or not at all.
  update :schema.receivable_news n
     set is_held = false, told_at = case when balance.rest > 0 then null else n.at end,
         payment = n.payment || jsonb_build_object('rest', balance.rest / 100 || '.' || lpad((balance.rest % 100)::text, 2, '0'))
   where n.receivable_id = new.receivable_id and n.is_held;
  return new;
end
$$;
create trigger ended before update of ended_on on :schema.receivable_dispute
  for each row execute function :schema.end_dispute();

-- A due day that moves takes what is tallied along: here as it was, the tally of sums adds what changed.
create function :schema.move_receivable_tally() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into :schema.receivable_tally as t (administration, due_on, receivables, open, rest, refunds)
    select old.administration, day.due_on, sign, sign * (old.rest > 0)::integer, sign * greatest(old.rest, 0),
           sign * (old.refund > 0)::integer
      from (values (old.due_on, -1), (new.due_on, 1)) as day (due_on, sign)
    on conflict (administration, due_on) do update
      set receivables = t.receivables + excluded.receivables, open = t.open + excluded.open,
          rest = t.rest + excluded.rest, refunds = t.refunds + excluded.refunds;
  return null;
end
$$;
create trigger moved after update of due_on on :schema.receivable_balance
  for each row when (old.due_on is distinct from new.due_on) execute function :schema.move_receivable_tally();
