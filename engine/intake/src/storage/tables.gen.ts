// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';

export interface CaseLinkTable {
  id: string;
  administration: string;
  kind: string;
  case_id: string;
  of_case_id: string;
  reason: string;
  made_by: string | null;
  made_at: Date | string;
  removed_by: string | null;
  removed_at: Date | string | null;
  removed_reason: string | null;
}

export interface ExternalReferenceTable {
  administration: string;
  reference: string;
  case_id: string;
  at: Date | string;
  request_sha256: string | null;
}

export interface MailLinkTable {
  token_hash: string;
  browser_hash: string;
  email: string;
  procedure_key: string;
  subject: string;
  language: string;
  asked_at: Date | string;
  expires_at: Date | string;
  used_at: Date | string | null;
}

/** The tables that intake owns, and those of the rooms below. */
export interface IntakeTables extends CaseworkTables {
  case_link: CaseLinkTable;
  external_reference: ExternalReferenceTable;
  mail_link: MailLinkTable;
}
