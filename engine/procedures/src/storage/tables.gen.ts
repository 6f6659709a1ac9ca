// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { BrandingTables } from '@irisflow/branding';
import type { ColumnType } from '@irisflow/database';

export interface AllowedHostTable {
  id: string;
  administration: string;
  connector_type: string;
  host: string;
  purpose: string;
  added_at: Date | string;
  added_by: string;
  removed_at: Date | string | null;
  removed_by: string | null;
}

export interface ConnectorRegistrationTable {
  type: string;
  administration: string | null;
  token_id: string;
  version: number;
  title: ColumnType<unknown, string, string>;
  templates: ColumnType<unknown, string, string>;
  documentation: ColumnType<unknown, string, string>;
  registered_at: Date | string;
}

export interface ConnectorTokenTable {
  id: string;
  administration: string | null;
  name: string;
  types: string[];
  created_at: Date | string;
  created_by: string;
  expires_at: Date | string | null;
  last_used_at: Date | string | null;
  revoked_at: Date | string | null;
  revoked_by: string | null;
}

export interface ConnectorTokenSecretTable {
  token_hash: string;
  token_id: string;
}

export interface DraftPresenceTable {
  procedure_key: string;
  window_id: string;
  person_id: string;
  name: string;
  path: string | null;
  is_editing: boolean;
  seen_at: Date | string;
}

export interface PaperSourceTable {
  id: string;
  administration: string;
  source_key: string;
  reason: string;
  since: Date | string;
  set_by: string;
  valid_until: Date | string | null;
  ended_at: Date | string | null;
  ended_by: string | null;
}

export interface ProcedureTable {
  key: string;
  administration: string;
  created_at: Date | string;
}

export interface ProcedureDefinitionTable {
  procedure_key: string;
  version: number;
  administration: string;
  kind: string;
  definition_key: string;
  definition_id: string;
  engine_version: number;
  path: string;
  original_id: string;
}

export interface ProcedureDraftTable {
  procedure_key: string;
  revision: number;
  based_on: number | null;
  updated_at: Date | string;
  updated_by: string | null;
}

export interface ProcedureDraftFileTable {
  procedure_key: string;
  path: string;
  content: string;
  revision: number;
  written_at: Date | string;
  written_by: string | null;
  act: ColumnType<string, string | undefined, string>;
  sitting: string | null;
  begun_at: Date | string | null;
}

export interface ProcedureReservationTable {
  procedure_key: string;
  version: number;
  administration: string;
  content_hash: string;
  reserved_at: Date | string;
  deploying_until: Date | string | null;
}

export interface ProcedureRetirementTable {
  id: string;
  procedure_key: string;
  administration: string;
  closes_on: Date | string;
  drafts_until: Date | string;
  replaced_by: string | null;
  replaced_url: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  reason: string;
  asked_at: Date | string;
  asked_by: string;
  requested_by: string;
  approved_at: Date | string | null;
  approved_by: string | null;
  back_reason: string | null;
  back_asked_at: Date | string | null;
  back_asked_by: string | null;
  back_requested_by: string | null;
  ended_at: Date | string | null;
  ended_by: string | null;
  end_reason: string | null;
}

