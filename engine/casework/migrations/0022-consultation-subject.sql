-- The log belongs to the person asked about, known to us or not: the blind index of their number finds it.
alter table :schema.consultation
  alter column person_id drop not null,
  add column subject_index       text,
  add column authorization_id    text references :schema.source_authorization (id),
  -- Why somebody who is not the applicant was asked about.
  add column reason              jsonb,
  -- What the asker calls its question: asked twice it is one.
  add column question_key        text,
  add column process_id          text,
  add column process_instance_key text,
  add column element_id          text,
  add column answered_at         timestamptz;

update :schema.consultation c set subject_index = p.national_number_index
  from :schema.person p where p.id = c.person_id;

create index consultation_of_subject on :schema.consultation (subject_index, id desc) where subject_index is not null;
create unique index consultation_question on :schema.consultation (case_id, question_key) where question_key is not null;
