// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { AccessTables } from '@irisflow/access';

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
  case_id: string | null;
  recorded_by: string;
  recorded_at: Date | string;
  search_text: string;
}

/** The tables that parties owns, and those of the rooms below. */
export interface PartiesTables extends AccessTables {
  contact: ContactTable;
}
