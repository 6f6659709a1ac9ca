import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { AbsencesTables as Tables } from '../storage/tables.gen.ts';

/** Colleagues see who is away; none is ever taken out. */
export const absenceWalls = {
  absence: {
    staff: [may(['select', 'insert', 'update'], ofAdministration('handles'))],
    operator: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
