// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { TermsTables } from '@irisflow/terms';
import type { PartiesTables } from '@irisflow/parties';
import type { RestrictedTables } from '@irisflow/restricted';
import type { ColumnType } from '@irisflow/database';

export interface AnswerCorrectionTable {
  id: string;
  case_id: string;
  administration: string;
  pointer: string;
  label: ColumnType<unknown, string, string>;
  before: ColumnType<unknown, string, string>;
  after: ColumnType<unknown, string, string>;
  reason: string;
  corrected_by: string;
  corrected_at: Date | string;
}

export interface ApplicationDraftTable {
  id: string;
  procedure_key: string;
  procedure_version: number;
  administration: string;
  person_id: string;
  language: string;
  revision: number;
  data: ColumnType<unknown, string, string>;
  prefill: ColumnType<unknown, string, string>;
  unavailable: ColumnType<unknown, string, string>;
  page: string | null;
  created_at: Date | string;
  saved_at: Date | string;
  case_id: string | null;
  opened_by: string | null;
  channel: ColumnType<string, string | undefined, string>;
  received_on: Date | string | null;
  contact_id: string | null;
  applicant: ColumnType<unknown | null, string | null | undefined, string | null>;
  opener_only: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface CaseCounterTable {
  prefix: string;
  year: number;
  last: number;
}

export interface CaseFileTable {
  id: string;
  administration: string;
  reference: string;
  procedure_key: string;
  procedure_version: number;
  person_id: string;
  applicant: string;
  applicant_email: string | null;
  search_text: string;
  language: string;
  status: string;
  data: ColumnType<unknown, string, string>;
  prefill: ColumnType<unknown, string, string>;
  submitted_at: Date | string;
  updated_at: Date | string;
  closed_at: Date | string | null;
  withdrawal_asked_at: Date | string | null;
  process_instance_key: string | null;
  draft_id: string | null;
  applicant_email_verified: ColumnType<boolean, boolean | undefined, boolean>;
  appeal_of: string | null;
  channel: ColumnType<string, string | undefined, string>;
  received_on: Date | string | null;
  opened_by: string | null;
  also_in: ColumnType<string[], string[] | undefined, string[]>;
  milestone: string | null;
  own_status: string | null;
  name_in_letters: string | null;
  reopened_at: Date | string | null;
  reopened_from: string | null;
  earlier_instances: ColumnType<string[], string[] | undefined, string[]>;
  commune: string | null;
}

export interface CasePartyTable {
  id: string;
  case_id: string;
  administration: string;
  role: string;
  person_id: string | null;
  number_sealed: string | null;
  number_index: string | null;
  since: Date | string;
}

export interface ConsultationTable {
  id: ColumnType<string, number | string, number | string>;
  administration: string;
  person_id: string | null;
  case_id: string | null;
  draft_id: string | null;
  at: Date | string;
  source_key: string;
  source: ColumnType<unknown, string, string>;
  purpose: ColumnType<unknown, string, string>;
  legal_basis: ColumnType<unknown, string, string>;
  consulted_by: string;
  outcome: string;
  subject_index: string | null;
  authorization_id: string | null;
  reason: ColumnType<unknown | null, string | null | undefined, string | null>;
  question_key: string | null;
  process_id: string | null;
  process_instance_key: string | null;
  element_id: string | null;
  answered_at: Date | string | null;
}

export interface DecisionTable {
  id: string;
  case_id: string;
  administration: string;
  outcome: string;
  decided_at: Date | string;
  decided_by: string | null;
  grounds: ColumnType<unknown, string, string>;
  amount: ColumnType<string | null, number | string | null | undefined, number | string | null>;
  valid_from: Date | string | null;
  valid_to: Date | string | null;
}

export interface DocumentTable {
  id: string;
  administration: string;
  draft_id: string | null;
  case_id: string | null;
  pointer: string | null;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  origin: string;
  category: string;
  visible_to_applicant: boolean;
  added_at: Date | string;
  added_by: string;
}

export interface DocumentChunkTable {
  upload_id: string;
  ordinal: number;
  bytes: Uint8Array;
}

export interface DocumentContentTable {
  sha256: string;
  upload_id: string;
  size: number;
  verdict: ColumnType<string, string | undefined, string>;
  checked_at: Date | string | null;
  threat: string | null;
}

export interface DocumentUploadTable {
  id: string;
  started_at: Date | string;
}

export interface FileAccessTable {
  id: string;
  administration: string;
  case_id: string | null;
  person_id: string;
  kind: string;
  acting_as: string;
  category: string;
  outcome: string;
  day: Date | string;
  first_at: Date | string;
  last_at: Date | string;
  field: ColumnType<unknown | null, string | null | undefined, string | null>;
}

export interface IdempotentReplyTable {
  case_id: string;
  key: string;
  operation: string;
  reply: ColumnType<unknown, string, string>;
  at: Date | string;
  request_sha256: string | null;
}

export interface InformationRequestTable {
  id: string;
  case_id: string;
  administration: string;
  items: ColumnType<unknown, string, string>;
  note: string | null;
  asked_at: Date | string;
  due_on: Date | string;
  state: string;
  answered_at: Date | string | null;
  answer: ColumnType<unknown | null, string | null | undefined, string | null>;
  term_id: string | null;
}

export interface LetterTable {
  id: string;
  case_id: string;
  administration: string;
  template: string;
  subject: string;
  language: string;
  sent_at: Date | string;
  document_id: string;
  channels: ColumnType<unknown, string, string>;
  recipient: string | null;
}

export interface NoteTable {
  id: ColumnType<string, number | string, number | string>;
  case_id: string;
  administration: string;
  at: Date | string;
  written_by: string;
  text: string;
}

export interface OutboxTable {
  id: ColumnType<string, number | string, number | string>;
  case_id: string;
  kind: string;
  message: ColumnType<unknown, string, string>;
  state: string;
  uncertain: ColumnType<boolean, boolean | undefined, boolean>;
  attempts: ColumnType<number, number | undefined, number>;
  next_at: Date | string;
  last_error: string | null;
  created_at: Date | string;
  done_at: Date | string | null;
  tried_at: Date | string | null;
  engine_key: string | null;
}

export interface RetirementMailTable {
  draft_id: string;
  retirement_id: string;
  administration: string;
  kind: string;
  next_attempt_at: Date | string | null;
  attempts: ColumnType<number, number | undefined, number>;
}

export interface RightInstanceTable {
  process_instance_key: string;
  case_id: string;
  administration: string;
  procedure_version: number;
  found_at: Date | string;
}

export interface StatusChangeTable {
  id: ColumnType<string, number | string, number | string>;
  case_id: string;
  administration: string;
  status: string;
  at: Date | string;
}

export interface TimelineEntryTable {
  id: ColumnType<string, number | string, number | string>;
  case_id: string;
  administration: string;
  at: Date | string;
  kind: string;
  text: ColumnType<unknown, string, string>;
  actor: ColumnType<unknown, string, string>;
  visible_to_applicant: boolean;
  document_id: string | null;
  origin: ColumnType<unknown | null, string | null | undefined, string | null>;
}

export interface UnansweredSourceTable {
  case_id: string;
  source_key: string;
  subject_index: string;
  administration: string;
  outcome: string;
  since: Date | string;
}

/** The tables that casework owns, and those of the rooms below. */
export interface CaseworkTables extends TermsTables, PartiesTables, RestrictedTables {
  answer_correction: AnswerCorrectionTable;
  application_draft: ApplicationDraftTable;
  case_counter: CaseCounterTable;
  case_file: CaseFileTable;
  case_party: CasePartyTable;
  consultation: ConsultationTable;
  decision: DecisionTable;
  document: DocumentTable;
  document_chunk: DocumentChunkTable;
  document_content: DocumentContentTable;
  document_upload: DocumentUploadTable;
  file_access: FileAccessTable;
  idempotent_reply: IdempotentReplyTable;
  information_request: InformationRequestTable;
  letter: LetterTable;
  note: NoteTable;
  outbox: OutboxTable;
  retirement_mail: RetirementMailTable;
  right_instance: RightInstanceTable;
  status_change: StatusChangeTable;
  timeline_entry: TimelineEntryTable;
  unanswered_source: UnansweredSourceTable;
}
