import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { RightImportsTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');

/** Supervisors bring a file; the platform's job works it off, each right as the person who started, and erases it in time. */
export const rightImportWalls = {
  right_import: {
    staff: [may(['select', 'insert', 'update'], handled)],
    rightImports: [may(['select', 'update'], everyRow)],
    operator: [mayRead(everyRow)],
  },
  right_import_row: {
    staff: [may(['select', 'insert', 'update'], handled)],
    rightImports: [may(['select', 'update'], everyRow)],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
