-- What somebody says stood in their way on a page of an administration. Nobody signs in for it, and nothing says who it was
-- beyond the address to which they want an answer, if they give one.
create table :schema.accessibility_report (
  id             text primary key,
  administration text not null references :schema.administration (key),
  words          text not null,
  -- Where it was, as they wrote it.
  page           text,
  email          text,
  -- The language in which they read the page, and want an answer.
  language       text not null check (language in ('fr', 'nl', 'en')),
  reported_at    timestamptz not null,
  handled_at     timestamptz,
  -- From when it is erased, however it stands.
  erase_at       timestamptz not null
);
create index accessibility_report_of_administration on :schema.accessibility_report (administration, reported_at);
create index accessibility_report_to_erase on :schema.accessibility_report (erase_at);
