import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { BulkTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');

/** Clerks start and stop them; the platform's job works them off, each task as the person who started. */
export const bulkWalls = {
  bulk_decision: {
    staff: [may(['select', 'insert', 'update'], handled)],
    operator: [mayRead(everyRow)],
    bulk: [mayRead(everyRow)],
  },
  bulk_item: {
    staff: [may(['select', 'insert', 'update'], handled)],
    operator: [mayRead(everyRow)],
    bulk: [may(['select', 'update'], everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
