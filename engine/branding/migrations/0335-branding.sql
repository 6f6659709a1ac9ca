-- The face that an administration gives itself; one that never did has no row, and the platform's look.
create table :schema.branding (
  administration text primary key references :schema.administration (key),
  -- Counts its edits, so that two who write at once do not undo each other.
  revision       integer not null check (revision >= 1),
  -- `#1b6445`; null for the platform's color.
  accent         text check (accent ~ '^#[0-9a-f]{6}$'),
  -- As we wrote it anew, never as it came; all of them or none.
  logo           bytea,
  logo_hash      text,
  logo_type      text check (logo_type in ('image/svg+xml', 'image/png')),
  logo_width     numeric,
  logo_height    numeric,
  -- In every language: the name beside the platform's address in mails.
  sender_name    jsonb,
  reply_to       text,
  -- In every language: lines below the name and in the foot of letters.
  letter_address jsonb,
  letter_footer  jsonb,
  check (num_nulls(logo, logo_hash, logo_type, logo_width, logo_height) in (0, 5))
);
