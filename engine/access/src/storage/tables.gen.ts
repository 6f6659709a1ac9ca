// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { ColumnType } from '@irisflow/database';

export interface AccessRuleTable {
  id: string;
  administration: string;
  name: ColumnType<unknown, string, string>;
  groups: string[];
  people: string[];
  procedures: string[] | null;
  languages: string[] | null;
  communes: string[] | null;
  shows_documents: boolean;
  saved_at: Date | string;
  saved_by: string;
}

export interface AdministrationTable {
  key: string;
  name: ColumnType<unknown, string, string>;
}

export interface ApiTokenTable {
  id: string;
  administration: string;
  name: string;
  scopes: string[];
  procedures: string[] | null;
  addresses: string[] | null;
  created_at: Date | string;
  created_by: string;
  expires_at: Date | string;
  renewed_at: Date | string | null;
  last_used_at: Date | string | null;
  last_used_from: string | null;
  revoked_at: Date | string | null;
  revoked_by: string | null;
}

export interface ApiTokenSecretTable {
  token_hash: string;
  token_id: string;
  expires_at: Date | string;
}

export interface AuditEntryTable {
  chain: string;
  sequence: ColumnType<string, number | string, number | string>;
  at: Date | string;
  actor: string;
  action: string;
  object: string;
  outcome: string;
  detail: ColumnType<unknown, string, string>;
  previous_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  chain: string;
  sequence: ColumnType<string, number | string, number | string>;
  hash: string;
}

export interface FirstAdministratorTokenTable {
  is_only: ColumnType<boolean, boolean | undefined, boolean>;
  token_hash: string;
  expires_at: Date | string;
}

export interface InvitationTable {
  id: string;
  administration: string | null;
  issuer: string | null;
  subject: string | null;
  email: string | null;
  roles: string[];
  groups: string[];
  created_at: Date | string;
  created_by: string;
  expires_at: Date | string;
}

export interface PersonTable {
  id: string;
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  language: string;
  roles: string[];
  groups: string[];
  administration: string | null;
  demo_story: ColumnType<unknown | null, string | null | undefined, string | null>;
  created_at: Date | string;
  email_verified: ColumnType<boolean, boolean | undefined, boolean>;
  roles_from: ColumnType<string, string | undefined, string>;
  party_id: string;
}

export interface RequestCountTable {
  key: string;
  count: number;
  ends_at: Date | string;
}

export interface SealedDetailTable {
  id: string;
  administration: string;
  sealed: string | null;
  sealed_at: Date | string;
  erased_at: Date | string | null;
}

export interface ServiceTable {
  administration: string;
  key: string;
  name: ColumnType<unknown, string, string>;
}

export interface SessionTable {
  token_hash: string;
  person_id: string;
  csrf_token: string;
  created_at: Date | string;
  last_seen_at: Date | string;
  expires_at: Date | string;
  idle_seconds: number;
  id: ColumnType<string, string | undefined, string>;
  user_agent: ColumnType<string, string | undefined, string>;
  id_token_sealed: string | null;
  mandate_id: string | null;
  assurance: ColumnType<string, string | undefined, string>;
}

export interface StaffGroupTable {
  administration: string;
  key: string;
  service: string | null;
  name: ColumnType<unknown, string, string>;
}

/** The tables that access owns. */
export interface AccessTables {
  access_rule: AccessRuleTable;
  administration: AdministrationTable;
  api_token: ApiTokenTable;
  api_token_secret: ApiTokenSecretTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  first_administrator_token: FirstAdministratorTokenTable;
  invitation: InvitationTable;
  person: PersonTable;
  request_count: RequestCountTable;
  sealed_detail: SealedDetailTable;
  service: ServiceTable;
  session: SessionTable;
  staff_group: StaffGroupTable;
}
