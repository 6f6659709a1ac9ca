-- What is known of the bytes of a file: `made` by the platform, `unchecked`, `clean` of what the scanner knows, or `infected`.
alter table :schema.document_content
  add column verdict text not null default 'unchecked'
    constraint document_content_verdict_check check (verdict in ('made', 'unchecked', 'clean', 'infected')),
  add column checked_at timestamptz,
  add column threat text,
  add constraint document_content_threat_check check ((verdict = 'infected') = (threat is not null));

create index document_content_unchecked on :schema.document_content (sha256) where verdict = 'unchecked';
