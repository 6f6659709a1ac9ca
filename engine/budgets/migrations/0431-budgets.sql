-- A line of the budget of one year. What it holds and what became of it follows from its movements.
create table :schema.budget_line (
  id             text primary key,
  administration text not null references :schema.administration (key),
  code           text not null,
  year           integer not null check (year > 0),
  label          jsonb not null,
  made_at        timestamptz not null,
  made_by        text not null references :schema.person (id),
  unique (administration, year, code)
);

-- That credits of a line are given, raised or lowered. Somebody else than who asks decides.
create table :schema.budget_credit (
  id             text primary key,
  administration text not null references :schema.administration (key),
  line_id        text not null references :schema.budget_line (id),
  -- Below zero what is taken away.
  engagement     bigint not null,
  liquidation    bigint not null,
  -- The day of the act that gives them: a budget, an adjustment, a transfer between lines.
  given_on       date not null,
  reason         text not null,
  asked_at       timestamptz not null,
  asked_by       text not null references :schema.person (id),
  state          text not null check (state in ('asked', 'approved', 'refused')),
  decided_at     timestamptz,
  decided_by     text references :schema.person (id),
  check (decided_by <> asked_by),
  check (engagement <> 0 or liquidation <> 0)
);
create index budget_credit_of_line on :schema.budget_credit (line_id, asked_at);
create index budget_credit_waiting on :schema.budget_credit (administration, asked_at) where state = 'asked';

-- What of a line is set aside for a case. Carried over to the next year, it goes on in a row of that year's line.
create table :schema.engagement (
  id             text primary key,
  administration text not null references :schema.administration (key),
  line_id        text not null references :schema.budget_line (id),
  -- The one of the first year, by which the process names all of them.
  root_id        text not null references :schema.engagement (id),
  -- By key alone: the case may be gone before the budget that it used; then it is null.
  case_id        text,
  procedure_key  text not null,
  label          jsonb not null,
  opened_at      timestamptz not null,
  opened_by      text not null,
  closed_at      timestamptz,
  unique (root_id, line_id),
  unique (id, line_id)
);
create index engagement_of_line on :schema.engagement (line_id, opened_at, id);
create index engagement_of_case on :schema.engagement (case_id) where case_id is not null;

-- One act on a line: what it changed. Never changed and never taken out.
create table :schema.budget_movement (
  id                 bigint generated always as identity primary key,
  administration     text not null references :schema.administration (key),
  line_id            text not null references :schema.budget_line (id),
  engagement_id      text,
  credit_id          text references :schema.budget_credit (id),
  -- The order that it is about, of another room.
  payable_id         text,
  kind               text not null check (kind in ('engage', 'raise', 'lower', 'close', 'carryOut', 'carryIn', 'order',
                                                   'giveBack', 'pay', 'return', 'credit')),
  at                 timestamptz not null,
  made_by            text not null,
  reason             text,
  engagement_credit  bigint not null default 0,
  liquidation_credit bigint not null default 0,
  engaged            bigint not null default 0,
  carried_in         bigint not null default 0,
  carried_out        bigint not null default 0,
  liquidated         bigint not null default 0,
  paid               bigint not null default 0,
  -- An engagement is of one line.
  foreign key (engagement_id, line_id) references :schema.engagement (id, line_id),
  check ((kind = 'credit') = (engagement_id is null) and (kind = 'credit') = (credit_id is not null)),
  check ((kind in ('order', 'giveBack', 'pay', 'return')) = (payable_id is not null))
);
create index budget_movement_of_line on :schema.budget_movement (line_id, id);
create index budget_movement_of_engagement on :schema.budget_movement (engagement_id) where engagement_id is not null;
-- An order takes its amount once and gives it back once; a change of credits counts once.
create unique index budget_movement_of_payable on :schema.budget_movement (payable_id, kind) where payable_id is not null;
create unique index budget_movement_of_credit on :schema.budget_movement (credit_id) where credit_id is not null;

