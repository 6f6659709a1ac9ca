-- That whoever has begun an application of a procedure that ends was told so, and reminded before its last day.
create table :schema.retirement_mail (
  draft_id      text not null references :schema.application_draft (id) on delete cascade,
  retirement_id text not null references :schema.procedure_retirement (id),
  administration text not null references :schema.administration (key),
  kind          text not null check (kind in ('first', 'last')),
  -- When a mail that did not go is tried again; null once it went.
  next_attempt_at timestamptz,
  attempts      integer not null default 1,
  primary key (draft_id, retirement_id, kind)
);
