-- Whom an administration tells what happened to its cases.
create table :schema.webhook (
  id             text primary key,
  administration text not null references :schema.administration (key),
  name           text not null,
  url            text not null,
  events         text[] not null,
  -- Null for every procedure of the administration.
  procedures     text[],
  state          text not null default 'active' check (state in ('active', 'stopped', 'removed')),
  -- Why we stopped by ourselves; null while it is active.
  stop_reason    text check (stop_reason in ('gone', 'failing')),
  stopped_at     timestamptz,
  -- Failures since the last answer that was right, since when, and until when nothing is sent because of them.
  failures       integer not null default 0,
  failing_since  timestamptz,
  rests_until    timestamptz,
  created_at     timestamptz not null,
  created_by     text not null
);
create index webhook_by_administration on :schema.webhook (administration);

-- What the messages of a webhook are signed with, sealed; during a rotation there are two. Only the job that sends reads it.
create table :schema.webhook_secret (
  id         bigint generated always as identity primary key,
  webhook_id text not null references :schema.webhook (id),
  sealed     text not null,
  -- Null for the one that counts.
  until      timestamptz
);
create index webhook_secret_of_webhook on :schema.webhook_secret (webhook_id);

-- One event told to one webhook, under the same id however often it is sent.
create table :schema.webhook_delivery (
  id             text primary key,
  webhook_id     text not null references :schema.webhook (id),
  administration text not null references :schema.administration (key),
  -- Null for a trial.
  case_id        text references :schema.case_file (id),
  procedure_key  text,
  event          text not null,
  at             timestamptz not null,
  state          text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts       integer not null default 0,
  next_at        timestamptz not null,
  -- Until when a process has it in hand.
  taken_until    timestamptz,
  last_at        timestamptz,
  last_status    integer,
  last_trouble   text
);
create index webhook_delivery_due on :schema.webhook_delivery (webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_of_webhook on :schema.webhook_delivery (webhook_id, at desc, id desc);
create index webhook_delivery_of_case on :schema.webhook_delivery (case_id) where case_id is not null;
create index webhook_delivery_ended on :schema.webhook_delivery (last_at) where state <> 'waiting';

/*
 * What happens to a case is told in the transaction in which it happens, whoever writes it: nothing can be forgotten, and
 * nothing is told of what was rolled back.
 */
create function :schema.tell_webhooks(what text, of_case text, of_time timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into :schema.webhook_delivery (id, webhook_id, administration, case_id, procedure_key, event, at, next_at)
    select translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_'),
           w.id, w.administration, f.id, f.procedure_key, what, of_time, of_time
      from :schema.case_file f join :schema.webhook w on w.administration = f.administration
     where f.id = of_case and w.state = 'active' and what = any(w.events)
       and (w.procedures is null or f.procedure_key = any(w.procedures))
$$;

create function :schema.tell_of_status() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.tell_webhooks(
    case new.status when 'submitted' then 'case.opened' else 'case.status.changed' end, new.case_id, new.at);
  return null;
end
$$;
create function :schema.tell_of_decision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.tell_webhooks('case.decided', new.case_id, new.decided_at);
  return null;
end
$$;
create function :schema.tell_of_closing() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.tell_webhooks('case.closed', new.id, new.closed_at);
  return null;
end
$$;
create function :schema.tell_of_question() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.tell_webhooks('case.information.asked', new.case_id, new.asked_at);
  return null;
end
$$;
create function :schema.tell_of_answer() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.tell_webhooks('case.information.answered', new.case_id, new.answered_at);
  return null;
end
$$;
create function :schema.tell_of_message() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform :schema.tell_webhooks('case.message.written', new.case_id, new.at);
  return null;
end
$$;

create trigger status_is_told after insert on :schema.status_change
  for each row execute function :schema.tell_of_status();
create trigger decision_is_told after insert on :schema.decision
  for each row execute function :schema.tell_of_decision();
create trigger closing_is_told after update of closed_at on :schema.case_file
  for each row when (old.closed_at is null and new.closed_at is not null) execute function :schema.tell_of_closing();
create trigger question_is_told after insert on :schema.information_request
  for each row execute function :schema.tell_of_question();
create trigger answer_is_told after update of state on :schema.information_request
  for each row when (old.state <> 'answered' and new.state = 'answered') execute function :schema.tell_of_answer();
create trigger message_is_told after insert on :schema.case_message
  for each row execute function :schema.tell_of_message();
