import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { LifecycleTables as Tables } from '../storage/tables.gen.ts';

const handled = ofAdministration('handles');

/** What becomes of cases after they were opened. */
export const lifecycleWalls = {
  // Applicants read in the timeline why their case goes on.
  reopening: { staff: [may(['select', 'insert', 'update'], handled)], operator: [mayRead(everyRow)] },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
