// Written by scripts/generate-tables.mjs from the golden dump of the schema; do not edit.
import type { CaseworkTables } from '@irisflow/casework';

/** The tables that worklist owns, and those of the rooms below. */
export interface WorklistTables extends CaseworkTables {

}
