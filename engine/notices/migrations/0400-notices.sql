-- Terms begin with the arrival of a letter as well: its delivery, what the law presumes of it, or that it lies in an e-Box.
alter table :schema.term drop constraint term_starts_after_check;
alter table :schema.term add constraint term_starts_after_check check
  (starts_after in ('receipt', 'completion', 'presentation', 'posting', 'delivery', 'presumedDelivery', 'availability'));

-- One letter to one party, of which it matters when it arrives. By which ways it goes is said by the letter itself.
create table :schema.notice (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  letter_id      text not null unique references :schema.letter (id),
  -- Who takes part and gets it; null for the applicant.
  participant_id text references :schema.participant (id),
  -- The letter of which this one is a second copy: it begins no term.
  copy_of        text references :schema.notice (id),
  subject        jsonb not null,
  -- As the procedure calls the term that begins with its arrival, and the key that the run of it will have.
  term_key       text,
  term_id        text unique,
  at             timestamptz not null,
  -- What the post room still has to do with it; follows from its fates.
  paper          text check (paper in ('toPost', 'underway')),
  check ((term_key is null) = (term_id is null)),
  check (copy_of is null or term_key is null)
);
create index notice_of_case on :schema.notice (case_id, at);
create index notice_in_post_room on :schema.notice (administration, paper, at, id) where paper is not null;
create index notice_copies on :schema.notice (copy_of) where copy_of is not null;

-- What became of a letter on one of its ways: added, never changed. A later one may say that an earlier one was wrong.
create table :schema.notice_fate (
  id             text primary key,
  notice_id      text not null references :schema.notice (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  channel        text not null check (channel in ('portal', 'email', 'ebox', 'registered', 'post')),
  kind           text not null check
    (kind in ('handedOver', 'sent', 'presented', 'delivered', 'presumed', 'unclaimed', 'refused', 'returned', 'read', 'annulled')),
  day            date not null,
  recorded_at    timestamptz not null,
  source         text not null check (source in ('platform', 'office', 'carrier', 'presumption')),
  -- Who of the office said it, or which connector.
  recorded_by    text,
  reason         text,
  -- The barcode of a registered letter.
  number         text,
  -- What the carrier calls what it told: told again, it is the same.
  event          text,
  corrects       text unique references :schema.notice_fate (id),
  unique (notice_id, event),
  check (kind <> 'annulled' or corrects is not null),
  check (source <> 'office' or reason is not null)
);
create index notice_fate_of_notice on :schema.notice_fate (notice_id, recorded_at);
create index notice_fate_of_case on :schema.notice_fate (case_id);
create index notice_fate_by_number on :schema.notice_fate (administration, number) where number is not null;
create index notice_fate_posted on :schema.notice_fate (day) where kind = 'sent' and channel in ('registered', 'post');

-- When the term of a letter began, moved or was taken back, and because of which fate.
create table :schema.notice_term_move (
  fate_id        text primary key references :schema.notice_fate (id),
  notice_id      text not null references :schema.notice (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  term_id        text not null references :schema.term (id),
  -- The day of arrival after which it counts; null where none is known any more.
  act_on         date,
  due_on         date not null,
  at             timestamptz not null
);
create index notice_term_move_of_notice on :schema.notice_term_move (notice_id, at);
create index notice_term_move_of_term on :schema.notice_term_move (term_id);

-- What the process was told of a letter: each once, whatever is corrected later.
create table :schema.notice_message (
  notice_id      text not null references :schema.notice (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  name           text not null check
    (name in ('notice.presented', 'notice.delivered', 'notice.unclaimed', 'notice.returned', 'notice.read')),
  primary key (notice_id, name)
);
create index notice_message_of_case on :schema.notice_message (case_id);

-- Of a fate nothing changes; it goes with its case.
create function :schema.refuse_fate_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected % to stay as it was written, but somebody wants to change it', tg_table_name;
end
$$;
create trigger final before update on :schema.notice_fate
  for each row execute function :schema.refuse_fate_change();
create trigger final before update on :schema.notice_term_move
  for each row execute function :schema.refuse_fate_change();
