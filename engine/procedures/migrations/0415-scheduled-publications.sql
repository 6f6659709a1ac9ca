-- What goes live at an hour to come. Its files stand here until then, whatever becomes of the draft.
create table :schema.scheduled_publication (
  id              text primary key,
  procedure_key   text not null references :schema.procedure (key),
  administration  text not null references :schema.administration (key),
  content_hash    text not null,
  -- Null once it is over.
  files           jsonb,
  note            text not null,
  -- Why it is published although something speaks against it, and what that is.
  reason          text,
  findings        jsonb not null,
  -- Over which version; once another is the latest, it is held until somebody looks at it again.
  based_on        integer,
  goes_live_at    timestamptz not null,
  scheduled_at    timestamptz not null,
  scheduled_by    text not null,
  -- By reference, as in the audit: whoever set the hour last cannot approve.
  requested_by    text not null,
  change_reason   text,
  needs_approval  boolean not null,
  approved_at     timestamptz,
  approved_by     text,
  -- When it is tried, or tried again after a failure.
  next_attempt_at timestamptz not null,
  attempts        integer not null default 0,
  failed_at       timestamptz,
  failure         jsonb,
  ended_at        timestamptz,
  ended_by        text,
  end_reason      text,
  -- As which version it went live; null when it was called off.
  version         integer
);
create unique index scheduled_publication_standing on :schema.scheduled_publication (procedure_key)
  where ended_at is null;
create index scheduled_publication_due on :schema.scheduled_publication (next_attempt_at) where ended_at is null;
