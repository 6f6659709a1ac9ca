-- By which law a source may be asked, in every language.
alter table :schema.source_authorization
  alter column legal_basis type jsonb using jsonb_build_object('fr', legal_basis, 'nl', legal_basis, 'en', legal_basis);
