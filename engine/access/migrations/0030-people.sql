-- Roles come from the identity provider's claims or are managed here; only a verified address may receive data.
alter table :schema.person
  add column email_verified boolean not null default false,
  add column roles_from     text    not null default 'here' check (roles_from in ('here', 'provider'));

-- Whoever signed in before did so with claims; the next sign-in may take those roles away again.
update :schema.person set roles_from = 'provider' where demo_story is null;

-- At most one, and only its hash: whoever reads this table cannot become the first administrator.
create table :schema.first_administrator_token (
  is_only    boolean primary key default true check (is_only),
  token_hash text not null,
  expires_at timestamptz not null
);

create table :schema.service (
  administration text not null references :schema.administration (key),
  key            text not null,
  name           jsonb not null,
  primary key (administration, key)
);

create table :schema.staff_group (
  administration text not null references :schema.administration (key),
  key            text not null,
  service        text,
  name           jsonb not null,
  primary key (administration, key),
  foreign key (administration, service) references :schema.service (administration, key)
);

-- Without an administration it invites an administrator of the platform.
create table :schema.invitation (
  id             text primary key,
  administration text references :schema.administration (key),
  issuer         text,
  subject        text,
  email          text,
  roles          text[] not null,
  groups         text[] not null,
  created_at     timestamptz not null,
  created_by     text not null,
  expires_at     timestamptz not null,
  check ((issuer is null) = (subject is null)),
  check ((subject is null) <> (email is null))
);
create unique index invitation_by_email on :schema.invitation (email) where email is not null;
create unique index invitation_by_subject on :schema.invitation (issuer, subject) where subject is not null;
create index invitation_by_administration on :schema.invitation (administration);
