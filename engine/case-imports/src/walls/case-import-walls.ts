import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { CaseImportsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');

/** Supervisors bring a file; the platform's job works it off, each case as the person who started, and erases it in time. */
export const caseImportWalls = {
  case_import: {
    staff: [may(['select', 'insert', 'update'], handled)],
    caseImports: [may(['select', 'update'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  case_import_row: {
    staff: [may(['select', 'insert', 'update'], handled)],
    caseImports: [may(['select', 'update'], everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
