-- What an administration writes to many people at once. What it says is changed until somebody else starts it, and not after.
create table :schema.campaign (
  id             text primary key,
  administration text not null references :schema.administration (key),
  revision       integer not null,
  -- As the desk calls it.
  name           text not null,
  -- What people read: over their invitation, why they get it, and by which law.
  title          jsonb not null,
  purpose        jsonb not null,
  legal_basis    jsonb not null,
  -- Whether the law orders to write, a public task allows it, or people have to have agreed.
  ground         text not null check (ground in ('duty', 'task', 'consent')),
  -- Whom it is for, as data.
  selection      jsonb not null,
  -- The procedure whose application answers it, how that case is linked to the one behind the selection, and the letter of the procedure.
  procedure_key  text not null references :schema.procedure (key),
  link           text not null check (link in ('renewalOf', 'followUpOf')),
  letter         text not null,
  -- The letter as it was when the campaign was started, and of which version of the procedure.
  content        jsonb,
  version        integer,
  begins_on      date not null,
  -- The last day on which letters go, and on which an application counts as an answer.
  ends_on        date not null,
  per_day        integer not null check (per_day > 0),
  per_hour       integer not null check (per_hour > 0),
  office_hours   boolean not null,
  -- Of how many letters in a hundred it may be known that they reached nobody.
  stop_share     integer not null check (stop_share between 1 and 100),
  state          text not null check (state in ('draft', 'proposed', 'scheduled', 'running', 'paused', 'ended')),
  paused_because text check (paused_because in ('office', 'returned', 'starter')),
  prepared_by    text not null references :schema.person (id),
  started_by     text references :schema.person (id),
  created_at     timestamptz not null,
  started_at     timestamptz,
  -- When whom it is for was written down, and how many were left out by which reason.
  drawn_at       timestamptz,
  left_out       jsonb,
  -- Until when it is known who answered.
  answers_until  timestamptz,
  -- How many letters went today and in this hour: never more than may.
  day            date,
  day_sent       integer not null check (day_sent >= 0),
  hour           timestamptz,
  hour_sent      integer not null check (hour_sent >= 0),
  unique (id, administration),
  check (ends_on >= begins_on),
  check (day_sent <= per_day and hour_sent <= per_hour),
  check ((state = 'paused') = (paused_because is not null)),
  -- Nobody starts alone.
  check (started_by is null or started_by <> prepared_by),
  check ((started_by is null) = (content is null) and (started_by is null) = (started_at is null)),
  check (state in ('draft', 'proposed', 'ended') or started_by is not null)
);
create index campaign_of_administration on :schema.campaign (administration, created_at desc, id desc);
create index campaign_to_do on :schema.campaign (id) where state in ('scheduled', 'running', 'paused');

-- Somebody for whom a campaign is. Each gets one letter: of a right, or where it is about cases, in all.
create table :schema.campaign_recipient (
  id             text primary key,
  campaign_id    text not null,
  administration text not null references :schema.administration (key),
  -- Through which case the administration knows them; the letter is filed there.
  case_id        text not null references :schema.case_file (id),
  person_id      text not null references :schema.party (id),
  right_id       text,
  position       integer not null check (position > 0),
  state          text not null check (state in ('sent', 'waiting', 'skipped')),
  -- Why no letter went.
  skipped        text check (skipped in ('answered', 'objected', 'changed', 'unreachable', 'unwritten')),
  settled_at     timestamptz,
  notice_id      text unique references :schema.notice (id),
  -- What they began to fill, and the case that came of it or that they opened by another way.
  draft_id       text,
  opened_at      timestamptz,
  answer_case_id text references :schema.case_file (id),
  answered_at    timestamptz,
  unique (campaign_id, position),
  foreign key (campaign_id, administration) references :schema.campaign (id, administration),
  check ((state = 'skipped') = (skipped is not null)),
  check ((state = 'sent') = (notice_id is not null)),
  check ((state = 'waiting') = (settled_at is null))
);
-- Nobody gets two letters.
create unique index campaign_recipient_once on :schema.campaign_recipient (campaign_id, coalesce(right_id, person_id));
create index campaign_recipient_waiting on :schema.campaign_recipient (campaign_id, position) where state = 'waiting';
create index campaign_recipient_of_person on :schema.campaign_recipient (person_id);
create index campaign_recipient_of_case on :schema.campaign_recipient (case_id);
create index campaign_recipient_by_answer on :schema.campaign_recipient (answer_case_id) where answer_case_id is not null;
create index campaign_recipient_by_draft on :schema.campaign_recipient (draft_id) where draft_id is not null;
-- One case answers one letter of a campaign.
create unique index campaign_recipient_answer on :schema.campaign_recipient (campaign_id, answer_case_id) where answer_case_id is not null;

-- What became of a campaign and who did it; added and never changed.
create table :schema.campaign_event (
  id             bigint generated always as identity primary key,
  campaign_id    text not null,
  administration text not null references :schema.administration (key),
  at             timestamptz not null,
  act            text not null check
    (act in ('created', 'changed', 'proposed', 'sentBack', 'started', 'drawn', 'paused', 'resumed', 'stopped', 'ended')),
  reason         text,
  -- Null where the clock did it.
  author         text references :schema.person (id),
  foreign key (campaign_id, administration) references :schema.campaign (id, administration)
);
create index campaign_event_of on :schema.campaign_event (campaign_id, id);

/*
 * What somebody said to an administration about being written to beyond what the law orders: never, or also where consent is
 * needed. Theirs alone to say; what was taken back stays, with both its days.
 */
create table :schema.campaign_choice (
  id             text primary key,
  party_id       text not null references :schema.party (id),
  administration text not null references :schema.administration (key),
  choice         text not null check (choice in ('objects', 'agrees')),
  chosen_at      timestamptz not null,
  chosen_by      text not null,
  withdrawn_at   timestamptz,
  withdrawn_by   text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index campaign_choice_standing on :schema.campaign_choice (party_id, administration) where withdrawn_at is null;

-- A selection over all rights of a kind, or over those that end soon, reads no others.
create index right_of_kind on :schema.granted_right (administration, procedure_key, kind);
create index right_version_by_end on :schema.right_version (administration, valid_to);

-- Of an event nothing changes, nor of what a campaign says once it was started.
create function :schema.refuse_campaign_change() returns trigger language plpgsql as $$
begin
  if old.started_by is null and new.started_by is null then
    return new;
  end if;
  if (new.title, new.purpose, new.legal_basis, new.ground, new.selection, new.procedure_key, new.link, new.letter,
      new.prepared_by, new.begins_on)
     is distinct from
     (old.title, old.purpose, old.legal_basis, old.ground, old.selection, old.procedure_key, old.link, old.letter,
      old.prepared_by, old.begins_on)
     or (old.started_by is not null
         and (new.started_by, new.content, new.version) is distinct from (old.started_by, old.content, old.version)) then
    raise exception 'Expected campaign % to go on saying what was started, but somebody wants to change it', old.id;
  end if;
  return new;
end
$$;
create trigger final before update on :schema.campaign
  for each row execute function :schema.refuse_campaign_change();
create function :schema.refuse_campaign_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected an event of a campaign to stay as it was written, but somebody wants to change it';
end
$$;
create trigger final before update on :schema.campaign_event
  for each row execute function :schema.refuse_campaign_event_change();
