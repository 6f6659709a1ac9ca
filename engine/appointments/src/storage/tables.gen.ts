// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';

export interface AppointmentTable {
  id: string;
  administration: string;
  counter_id: string;
  person_id: string | null;
  name: string;
  phone: string | null;
  language: string;
  procedure_key: string | null;
  case_id: string | null;
  starts_at: Date | string;
  ends_at: Date | string;
  state: string;
  reason: string | null;
  moves: number;
  contact_id: string | null;
  booked_by: string;
  booked_at: Date | string;
  mail: string | null;
  mail_due: Date | string | null;
  mail_tries: number;
}

export interface CounterTable {
  id: string;
  administration: string;
  revision: number;
  name: ColumnType<unknown, string, string>;
  address: ColumnType<unknown, string, string>;
  procedures: string[];
  takes_other: boolean;
  hours: ColumnType<unknown, string, string>;
  slot_minutes: number;
  desks: number;
  days_ahead: number;
  hours_before: number;
  languages: string[];
  is_open: boolean;
}

/** The tables that appointments owns, and those of the rooms below. */
export interface AppointmentsTables extends CaseworkTables {
  appointment: AppointmentTable;
  counter: CounterTable;
}
