-- By which law, in every language: a letter never mixes two. What was one text stays that text in each of them.
alter table :schema.term
  alter column legal_ref type jsonb using jsonb_build_object('fr', legal_ref, 'nl', legal_ref, 'en', legal_ref);
alter table :schema.consultation
  alter column legal_basis type jsonb using jsonb_build_object('fr', legal_basis, 'nl', legal_basis, 'en', legal_basis);
