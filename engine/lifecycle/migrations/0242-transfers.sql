-- That an administration which is not competent sends a case on to another one: what goes with it, and what came of it.
create table :schema.transfer (
  id                text primary key,
  case_id           text not null references :schema.case_file (id),
  administration    text not null references :schema.administration (key),
  to_administration text not null references :schema.administration (key),
  -- What it is about and why it belongs elsewhere: all that the other one reads before it accepts.
  reason            text not null,
  documents         text[] not null,
  with_answers      boolean not null,
  state             text not null check (state in ('proposed', 'accepted', 'refused', 'withdrawn', 'expired')),
  proposed_by       text not null references :schema.person (id),
  proposed_at       timestamptz not null,
  -- The last day to accept or refuse.
  due_on            date not null,
  decided_by        text references :schema.person (id),
  decided_at        timestamptz,
  refusal           text,
  new_case_id       text references :schema.case_file (id),
  check ((state = 'accepted') = (new_case_id is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create unique index transfer_proposed on :schema.transfer (case_id) where state = 'proposed';
create index transfer_of_case on :schema.transfer (case_id, proposed_at);
create index transfer_to on :schema.transfer (to_administration, proposed_at);
create index transfer_new_case on :schema.transfer (new_case_id) where new_case_id is not null;

alter table :schema.case_file drop constraint case_file_channel_check;
alter table :schema.case_file add constraint case_file_channel_check
  check (channel in ('portal', 'call', 'visit', 'mail', 'message', 'exOfficio', 'api', 'case', 'schedule', 'transfer', 'import'));

-- Whoever takes a case over has read what came with it.
alter table :schema.file_access drop constraint file_access_category_check;
alter table :schema.file_access add constraint file_access_category_check
  check (category in ('handling', 'incident', 'wrongData', 'askedByApplicant', 'control', 'legalDuty', 'opinion', 'transfer'));

-- A case that goes on elsewhere leaves no process behind.
alter table :schema.outbox drop constraint outbox_kind_check;
alter table :schema.outbox add constraint outbox_kind_check
  check (kind in ('startProcess', 'publishMessage', 'cancelDuplicates', 'giveHandle', 'giveAnswers', 'cancelProcess'));
