import type { AccessTables as Tables } from '../storage/tables.gen.ts';
import { everyRow, may, mayAdd, mayRead, ofAdministration, setting } from './rights.ts';
import type { Wall } from './wall.ts';

const administered = ofAdministration('administers');
const ofAdministered = `token_id in (select t.id from casework.api_token t where t.${administered})`;

/** Tokens of other systems. Which token has which hash, only the door learns. */
export const apiTokenWalls = {
  api_token: {
    // Whoever reads what a system did reads its name.
    staff: [may(['select', 'insert', 'update'], administered), mayRead(ofAdministration('audits'))],
    auditor: [mayRead(ofAdministration('audits'))],
    apiToken: [mayRead(`id = ${setting('token')}`)],
    admission: [may(['select', 'update'], everyRow)],
  },
  api_token_secret: {
    staff: [mayAdd(ofAdministered)],
    // A renewal shortens what it replaces: the door does it for the administrator, who reads no hash.
    admission: [may(['select', 'insert', 'update'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
