import { everyRow, may, mayDoAll, mayRead, ofAdministration, type Wall } from '@irisflow/access';
import type { RehearsalsTables as Tables } from '../storage/tables.gen.ts';

const designed = ofAdministration('designs');

/** Those who design read that there is one; what became of each case the job alone knows, and tells in groups. */
export const rehearsalWalls = {
  rehearsal: {
    staff: [mayRead(designed)],
    operator: [mayRead(everyRow)],
    rehearsals: [may(['select', 'update', 'delete'], everyRow), may(['insert'], designed)],
  },
  rehearsal_case: {
    operator: [mayRead(everyRow)],
    rehearsals: [mayDoAll(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
