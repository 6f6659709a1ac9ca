// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { AccessTables } from '@irisflow/access';
import type { ColumnType } from '@irisflow/database';

export interface BrandingTable {
  administration: string;
  revision: number;
  accent: string | null;
  logo: Uint8Array | null;
  logo_hash: string | null;
  logo_type: string | null;
  logo_width: ColumnType<string | null, number | string | null | undefined, number | string | null>;
  logo_height: ColumnType<string | null, number | string | null | undefined, number | string | null>;
  sender_name: ColumnType<unknown | null, string | null | undefined, string | null>;
  reply_to: string | null;
  letter_address: ColumnType<unknown | null, string | null | undefined, string | null>;
  letter_footer: ColumnType<unknown | null, string | null | undefined, string | null>;
}

export interface ContactUnitTable {
  administration: string;
  revision: number;
  name: ColumnType<unknown, string, string>;
  person: string | null;
  address: ColumnType<unknown, string, string>;
  phone: string;
  email: string;
  hours: ColumnType<unknown, string, string>;
}

/** The tables that branding owns, and those of the rooms below. */
export interface BrandingTables extends AccessTables {
  branding: BrandingTable;
  contact_unit: ContactUnitTable;
}
