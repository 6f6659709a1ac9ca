-- Letters that were sealed: with which certificate, when, and whose signature stands in them. Written with the document, never changed.
create table :schema.letter_seal (
  document_id    text primary key references :schema.document (id),
  case_id        text not null references :schema.case_file (id),
  administration text not null references :schema.administration (key),
  -- Of the file as it was sealed.
  sha256         text not null,
  at             timestamptz not null,
  -- Of the letter.
  language       text not null check (language in ('fr', 'nl', 'en')),
  -- Who signed what the letter says and in which capacity; null where nobody did.
  signatory      text,
  capacity       text,
  -- Of the certificate, as it says it.
  holder         text not null,
  issuer         text not null,
  serial_number  text not null,
  valid_from     timestamptz not null,
  valid_to       timestamptz not null,
  -- SHA-256 of the certificate.
  fingerprint    text not null,
  check ((signatory is null) = (capacity is null))
);
create index letter_seal_of_case on :schema.letter_seal (case_id);
