-- That a procedure ends: from a day on nobody begins a case of it. Nothing of it holds before a second person approved it.
create table :schema.procedure_retirement (
  id                text primary key,
  procedure_key     text not null references :schema.procedure (key),
  administration    text not null references :schema.administration (key),
  -- The first day on which nobody begins, and the last one on which what was begun before is filed.
  closes_on         date not null,
  drafts_until      date not null,
  -- What people are sent to instead, and whom they ask.
  replaced_by       text references :schema.procedure (key),
  replaced_url      text,
  contact_email     text,
  contact_phone     text,
  reason            text not null,
  asked_at          timestamptz not null,
  asked_by          text not null,
  -- By reference, as in the audit: who asks cannot approve.
  requested_by      text not null,
  approved_at       timestamptz,
  approved_by       text,
  -- That it is to come back, which somebody else than who asks approves as well.
  back_reason       text,
  back_asked_at     timestamptz,
  back_asked_by     text,
  back_requested_by text,
  ended_at          timestamptz,
  ended_by          text,
  end_reason        text,
  check (drafts_until >= closes_on),
  check (replaced_by is null or replaced_url is null),
  check (replaced_by is distinct from procedure_key),
  check ((back_reason is null) = (back_requested_by is null)),
  check (back_reason is null or approved_at is not null)
);
create unique index procedure_retirement_standing on :schema.procedure_retirement (procedure_key) where ended_at is null;
