// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { AccessTables } from '@irisflow/access';
import type { ColumnType } from '@irisflow/database';

export interface ChannelChoiceTable {
  id: string;
  party_id: string;
  channel: string;
  chosen_at: Date | string;
  chosen_by: string;
  withdrawn_at: Date | string | null;
  withdrawn_by: string | null;
}

export interface ContactTable {
  id: string;
  administration: string;
  revision: number;
  channel: string;
  kind: string;
  state: string;
  person_id: string | null;
  known_case_id: string | null;
  first_name: string;
  last_name: string;
  phone: string | null;
  email: string | null;
  language: string;
  subject: string;
  said: string;
  answer: string;
  follow_up: string;
  follow_up_on: Date | string | null;
  received_on: Date | string;
  due_on: Date | string | null;
  answered_on: Date | string | null;
  recorded_by: string;
  recorded_at: Date | string;
  search_text: string;
}

export interface ContactCaseTable {
  contact_id: string;
  case_id: string;
  administration: string;
  at: Date | string;
}

export interface ContactCodeTable {
  party_id: string;
  kind: string;
  value: string;
  code_hash: string;
  sent_at: Date | string;
  expires_at: Date | string;
  tries: ColumnType<number, number | undefined, number>;
}

export interface ContactPointTable {
  party_id: string;
  kind: string;
  value: string;
  since: Date | string;
  verified_at: Date | string | null;
}

export interface MandateTable {
  id: string;
  mandator_id: string;
  mandator_name: string;
  mandatee_id: string | null;
  mandatee_index: string | null;
  mandatee_name: string;
  procedures: string[] | null;
  may_delegate: boolean;
  valid_from: Date | string;
  valid_to: Date | string | null;
  origin: string;
  administration: string | null;
  proof: string;
  granted_at: Date | string;
  granted_by: string | null;
  revoked_at: Date | string | null;
  revoked_by: string | null;
}

export interface ParticipantTable {
  id: string;
  case_id: string;
  administration: string;
  role: string;
  access: string;
  kind: string;
  name: string;
  number_sealed: string | null;
  number_index: string | null;
  enterprise_number: string | null;
  party_id: string | null;
  language: string;
  email: string | null;
  phone: string | null;
  address: string | null;
  relation: string | null;
  birth_date: Date | string | null;
  valid_from: Date | string;
  valid_to: Date | string | null;
  proof: string;
  added_at: Date | string;
  added_by: string;
  ended_at: Date | string | null;
  ended_by: string | null;
  end_reason: string | null;
}

export interface PartyTable {
  id: string;
  kind: string;
  name: string;
  language: string | null;
  enterprise_number: string | null;
  seat_commune: string | null;
  noted_by: string | null;
  noted_as: string | null;
  created_at: Date | string;
}

export interface PartyIdentifierTable {
  party_id: string;
  number_sealed: string;
  number_index: string;
  state: string;
  since: Date | string;
  until: Date | string | null;
  ended_because: string | null;
  ended_by: string | null;
  ended_in: string | null;
}

/** The tables that parties owns, and those of the rooms below. */
export interface PartiesTables extends AccessTables {
  channel_choice: ChannelChoiceTable;
  contact: ContactTable;
  contact_case: ContactCaseTable;
  contact_code: ContactCodeTable;
  contact_point: ContactPointTable;
  mandate: MandateTable;
  participant: ParticipantTable;
  party: PartyTable;
  party_identifier: PartyIdentifierTable;
}