-- Sums over movements, kept by the database: no role of the platform writes them. It refuses what no credit covers.
create table :schema.budget_line_balance (
  line_id            text primary key references :schema.budget_line (id),
  administration     text not null references :schema.administration (key),
  engagement_credit  bigint not null,
  liquidation_credit bigint not null,
  engaged            bigint not null,
  carried_in         bigint not null,
  carried_out        bigint not null,
  liquidated         bigint not null,
  paid               bigint not null,
  constraint budget_line_engages_its_credit check (engaged between 0 and engagement_credit),
  constraint budget_line_liquidates_its_credit check (liquidated between 0 and liquidation_credit),
  check (carried_in >= 0 and carried_out >= 0 and paid between 0 and liquidated),
  check (liquidated + carried_out <= engaged + carried_in)
);
create table :schema.engagement_balance (
  engagement_id  text primary key references :schema.engagement (id),
  administration text not null references :schema.administration (key),
  engaged        bigint not null,
  carried_in     bigint not null,
  carried_out    bigint not null,
  liquidated     bigint not null,
  paid           bigint not null,
  check (engaged >= 0 and carried_in >= 0 and carried_out >= 0 and paid between 0 and liquidated),
  constraint engagement_covers_its_orders check (liquidated + carried_out <= engaged + carried_in)
);

-- Whoever acts on lines waits for whoever does so already; in one order, so that nobody waits for each other.
create function :schema.lock_budget_lines(lines text[]) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from :schema.budget_line_balance b where b.line_id = any(lines) order by b.line_id for update;
end
$$;

create function :schema.open_budget_balance() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'budget_line' then
    insert into :schema.budget_line_balance
      (line_id, administration, engagement_credit, liquidation_credit, engaged, carried_in, carried_out, liquidated, paid)
      values (new.id, new.administration, 0, 0, 0, 0, 0, 0, 0);
  else
    insert into :schema.engagement_balance (engagement_id, administration, engaged, carried_in, carried_out, liquidated, paid)
      values (new.id, new.administration, 0, 0, 0, 0, 0);
  end if;
  return null;
end
$$;
create trigger opened after insert on :schema.budget_line for each row execute function :schema.open_budget_balance();
create trigger opened after insert on :schema.engagement for each row execute function :schema.open_budget_balance();

create function :schema.add_up_budget() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update :schema.budget_line_balance b
     set engagement_credit = b.engagement_credit + m.engagement_credit,
         liquidation_credit = b.liquidation_credit + m.liquidation_credit,
         engaged = b.engaged + m.engaged, carried_in = b.carried_in + m.carried_in,
         carried_out = b.carried_out + m.carried_out, liquidated = b.liquidated + m.liquidated, paid = b.paid + m.paid
    from (select line_id, sum(engagement_credit) as engagement_credit, sum(liquidation_credit) as liquidation_credit,
                 sum(engaged) as engaged, sum(carried_in) as carried_in, sum(carried_out) as carried_out,
                 sum(liquidated) as liquidated, sum(paid) as paid from added group by line_id) m
   where b.line_id = m.line_id;
  update :schema.engagement_balance b
     set engaged = b.engaged + m.engaged, carried_in = b.carried_in + m.carried_in,
         carried_out = b.carried_out + m.carried_out, liquidated = b.liquidated + m.liquidated, paid = b.paid + m.paid
    from (select engagement_id, sum(engaged) as engaged, sum(carried_in) as carried_in, sum(carried_out) as carried_out,
                 sum(liquidated) as liquidated, sum(paid) as paid from added where engagement_id is not null
           group by engagement_id) m
   where b.engagement_id = m.engagement_id;
  return null;
end
$$;
create trigger added_up after insert on :schema.budget_movement
  referencing new table as added for each statement execute function :schema.add_up_budget();

create function :schema.refuse_budget_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected % to stay as it was written, but somebody wants to % it', tg_table_name, lower(tg_op);
end
$$;
create trigger final before update or delete on :schema.budget_movement
  for each row execute function :schema.refuse_budget_change();
create trigger never_emptied before truncate on :schema.budget_movement
  for each statement execute function :schema.refuse_budget_change();
create trigger final before update or delete on :schema.budget_line
  for each row execute function :schema.refuse_budget_change();

-- What was asked of credits stays as it was asked, and what was decided as it was decided.
create function :schema.keep_budget_credit() returns trigger language plpgsql as $$
begin
  if old.state <> 'asked' or (to_jsonb(new) - array['state', 'decided_at', 'decided_by'])
      is distinct from (to_jsonb(old) - array['state', 'decided_at', 'decided_by']) then
    raise exception 'Expected a change of credits to stay as it was asked and decided, but somebody wants to change it';
  end if;
  return new;
end
$$;
create trigger kept before update on :schema.budget_credit for each row execute function :schema.keep_budget_credit();
