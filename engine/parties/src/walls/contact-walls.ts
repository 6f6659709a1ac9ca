import type { PartiesTables as Tables } from '../storage/tables.gen.ts';
import { everyRow, may, mayRead, ofAdministration, type Wall } from '@irisflow/access';

/** Who got in touch with an administration is known to those who handle its cases. */
export const contactWalls = {
  contact: {
    staff: [may(['select', 'insert', 'update'], ofAdministration('handles'))],
    operator: [mayRead(everyRow)],
    parties: [mayRead(ofAdministration('handles'))],
    // Its function answers keys of the administration that its caller handles cases of.
    keeper: [mayRead(everyRow)],
  },
  contact_case: {
    staff: [may(['select', 'insert'], ofAdministration('handles'))],
    operator: [mayRead(everyRow)],
    keeper: [mayRead(everyRow)],
  },
} as const satisfies Partial<Record<keyof Tables, Wall>>;
