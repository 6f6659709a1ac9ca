/*
 * Who somebody is, apart from how they sign in. A party belongs to no administration: it is reached through a case, a contact
 * or a mandate. Whoever had an account before is a party under the same id.
 */
create table :schema.party (
  id                text primary key,
  kind              text not null check (kind in ('person', 'organization')),
  name              text not null,
  -- What they chose; null where nobody knows.
  language          text check (language in ('fr', 'nl', 'en')),
  -- Public, unlike the number of a person.
  enterprise_number text unique,
  -- NIS code of the commune where an organization has its seat; null where nobody said.
  seat_commune      text,
  -- The desk that noted somebody before anybody vouched for them, and what it knows them by; null for everybody else.
  noted_by          text references :schema.administration (key),
  noted_as          text unique,
  created_at        timestamptz not null,
  check ((kind = 'organization') = (enterprise_number is not null)),
  check ((noted_by is null) = (noted_as is null))
);

insert into :schema.party (id, kind, name, language, noted_by, noted_as, created_at)
  select p.id, 'person', p.name, case when a.key is not null then p.language end, a.key,
         case when a.key is not null then p.subject end, p.created_at
    from :schema.person p
    left join :schema.contact c on p.issuer = 'urn:irisflow:desk' and c.id = p.subject
    left join :schema.administration a
      on p.issuer = 'urn:irisflow:desk' and a.key = coalesce(c.administration, split_part(p.subject, '/', 1));

-- Numbers of people are replaced and canceled; an old one still finds whom it was.
create table :schema.party_identifier (
  party_id      text not null references :schema.party (id),
  -- Sealed for the party, and the blind index by which the same number is found again.
  number_sealed text not null,
  number_index  text not null,
  state         text not null check (state in ('current', 'replaced', 'canceled')),
  since         timestamptz not null,
  until         timestamptz,
  primary key (party_id, number_index),
  check ((state = 'current') = (until is null))
);
create unique index party_identifier_current on :schema.party_identifier (party_id) where state = 'current';
create index party_identifier_by_number on :schema.party_identifier (number_index);

insert into :schema.party_identifier (party_id, number_sealed, number_index, state, since)
  select p.id, p.national_number_sealed, p.national_number_index, 'current', p.created_at
    from :schema.person p where p.national_number_index is not null;

create table :schema.contact_point (
  party_id text not null references :schema.party (id),
  kind     text not null check (kind in ('email', 'phone', 'address')),
  value    text not null,
  since    timestamptz not null,
  primary key (party_id, kind)
);

-- An account is who signs in; the party that it is of is written in the same transaction.
alter table :schema.person add column party_id text;
update :schema.person set party_id = id;
alter table :schema.person
  alter column party_id set not null,
  add constraint person_party_id_fkey foreign key (party_id) references :schema.party (id) deferrable initially deferred;
create index person_of_party on :schema.person (party_id);

-- What was of a person is of a party.
alter table :schema.application_draft
  drop constraint application_draft_person_id_fkey,
  add constraint application_draft_person_id_fkey foreign key (person_id) references :schema.party (id);
alter table :schema.case_file
  drop constraint case_file_person_id_fkey,
  add constraint case_file_person_id_fkey foreign key (person_id) references :schema.party (id);
alter table :schema.case_party
  drop constraint case_party_person_id_fkey,
  add constraint case_party_person_id_fkey foreign key (person_id) references :schema.party (id);
alter table :schema.file_access
  drop constraint file_access_person_id_fkey,
  add constraint file_access_person_id_fkey foreign key (person_id) references :schema.party (id);
alter table :schema.contact
  drop constraint contact_person_id_fkey,
  add constraint contact_person_id_fkey foreign key (person_id) references :schema.party (id);
alter table :schema.consultation
  drop constraint consultation_person_id_fkey,
  add constraint consultation_person_id_fkey foreign key (person_id) references :schema.party (id);

-- Nobody signs in with what a desk noted.
delete from :schema.person where issuer = 'urn:irisflow:desk';
-- Policies of the walls that an older program raised still ask for these columns; they are raised anew after the migrations.
drop index :schema.person_by_national_number;
alter table :schema.person drop column national_number_sealed cascade, drop column national_number_index cascade;
