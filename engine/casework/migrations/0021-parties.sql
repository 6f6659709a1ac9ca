-- Whom a case is about: the applicant, and those about whom an approved reason allows a question.
create table :schema.case_party (
  id             text primary key,
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  role           text not null check (role in ('applicant', 'concerned')),
  person_id      text references :schema.person (id),
  -- Sealed for this case, and the blind index by which the same number is found again.
  number_sealed  text,
  number_index   text,
  since          timestamptz not null,
  check (person_id is not null or number_index is not null)
);
create unique index case_party_number on :schema.case_party (case_id, number_index) where number_index is not null;
create unique index case_party_applicant on :schema.case_party (case_id) where role = 'applicant';

insert into :schema.case_party (id, case_id, administration, role, person_id, number_index, since)
  select gen_random_uuid()::text, f.id, f.administration, 'applicant', f.person_id, p.national_number_index, f.submitted_at
    from :schema.case_file f join :schema.person p on p.id = f.person_id;