export interface ProcedureVersionTable {
  procedure_key: string;
  version: number;
  content_hash: string;
  published_at: Date | string;
  published_by: string;
  note: string;
  process_definition_id: string;
  process_definition_key: string;
  process_definition_version: number;
  qualified: ColumnType<boolean, boolean | undefined, boolean>;
  assurance: ColumnType<unknown | null, string | null | undefined, string | null>;
  own_beginnings: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface ProcedureVersionFileTable {
  procedure_key: string;
  version: number;
  path: string;
  content: string;
}

export interface ReferencePrefixTable {
  prefix: string;
  administration: string;
  claimed_at: Date | string;
}

export interface ReplacedDraftTable {
  procedure_key: string;
  revision: number;
  administration: string;
  based_on: number | null;
  files: ColumnType<unknown, string, string>;
  replaced_at: Date | string;
  replaced_by: string;
}

export interface ReplacedFileTable {
  procedure_key: string;
  path: string;
  revision: number;
  replaced_in: number;
  content: string;
  characters: number;
  act: string;
  fate: string;
  written_at: Date | string;
  written_by: string | null;
  replaced_at: Date | string;
  replaced_by: string | null;
}

export interface RightSourceTable {
  key: string;
  administration: string;
  procedure_key: string;
  kind: string;
  version: number;
  name: ColumnType<unknown, string, string>;
  fields: string[];
  labels: ColumnType<unknown, string, string>;
  states: string[] | null;
  authorization: ColumnType<unknown, string, string>;
  administrations: string[] | null;
  declared_at: Date | string;
  ended_at: Date | string | null;
  stopped_at: Date | string | null;
}

export interface ScheduledPublicationTable {
  id: string;
  procedure_key: string;
  administration: string;
  content_hash: string;
  files: ColumnType<unknown | null, string | null | undefined, string | null>;
  note: string;
  reason: string | null;
  findings: ColumnType<unknown, string, string>;
  based_on: number | null;
  goes_live_at: Date | string;
  scheduled_at: Date | string;
  scheduled_by: string;
  requested_by: string;
  change_reason: string | null;
  needs_approval: boolean;
  approved_at: Date | string | null;
  approved_by: string | null;
  next_attempt_at: Date | string;
  attempts: ColumnType<number, number | undefined, number>;
  failed_at: Date | string | null;
  failure: ColumnType<unknown | null, string | null | undefined, string | null>;
  ended_at: Date | string | null;
  ended_by: string | null;
  end_reason: string | null;
  version: number | null;
  moved_by: string | null;
}

export interface SourceAccessTable {
  administration: string;
  source_key: string;
  address: string;
  user_name: string | null;
  sealed: string;
  set_at: Date | string;
  set_by: string;
}

export interface SourceAuthorizationTable {
  id: string;
  administration: string;
  procedure_key: string;
  source_key: string;
  purpose: ColumnType<unknown, string, string>;
  legal_basis: ColumnType<unknown, string, string>;
  fields: string[];
  granted_at: Date | string;
  granted_by: string;
  valid_until: Date | string | null;
  revoked_at: Date | string | null;
  revoked_by: string | null;
}

export interface VersionApprovalTable {
  procedure_key: string;
  version: number;
  administration: string;
  requested_by: string;
  approved_at: Date | string | null;
  approved_by: string | null;
}

export interface VersionExceptionTable {
  procedure_key: string;
  version: number;
  administration: string;
  reason: string;
  findings: ColumnType<unknown, string, string>;
}

/** The tables that procedures owns, and those of the rooms below. */
export interface ProceduresTables extends BrandingTables {
  allowed_host: AllowedHostTable;
  connector_registration: ConnectorRegistrationTable;
  connector_token: ConnectorTokenTable;
  connector_token_secret: ConnectorTokenSecretTable;
  draft_presence: DraftPresenceTable;
  paper_source: PaperSourceTable;
  procedure: ProcedureTable;
  procedure_definition: ProcedureDefinitionTable;
  procedure_draft: ProcedureDraftTable;
  procedure_draft_file: ProcedureDraftFileTable;
  procedure_reservation: ProcedureReservationTable;
  procedure_retirement: ProcedureRetirementTable;
  procedure_version: ProcedureVersionTable;
  procedure_version_file: ProcedureVersionFileTable;
  reference_prefix: ReferencePrefixTable;
  replaced_draft: ReplacedDraftTable;
  replaced_file: ReplacedFileTable;
  right_source: RightSourceTable;
  scheduled_publication: ScheduledPublicationTable;
  source_access: SourceAccessTable;
  source_authorization: SourceAuthorizationTable;
  version_approval: VersionApprovalTable;
  version_exception: VersionExceptionTable;
}
